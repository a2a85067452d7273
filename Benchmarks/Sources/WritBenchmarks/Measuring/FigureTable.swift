import Foundation

/// Gathers figures and prints them as they come, so that a long run shows where it is.
struct FigureTable {
    private(set) var figures: [Figure] = []
    /// Nothing is printed until the end then.
    let isJSON: Bool

    private static let widths = [56, 14, 14, 9, 10, 5]

    init(isJSON: Bool) {
        self.isJSON = isJSON
        if !isJSON { print(Self.line(["", "Writ", "baseline", "ratio", "goal", "met"])) }
    }

    mutating func section(_ title: String) {
        if !isJSON { print("\n" + title) }
    }

    mutating func note(_ text: String) {
        if !isJSON { print("    " + text) }
    }

    mutating func add(_ figure: Figure) {
        figures.append(figure)
        if isJSON { return }
        let baseline = figure.baseline.map { $0.text(figure.unit) } ?? ""
        let goal = figure.goal.map { "\($0.sense.rawValue) \($0.bound.short)\($0.isOfRatio ? " ×" : "")" } ?? ""
        let line = Self.line([
            "  " + figure.title, figure.value.text(figure.unit), baseline, figure.ratio.map { $0.text(2) } ?? "", goal,
            figure.isGoalMet.map { $0 ? "yes" : "NO" } ?? "",
        ])
        print(line + (figure.against.map { "   " + $0 } ?? ""))
    }

    func finish() throws {
        guard isJSON else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    }

    private static func line(_ cells: [String]) -> String {
        zip(cells, widths).enumerated().map { column, cell in
            cell.0.padded(column == 0 ? cell.1 : -cell.1)
        }.joined()
    }
}

extension Double {
    /// With so many decimals.
    func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }

    fileprivate func text(_ unit: Figure.Unit) -> String {
        switch unit {
        case .casesPerSecond where self >= 1e6: "\((self / 1e6).text(2)) M/s"
        case .casesPerSecond: "\((self / 1e3).text(0)) k/s"
        case .allocations: short
        default: "\(text(self < 1000 ? 1 : 0)) \(unit.rawValue)"
        }
    }

    /// Without decimals where there are none; millions with an M.
    fileprivate var short: String {
        if self >= 1e6 { return (self / 1e6).short + " M" }
        return self == rounded() ? String(Int(self)) : text(self < 0.1 ? 3 : 2)
    }
}

extension String {
    /// Filled with blanks to a width: at the end, or in front when it is negative.
    func padded(_ width: Int) -> String {
        let blanks = String(repeating: " ", count: max(0, abs(width) - count))
        return width < 0 ? blanks + self : self + blanks
    }
}

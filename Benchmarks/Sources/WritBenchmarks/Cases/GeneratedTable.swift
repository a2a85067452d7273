/// Tables for the analysis, the same on every machine: cells as a CSV file writes them.
///
/// Those of five columns ask for an amount (0 to 999,999), days (0 to 399), an enumeration of eight, one of four, and a boolean.
struct GeneratedTable {
    enum Kind: String, CaseIterable {
        /// The whole space cut into boxes at random: each combination has one row.
        case part
        /// The same with one row dropped and one widened.
        case brok
        /// As if by hand: the first row that holds, over eight limits of the amount and eight of the days.
        case real
        /// Wide boxes at random.
        case wild
        /// Narrow boxes at random in five columns of numbers.
        case narrow
        /// The whole space of twelve columns of numbers, cut as for `part`.
        case deep
        /// Twelve columns of numbers, half of the cells empty, the others wide.
        case sparse
    }

    let kind: Kind
    /// How many values each column has.
    let widths: [Int]
    /// By row and column, the values from a first one up to, not including, another.
    let rows: [[Range<Int>]]

    private static let mixed = [1_000_000, 400, 8, 4, 2]

    init(_ kind: Kind, _ count: Int) {
        self.kind = kind
        var generator = SeededGenerator(seed: 17)
        switch kind {
        case .part, .brok, .real, .wild: widths = Self.mixed
        case .narrow: widths = Array(repeating: 10_000, count: 5)
        case .deep, .sparse: widths = Array(repeating: 10_000, count: 12)
        }
        let all = widths.map { 0..<$0 }
        switch kind {
        case .part, .deep: rows = Self.cut(all, count, &generator)
        case .brok:
            var rows = Self.cut(all, count, &generator)
            rows.remove(at: count / 3)
            rows[count / 2][1] = 0..<400
            self.rows = rows
        case .real: rows = (0..<count).map { _ in Self.handWritten(all, &generator) }
        case .wild: rows = (0..<count).map { _ in all.map { Self.part(of: $0, 30...100, &generator) } }
        case .narrow: rows = (0..<count).map { _ in all.map { Self.part(of: $0, 2...10, &generator) } }
        case .sparse:
            rows = (0..<count).map { _ in
                all.map { generator.chance(50) ? $0 : Self.part(of: $0, 40...40, &generator) }
            }
        }
    }

    private static func cut(
        _ whole: [Range<Int>], _ count: Int, _ generator: inout SeededGenerator
    ) -> [[Range<Int>]] {
        var boxes = [whole]
        while boxes.count < count {
            let index = generator.below(boxes.count)
            let column = generator.below(whole.count)
            let range = boxes[index][column]
            guard range.count > 1 else { continue }
            let middle = range.lowerBound + 1 + generator.below(range.count - 1)
            var other = boxes[index]
            boxes[index][column] = range.lowerBound..<middle
            other[column] = middle..<range.upperBound
            boxes.append(other)
        }
        return boxes.shuffled(using: &generator)
    }

    private static func handWritten(
        _ whole: [Range<Int>], _ generator: inout SeededGenerator
    ) -> [Range<Int>] {
        whole.map { range in
            if generator.chance(40) { return range }
            // Limits at eighths, or a value of an enumeration.
            let step = max(1, range.count / 8)
            let ends = [generator.below(8), generator.below(8)].map { $0 * step % range.count }.sorted()
            switch generator.below(3) {
            case 0 where ends[0] > 0: return range.lowerBound..<ends[0]
            case 1: return ends[0]..<range.upperBound
            default: return ends[0]..<min(range.upperBound, ends[1] + step)
            }
        }
    }

    private static func part(
        of whole: Range<Int>, _ percent: ClosedRange<Int>, _ generator: inout SeededGenerator
    ) -> Range<Int> {
        let share = percent.lowerBound + generator.below(percent.count)
        let width = max(1, whole.count * share / 100)
        let first = generator.below(whole.count - width + 1)
        return first..<first + width
    }

    // MARK: As a policy

    func write(_ scratch: ScratchFolder) throws -> String {
        let folder = "\(kind)-\(rows.count)"
        let types = widths.map { width in
            switch width {
            case 8: "Kind"
            case 4: "Size"
            case 2: "boolean"
            default: "integer between 0 and \(width - 1)"
            }
        }
        let policy = """
            policy \(kind)
            type Kind = \((0..<8).map { "k\($0)" }.joined(separator: " | "))
            type Size = \((0..<4).map { "s\($0)" }.joined(separator: " | "))
            \(types.enumerated().map { "fact f\($0) : \($1)" }.joined(separator: "\n"))
            decision found : integer
              table first from "rows.csv"

            """
        let names = widths.indices.map { "f\($0)" }.joined(separator: ",")
        let lines = rows.enumerated().map { number, row in
            "row_\(number),\(zip(row, widths).map(cell).joined(separator: ",")),,\(number)"
        }
        try scratch.write(policy, to: "\(folder)/\(kind).writ")
        try scratch.write(
            (["rule,\(names),||,found"] + lines).joined(separator: "\n") + "\n", to: "\(folder)/rows.csv")
        return scratch.path(folder)
    }

    private func cell(_ range: Range<Int>, _ width: Int) -> String {
        if range == 0..<width { return "" }
        switch width {
        case 8: return "\"\(range.map { "k\($0)" }.joined(separator: ", "))\""
        case 4: return "\"\(range.map { "s\($0)" }.joined(separator: ", "))\""
        case 2: return range.lowerBound == 1 ? "true" : "false"
        default:
            if range.lowerBound == 0 { return "< \(range.upperBound)" }
            if range.upperBound == width { return ">= \(range.lowerBound)" }
            return "[\(range.lowerBound)..\(range.upperBound))"
        }
    }
}

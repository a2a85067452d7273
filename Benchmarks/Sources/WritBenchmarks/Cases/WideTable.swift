import WritSemantics

/// A table of twelve columns of numbers and a thousand rows that overlap: about half of a row's cells ask for a range. As a
/// policy with a CSV file, and as ranges that are gone through from the top.
struct WideTable {
    static let columns = 12
    static let count = 1000
    private static let most = 10_000

    /// By row and column; nil where any value passes.
    let rows: [[Range<Int64>?]]

    init() {
        var generator = SeededGenerator(seed: 3)
        rows = (0..<Self.count).map { _ in
            (0..<Self.columns).map { _ in
                if generator.chance(50) { return nil }
                let start = generator.below(Self.most * 6 / 10)
                return Int64(start)..<Int64(start + Self.most * 4 / 10)
            }
        }
    }

    func questions(_ count: Int) -> [[Int64]] {
        var generator = SeededGenerator(seed: 13)
        return (0..<count).map { _ in (0..<Self.columns).map { _ in Int64(generator.below(Self.most)) } }
    }

    func find(_ question: [Int64]) -> Int {
        rows.firstIndex { row in zip(row, question).allSatisfy { $0?.contains($1) ?? true } } ?? rows.count
    }

    // MARK: As a policy

    func write(_ scratch: ScratchFolder) throws -> String {
        let facts = (0..<Self.columns).map { "fact f\($0) : integer between 0 and \(Self.most)" }
        let policy = """
            policy wide
            \(facts.joined(separator: "\n"))
            decision found : integer
              table first from "wide.csv"

            """
        let names = (0..<Self.columns).map { "f\($0)" }.joined(separator: ",")
        let lines = rows.enumerated().map { number, row in
            let cells = row.map { $0.map { "[\($0.lowerBound)..\($0.upperBound))" } ?? "" }
            return "row_\(number),\(cells.joined(separator: ",")),,\(number)"
        }
        let last = "otherwise\(String(repeating: ",", count: Self.columns + 2))-1"
        try scratch.write(policy, to: "wide/wide.writ")
        try scratch.write(
            (["rule,\(names),||,found"] + lines + [last]).joined(separator: "\n") + "\n", to: "wide/wide.csv")
        return scratch.path("wide")
    }
}

/// How much was found in a table, in numbers.
public struct TableSummary: Sendable, CustomStringConvertible {
    /// What to look for.
    public struct Parts: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let overlaps = Parts(rawValue: 1)
        public static let hiddenRows = Parts(rawValue: 2)
        public static let gaps = Parts(rawValue: 4)
        public static let all: Parts = [.overlaps, .hiddenRows, .gaps]
    }

    public var overlappingPairs = 0
    public var hiddenRows = 0
    public var undecidedRows = 0
    /// The gaps that are told.
    public var gaps = 0
    public var areGapsDecided = true

    public var description: String {
        "\(overlappingPairs) pairs of rows meet, \(hiddenRows) rows are hidden, \(undecidedRows) undecided, \(gaps) gaps"
            + (areGapsDecided ? "" : " and perhaps more")
    }
}

extension TableAnalysis {
    public func summary(_ parts: TableSummary.Parts = .all) -> TableSummary {
        var summary = TableSummary()
        let overlaps = parts.contains(.overlaps) ? overlaps() : nil
        summary.overlappingPairs = overlaps?.count ?? 0
        if parts.contains(.hiddenRows) {
            let entries = hiddenRows().entries
            summary.undecidedRows = entries.count { $0.reason == .undecided }
            summary.hiddenRows = entries.count - summary.undecidedRows
        }
        if parts.contains(.gaps) {
            let gaps = gaps(overlaps)
            summary.gaps = gaps.boxes.count
            summary.areGapsDecided = gaps.outcome == .complete || gaps.outcome == .all
        }
        return summary
    }
}

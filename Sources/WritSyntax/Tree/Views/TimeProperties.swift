// The words of time expressions as typed values.

/// Which way a shift goes.
public enum ShiftDirection: Sendable, Hashable { case after, before }

extension ShiftSyntax {
    public var direction: ShiftDirection { node.has(.before) ? .before : .after }
}

extension DayRollSyntax {
    public var direction: ShiftDirection { node.has(.before) ? .before : .after }
    /// `last working day` rather than `first working day`, as written.
    public var isLast: Bool { node.has(.last) }
}

extension AmountSyntax {
    /// `3 working days` rather than `3 days`.
    public var isWorking: Bool { node.has(.working) }
}

extension BetweenSyntax {
    public var isWorking: Bool { node.has(.working) }
}

extension PartOfSyntax {
    public enum Part: Sendable, Hashable { case date, time, year, month, day, weekday, length, plain }

    public var part: Part {
        switch node.tokens.first?.kind {
        case .timeWord: .time
        case .year: .year
        case .month: .month
        case .day: .day
        case .weekday: .weekday
        case .length: .length
        case .plain: .plain
        default: .date
        }
    }
}

extension EdgeOfSyntax {
    public enum Edge: Sendable, Hashable { case start, end }
    public enum Unit: Sendable, Hashable { case month, year }

    public var edge: Edge { node.has(.end) ? .end : .start }
    public var unit: Unit { node.has(.year) ? .year : .month }
}

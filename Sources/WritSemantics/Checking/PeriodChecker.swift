import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Checks `in force by … from … until …`: the days on which a value or a rule holds, both inclusive.
struct PeriodChecker {
    let elaboration: Elaboration
    let scope: Scope

    /// A period as the model has it.
    struct Period {
        /// What must hold: `anchor >= from`, `anchor <= until`.
        var conditions: [Term]
        /// The first and the last count; the ends of all time where nothing is written.
        var range: ClosedRange<Int128>
        /// The words of the anchor: periods of one anchor can be compared.
        var anchor: String
        var location: SourceLocation
    }

    func check(_ syntax: PeriodSyntax) -> Period? {
        let anchor = anchorTerm(syntax)
        guard syntax.from != nil || syntax.until != nil else {
            if syntax.anchor == nil { return nil }  // the parser said so
            elaboration.error(
                .invalidPeriod, "the period has neither a beginning nor an end", at: syntax.location,
                "`from` or `until` expected", help: "write `in force from 2026-01-01`, or remove it")
            return nil
        }
        return period(
            anchor, syntax.anchor?.node.text ?? "today", from: syntax.from, until: syntax.until, at: syntax.location)
    }

    /// The period between two optional dates of an anchor, `today` when it is nil.
    func period(
        _ anchor: Term, _ words: String, from: ExprSyntax?, until: ExprSyntax?, at location: SourceLocation
    ) -> Period? {
        let low = from.map { bound($0, anchor) }
        let high = until.map { bound($0, anchor) }
        if let low, low == nil { return nil }
        if let high, high == nil { return nil }
        return period(anchor, words, low ?? nil, high ?? nil, at: location)
    }

    private func period(_ anchor: Term, _ words: String, _ low: Bound?, _ high: Bound?, at location: SourceLocation)
        -> Period?
    {
        if let low, let high, low.count > high.count {
            elaboration.error(
                .invalidPeriod, "the period ends before it begins", at: high.term.location,
                "earlier than the beginning",
                also: [Label(low.term.location, "begins here")],
                help: "both days belong to the period: write the earlier first")
            return nil
        }
        let first = low.map { Term(.compare(.greaterOrEqual, anchor, $0.term), .boolean, location) }
        let last = high.map { Term(.compare(.lessOrEqual, anchor, $0.term), .boolean, location) }
        return Period(
            conditions: [first, last].compactMap(\.self), range: (low?.count ?? .min)...(high?.count ?? .max),
            anchor: words,
            location: location)
    }

    // MARK: Parts

    var today: (SourceLocation) -> Term { { Term(.fact(Builtins.today), .date, $0) } }

    private func anchorTerm(_ syntax: PeriodSyntax) -> Term {
        guard let anchor = syntax.anchor else { return today(syntax.location) }
        let term = ExpressionChecker(elaboration: elaboration, scope: scope).check(anchor, expecting: .date)
        if term.type == .date || term.type == .instant || term.type == .poison { return term }
        elaboration.error(
            .invalidPeriod, "a period is counted by a date or an instant", at: anchor.location,
            "neither a date nor an instant",
            help: "write the date that decides, as in `by order.placed_on`")
        return Term(term.kind, .poison, term.location)
    }

    private struct Bound {
        var term: Term
        var count: Int128
    }

    private func bound(_ syntax: ExprSyntax, _ anchor: Term) -> Bound? {
        guard anchor.type != .poison else { return nil }
        let constants = ConstantChecker(elaboration: elaboration, globals: scope.globals)
        guard let (term, datum) = constants.term(syntax, as: anchor.type, of: "the end of a period"),
            case .count(let count) = datum
        else { return nil }
        return Bound(term: term, count: count)
    }
}

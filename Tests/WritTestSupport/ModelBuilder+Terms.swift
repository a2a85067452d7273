import WritSemantics
import WritSource
import WritValues

extension ModelBuilder {
    // MARK: Constants

    public func yes(_ truth: Bool = true) -> Term { term(.constant(.boolean(truth)), .boolean) }
    public func integer(_ value: Int128) -> Term { term(.constant(.count(value)), .integer) }
    public func quantity(_ count: Int128, _ type: WritType) -> Term { term(.constant(.count(count)), type) }
    public func text(_ text: String) -> Term { term(.constant(.text(text)), .text) }
    public func zone(_ name: String) -> Term { term(.constant(.text(name)), .zone) }
    public func enumCase(_ variant: VariantID, _ index: Int) -> Term {
        term(.constant(.variant(index, [])), .variant(variant))
    }
    public func date(_ text: String) -> Term {
        quantity(Int128(CivilDate(iso: text)!.dayNumber), .date)
    }
    public func instant(_ text: String) -> Term {
        quantity(Int128(Instant(rfc3339: text)!.microseconds), .instant)
    }
    public func time(_ text: String) -> Term { quantity(Int128(CivilTime(text)!.microseconds), .time) }
    public func amount(_ text: String) -> Term {
        let (kind, count) = AmountText.parse(text)!
        return quantity(count, .amount(kind))
    }

    /// A value that is unknown because of a fault.
    public func faulty(_ type: WritType = .integer) -> Term {
        term(.round(term(.divide(integer(3), integer(0)), .quotient(.number)), unit: 1, .halfUp), type)
    }

    // MARK: Operations

    public func and(_ operands: Term...) -> Term { term(.and(operands), .boolean) }
    public func or(_ operands: Term...) -> Term { term(.or(operands), .boolean) }
    public func not(_ operand: Term) -> Term { term(.not(operand), .boolean) }
    public func isKnown(_ operand: Term) -> Term { term(.isKnown(operand), .boolean) }
    public func equal(_ left: Term, _ right: Term) -> Term { term(.equal(left, right), .boolean) }
    public func compare(_ left: Term, _ ordering: Term.Ordering, _ right: Term) -> Term {
        term(.compare(ordering, left, right), .boolean)
    }
    public func divide(_ left: Term, _ right: Term, _ kind: QuotientKind = .number) -> Term {
        term(.divide(left, right), .quotient(kind))
    }
    public func round(_ operand: Term, to unit: Int128, _ type: WritType, _ mode: RoundingMode = .halfUp) -> Term {
        term(.round(operand, unit: unit, mode), type)
    }
    public func after(
        _ amount: Term, _ anchor: Term, before: Bool = false, on calendar: Term? = nil, in zone: Term? = nil,
        excluding pauses: Term? = nil
    ) -> Term {
        guard case .amount(let kind) = amount.type else { preconditionFailure("not an amount") }
        let shift = Term.Shift(
            kind: kind, amount: amount, anchor: anchor, isBefore: before, calendar: calendar, zone: zone, pauses: pauses
        )
        return term(.shift(shift), anchor.type)
    }
    public func between(
        _ kind: AmountKind, _ start: Term, _ end: Term, on calendar: Term? = nil, excluding pauses: Term? = nil
    ) -> Term {
        let between = Term.Between(kind: kind, start: start, end: end, calendar: calendar, pauses: pauses)
        return term(.between(between), .amount(kind))
    }

    /// A field of a record, by name.
    public func field(_ record: Term, _ name: String) -> Term {
        guard case .record(let id) = record.type else { preconditionFailure("not a record") }
        let index = model[id].fields.firstIndex { $0.name == name }!
        return term(.field(record, index), model[id].fields[index].type)
    }

    /// A list form over a list, its body made from the element.
    public func any(_ quantifier: Term.Quantifier, _ list: Term, _ body: (Term) -> Term) -> Term {
        let local = element(of: list)
        return term(.quantifier(quantifier, local, list: list, body: body(read(local))), .boolean)
    }
    public func count(_ list: Term, where filter: (Term) -> Term?) -> Term {
        let local = element(of: list)
        return term(.count(local, list: list, filter: filter(read(local))), .integer)
    }
    public func aggregate(
        _ aggregate: Term.Aggregate, _ list: Term, where filter: (Term) -> Term? = { _ in nil }, _ value: (Term) -> Term
    ) -> Term {
        let local = element(of: list)
        let value = value(read(local))
        let type: WritType = aggregate == .average ? .quotient(.number) : value.type
        return term(.aggregate(aggregate, local, list: list, filter: filter(read(local)), value: value), type)
    }
    public func map(_ list: Term, where filter: (Term) -> Term? = { _ in nil }, _ value: (Term) -> Term) -> Term {
        let local = element(of: list)
        let value = value(read(local))
        return term(.map(local, list: list, filter: filter(read(local)), value: value), .list(value.type))
    }
    public func first(
        _ list: Term, where filter: (Term) -> Term? = { _ in nil }, by key: (Term) -> Term? = { _ in nil },
        descending: Bool = false
    ) -> Term {
        let local = element(of: list)
        guard case .list(let type) = list.type else { preconditionFailure("not a list") }
        return term(
            .first(local, list: list, filter: filter(read(local)), key: key(read(local)), descending: descending), type)
    }

    private func element(of list: Term) -> LocalID {
        guard case .list(let type) = list.type else { preconditionFailure("not a list") }
        return local("x\(model.locals.count)", type)
    }

    /// `{hole}` texts in one language.
    public func message(_ segments: MessageTemplate.Segment...) -> MessageTemplate {
        MessageTemplate(texts: [(language: nil, segments: segments)])
    }
}

import WritSemantics
import WritValues

/// A calculation with dates, instants, zones and calendars: what it is, and where its operands lie.
struct BranchTime: Sendable {
    enum Kind: Sendable {
        case shift(AmountKind, isInstant: Bool, isBefore: Bool)
        case between(AmountKind)
        case atTime
        case part(Int32)
        case localPart(Term.LocalPart)
        case edge(Term.PeriodEdge)
        case isWorkingDay
        case roll(forward: Bool)
    }
    var kind: Kind
    /// Amount and anchor; start and end; date and time; or one operand twice.
    var first: CellPlace
    var second: CellPlace
    var calendar: CellPlace?
    var zone: CellPlace?
    var pauses: BranchPauses?
}

/// A list of records with the bounds of pauses.
struct BranchPauses: Sendable {
    var list: CellPlace
    var width: Int
    var from: Int
    var until: Int
}

/// A rounding of a count or of a quotient.
struct BranchRounding: Sendable {
    var ratio: BranchRatio
    var unit: Int128
    var unitScale: Int
    var mode: RoundingMode
}

extension BranchCompiler {
    mutating func time(_ term: Term, into place: CellPlace, next: Label) throws(Obstacle) -> Label {
        switch term.kind {
        case .shift(let shift):
            if let label = try moveDate(shift, into: place, next: next) { return label }
            let kind = BranchTime.Kind.shift(
                shift.kind, isInstant: shift.anchor.type == .instant, isBefore: shift.isBefore)
            return try time(
                kind, [shift.amount, shift.anchor], shift.calendar, shift.zone, shift.pauses, into: place, next: next)
        case .between(let between):
            return try time(
                .between(between.kind), [between.start, between.end], between.calendar, nil, between.pauses,
                into: place, next: next)
        case .atTime(let date, let time, let zone):
            return try self.time(.atTime, [date, time], nil, zone, nil, into: place, next: next)
        case .part(let part, let date):
            return try time(.part(part.code(term.type)), [date], nil, nil, nil, into: place, next: next)
        case .localPart(let part, let instant, let zone):
            return try time(.localPart(part), [instant], nil, zone, nil, into: place, next: next)
        case .edge(let edge, let date): return try time(.edge(edge), [date], nil, nil, nil, into: place, next: next)
        case .isWorkingDay(let date, let calendar):
            return try time(.isWorkingDay, [date], calendar, nil, nil, into: place, next: next)
        case .rollToWorkingDay(let date, let forward, let calendar):
            return try time(.roll(forward: forward), [date], calendar, nil, nil, into: place, next: next)
        default: throw Obstacle("not about time")
        }
    }

    /// Days after or before a date that are the same in every case: an addition.
    private mutating func moveDate(
        _ shift: Term.Shift, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label? {
        guard let days = daysMoved(shift) else { return nil }
        return try value(shift.anchor) { compiler, anchor throws(Obstacle) in
            try compiler.operation(.moveDate, anchor, anchor, low: days, into: place, next: next)
        }
    }

    /// By how many days a date is moved, if they are the same in every case.
    private mutating func daysMoved(_ shift: Term.Shift) -> Int64? {
        guard shift.kind == .days, shift.anchor.type == .date, let days = constantCell(shift.amount),
            abs(Int128(days)) < 10_000_000
        else { return nil }
        return shift.isBefore ? -days : days
    }

    mutating func daysMoved(_ term: Term) -> (Term.Shift, Int64)? {
        guard case .shift(let shift) = term.kind, let days = daysMoved(shift) else { return nil }
        return (shift, days)
    }

    private mutating func time(
        _ kind: BranchTime.Kind, _ operands: [Term], _ calendar: Term?, _ zone: Term?, _ pauses: Term?,
        into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let terms = operands + [calendar, zone, pauses].compactMap(\.self)
        return try places(terms[...], []) { compiler, places throws(Obstacle) in
            var rest = places[...]
            let first = rest.removeFirst()
            let second = operands.count > 1 ? rest.removeFirst() : first
            let calendar = calendar == nil ? nil : rest.removeFirst()
            let zone = zone == nil ? nil : rest.removeFirst()
            let list = try pauses.map { term throws(Obstacle) in try compiler.pauses(term, rest.removeFirst()) }
            compiler.times.append(
                BranchTime(kind: kind, first: first, second: second, calendar: calendar, zone: zone, pauses: list))
            return try compiler.emit(
                BranchNode(op: .time, a: place.index, yes: next, low: Int64(compiler.times.count - 1)))
        }
    }

    private func pauses(_ list: Term, _ place: CellPlace) throws(Obstacle) -> BranchPauses {
        guard case .list(.record(let id)) = list.type,
            let from = model[id].fields.firstIndex(where: { $0.name == "from" }),
            let until = model[id].fields.firstIndex(where: { $0.name == "until" })
        else { throw Obstacle("pauses of this kind") }
        return BranchPauses(
            list: place, width: layout.width(of: .record(id)), from: layout.offset(of: from, in: id),
            until: layout.offset(of: until, in: id))
    }
}

import WritSemantics
import WritValues

extension Lowering {
    mutating func time(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .shift(let shift): self.shift(shift, term, into: slot)
        case .between(let between): self.between(between, term, into: slot)
        case .atTime(let date, let time, let zone):
            let values = (value(date), value(time), value(zone))
            emit(.atTime, a: slot, b: values.0, c: values.1, d: values.2, e: site(term))
        case .part(let part, let date):
            emit(.datePart, a: slot, b: value(date), c: part.code(term.type), e: site(term))
        case .localPart(let part, let instant, let zone):
            let values = (value(instant), value(zone))
            emit(.localPart, a: slot, b: values.0, c: values.1, d: part == .date ? 0 : 1, e: site(term))
        case .edge(let edge, let date):
            emit(.edge, a: slot, b: value(date), c: edge.code, e: site(term))
        case .isWorkingDay(let date, let calendar):
            let values = (value(date), value(calendar))
            emit(.isWorkingDay, a: slot, b: values.0, c: values.1, e: site(term))
        case .rollToWorkingDay(let date, let forward, let calendar):
            let values = (value(date), value(calendar))
            emit(.rollToWorkingDay, a: slot, b: values.0, c: values.1, d: forward ? 1 : 0, e: site(term))
        default: preconditionFailure("not about time")
        }
    }

    private mutating func shift(_ shift: Term.Shift, _ term: Term, into slot: Int32) {
        let amount = value(shift.amount)
        let anchor = value(shift.anchor)
        let calendar = shift.calendar.map { value($0) }
        let zone = shift.zone.map { value($0) }
        let pauses = shift.pauses.map { self.pauses($0) }
        plan.shifts.append(
            ShiftPlan(
                kind: shift.kind, amount: amount, anchor: anchor, isInstant: shift.anchor.type == .instant,
                isBefore: shift.isBefore, calendar: calendar, zone: zone, pauses: pauses))
        let site = site(term, shift.anchor.type, .amount(shift.kind))
        emit(.shift, a: slot, b: Int32(plan.shifts.count - 1), e: site)
    }

    private mutating func between(_ between: Term.Between, _ term: Term, into slot: Int32) {
        let start = value(between.start)
        let end = value(between.end)
        let calendar = between.calendar.map { value($0) }
        let pauses = between.pauses.map { self.pauses($0) }
        plan.betweens.append(
            BetweenPlan(kind: between.kind, start: start, end: end, calendar: calendar, pauses: pauses))
        emit(.between, a: slot, b: Int32(plan.betweens.count - 1), e: site(term))
    }

    private mutating func pauses(_ list: Term) -> PausesPlan {
        let slot = value(list)
        guard case .list(.record(let id)) = list.type, case .list(let element) = plan.shapes[shape(list.type)].kind,
            case .record(_, let fields) = plan.shapes[element].kind,
            let from = model[id].fields.firstIndex(where: { $0.name == "from" }),
            let until = model[id].fields.firstIndex(where: { $0.name == "until" })
        else { preconditionFailure("pauses are records with from and until") }
        return PausesPlan(list: slot, element: element, from: fields[from].offset, until: fields[until].offset)
    }

    // MARK: Text

    mutating func text(_ term: Term, into slot: Int32) {
        switch term.kind {
        case .text(let test, let left, let right):
            let values = (value(left), value(right))
            emit(.textTest, a: slot, b: values.0, c: values.1, d: test.code)
        case .like(let operand, let pattern):
            let value = value(operand)
            plan.patterns.append(pattern)
            emit(.like, a: slot, b: value, c: Int32(plan.patterns.count - 1))
        case .textLength(let operand): emit(.textLength, a: slot, b: value(operand))
        case .plainText(let operand): emit(.plainText, a: slot, b: value(operand))
        case .message(let template): emit(.message, a: slot, b: message(template))
        default: preconditionFailure("not about text")
        }
    }

    /// Works out the holes of a template; the number of its plan.
    mutating func message(_ template: MessageTemplate) -> Int32 {
        var texts: [(language: String?, segments: [MessagePlan.Segment])] = []
        for text in template.texts {
            var segments: [MessagePlan.Segment] = []
            for segment in text.segments {
                switch segment {
                case .text(let text): segments.append(.text(text))
                case .hole(let term):
                    segments.append(.hole(Place(slot: value(term), shape: shape(term.type)), term.type))
                }
            }
            texts.append((text.language, segments))
        }
        plan.messages.append(MessagePlan(texts: texts, zone: template.zone))
        return Int32(plan.messages.count - 1)
    }
}

extension Term.DatePart {
    /// As operand: weekdays are cases of an enumeration that starts with Monday, or numbers from 1.
    func code(_ type: WritType) -> Int32 {
        switch self {
        case .year: 0
        case .month: 1
        case .day: 2
        case .weekday: type.isVariant ? 3 : 4
        }
    }
}

extension Term.PeriodEdge {
    static let all: [Term.PeriodEdge] = [.startOfMonth, .endOfMonth, .startOfYear, .endOfYear]
    var code: Int32 { Int32(Self.all.firstIndex(of: self)!) }
}

extension Term.TextTest {
    static let all: [Term.TextTest] = [.startsWith, .endsWith, .contains]
    var code: Int32 { Int32(Self.all.firstIndex(of: self)!) }
}

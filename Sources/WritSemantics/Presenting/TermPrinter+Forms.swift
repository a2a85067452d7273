extension TermPrinter {
    func time(_ term: Term) -> String {
        switch term.kind {
        case .shift(let shift): self.shift(shift)
        case .between(let between): self.between(between)
        case .atTime(let date, let time, let zone): form("at", [date, time, zone])
        case .part(let part, let operand): form(part.rawValue, [operand])
        case .localPart(let part, let operand, zone: let zone): form(part.rawValue, [operand, zone])
        case .edge(let edge, let operand): form(edge.rawValue, [operand])
        case .isWorkingDay(let operand, calendar: let calendar): form("isWorkingDay", [operand, calendar])
        case .rollToWorkingDay(let operand, forward: let isForward, calendar: let calendar):
            form(isForward ? "workingDayFrom" : "workingDayUpTo", [operand, calendar])
        default: ""
        }
    }

    private func shift(_ shift: Term.Shift) -> String {
        form(
            shift.isBefore ? "before" : "after", text(shift.amount), text(shift.anchor), option("on", shift.calendar),
            option("zone", shift.zone), option("excluding", shift.pauses))
    }

    private func between(_ between: Term.Between) -> String {
        form(
            "between", "\(between.kind)", text(between.start), text(between.end), option("on", between.calendar),
            option("excluding", between.pauses))
    }

    private func option(_ word: String, _ term: Term?) -> String? { term.map { "\(word): \(text($0))" } }

    func list(_ term: Term) -> String {
        switch term.kind {
        case .quantifier(let quantifier, let variable, list: let list, body: let body):
            form(quantifier.rawValue, model[variable].name, text(list), text(body))
        case .count(let variable, list: let list, filter: let filter):
            form("count", model[variable].name, text(list), option("where", filter))
        case .aggregate(let function, let variable, list: let list, filter: let filter, value: let value):
            form(function.rawValue, model[variable].name, text(list), text(value), option("where", filter))
        case .map(let variable, list: let list, filter: let filter, value: let value):
            form("list", model[variable].name, text(list), text(value), option("where", filter))
        case .first(let variable, list: let list, filter: let filter, key: let key, descending: let isDescending):
            form(
                "first", model[variable].name, text(list), option("where", filter),
                option(isDescending ? "byDescending" : "by", key))
        default: ""
        }
    }
}

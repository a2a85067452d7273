import WritSemantics
import WritValues

extension ModelGenerator {
    func date(_ depth: Int) -> Term {
        switch random.below(8) {
        case 0, 1: shift(.days, .date, depth)
        case 2: shift(.months, .date, depth)
        case 3: shift(.workingDays, .date, depth)
        case 4: localPart(.date, depth)
        case 5:
            builder.term(
                .edge(random.pick([.startOfMonth, .endOfMonth, .startOfYear, .endOfYear]), term(.date, depth)), .date)
        case 6:
            builder.term(
                .rollToWorkingDay(term(.date, depth), forward: random.chance(50), calendar: term(.calendar, depth)),
                .date)
        default: aggregate(.date, depth) ?? leaf(.date)
        }
    }

    func instant(_ depth: Int) -> Term {
        switch random.below(6) {
        case 0:
            builder.term(
                .atTime(date: term(.date, depth), time: term(.time, depth), zone: term(.zone, depth)), .instant)
        case 1: shift(.days, .instant, depth)
        case 2: shift(.months, .instant, depth)
        case 3: shift(.workingTime, .instant, depth)
        default: shift(.elapsed, .instant, depth)
        }
    }

    func localPart(_ part: Term.LocalPart, _ depth: Int) -> Term {
        builder.term(
            .localPart(part, term(.instant, depth), zone: term(.zone, depth)), part == .date ? .date : .time)
    }

    private func shift(_ kind: AmountKind, _ type: WritType, _ depth: Int) -> Term {
        let isClock = kind == .elapsed || kind == .workingTime
        let isWorking = kind == .workingDays || kind == .workingTime
        return builder.after(
            term(.amount(kind), depth), term(type, depth), before: random.chance(40),
            on: isWorking ? term(.calendar, depth) : nil,
            in: type == .instant && !isClock ? term(.zone, depth) : nil,
            excluding: isClock && random.chance(40) ? leaf(.list(.record(pause))) : nil)
    }
}

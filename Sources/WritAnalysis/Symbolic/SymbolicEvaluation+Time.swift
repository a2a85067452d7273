import WritSemantics
import WritValues

extension SymbolicEvaluation {
    func time(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .shift(let shift): return self.shift(shift, term, locals)
        case .between(let between): return self.between(between, term, locals)
        case .atTime(let date, let time, let zone):
            return asked(
                [date, time], [.rises, .rises], zone: zone, calendar: nil, term, locals, slack: Self.clockSlack
            ) {
                .atTime(date: $0[0], time: $0[1], zone: $1!)
            }
        case .part(let part, let date):
            return asked([date], [part == .year ? .rises : .anything], zone: nil, calendar: nil, term, locals) {
                operands, _ in
                .part(part, operands[0])
            }
        case .localPart(let part, let instant, let zone):
            return asked(
                [instant], [part == .date ? .rises : .anything], zone: zone, calendar: nil, term, locals, slack: 2
            ) { .localPart(part, $0[0], zone: $1!) }
        case .edge(let edge, let date):
            return asked([date], [.rises], zone: nil, calendar: nil, term, locals) { operands, _ in
                .edge(edge, operands[0])
            }
        case .isWorkingDay(let date, let calendar):
            return asked([date], [.anything], zone: nil, calendar: calendar, term, locals) {
                .isWorkingDay($0[0], calendar: $1!)
            }
        case .rollToWorkingDay(let date, let forward, let calendar):
            return asked([date], [.rises], zone: nil, calendar: calendar, term, locals) {
                .rollToWorkingDay($0[0], forward: forward, calendar: $1!)
            }
        default: preconditionFailure("not about time")
        }
    }

    /// Clocks are never put back by more, the day that a place skipped included.
    static let clockSlack: Int128 = 26 * 3_600_000_000

    // MARK: Shifts

    private func shift(_ shift: Term.Shift, _ term: Term, _ locals: SymbolicLocals) -> Symbol {
        if shift.pauses != nil {
            return paused(term, [shift.amount, shift.anchor, shift.calendar], shift.pauses, locals)
        }
        switch (shift.kind, shift.anchor.type) {
        case (.days, .date), (.elapsed, _): return straight(shift, term, locals)
        default: break
        }
        let amount: Definition.Direction = shift.isBefore ? .falls : .rises
        let slack: Int128 = if case .instant = term.type, shift.kind != .workingTime { Self.clockSlack } else { 0 }
        return asked(
            [shift.amount, shift.anchor], [amount, .rises], zone: shift.zone, calendar: shift.calendar, term, locals,
            slack: slack
        ) { operands, setting in
            .shift(
                Term.Shift(
                    kind: shift.kind, amount: operands[0], anchor: operands[1], isBefore: shift.isBefore,
                    calendar: shift.calendar.map { _ in setting! }, zone: shift.zone.map { _ in setting! }))
        }
    }

    /// Days after a date and elapsed time after an instant are sums; out of the years 1 to 9999 they are faults.
    private func straight(_ shift: Term.Shift, _ term: Term, _ locals: SymbolicLocals) -> Symbol {
        let sum = counted([evaluate(shift.amount, locals), evaluate(shift.anchor, locals)], term) {
            linear([(shift.isBefore ? -1 : 1, $0[0]), (1, $0[1])], term)
        }
        guard case .count(let variable) = sum.content else { return sum }
        let range = Self.range(of: term.type)
        let isThere = table.all([
            table.atLeast(variable, range.lowerBound), table.atMost(variable, range.upperBound),
        ])
        return Symbol(
            known: table.all([sum.known, isThere]),
            faulted: table.any([sum.faulted, table.all([sum.known, !isThere])]), sum.content)
    }

    // MARK: Amounts between

    private func between(_ between: Term.Between, _ term: Term, _ locals: SymbolicLocals) -> Symbol {
        if between.pauses != nil {
            return paused(term, [between.start, between.end, between.calendar], between.pauses, locals)
        }
        if between.kind == .days || between.kind == .elapsed {
            return counted([evaluate(between.start, locals), evaluate(between.end, locals)], term) {
                linear([(-1, $0[0]), (1, $0[1])], term)
            }
        }
        return asked(
            [between.start, between.end], [.falls, .rises], zone: nil, calendar: between.calendar, term, locals
        ) {
            operands, setting in
            .between(
                Term.Between(kind: between.kind, start: operands[0], end: operands[1], calendar: setting))
        }
    }

    /// Time that does not count while something is paused is not followed. It may be open where a pause may be, and may fail where a
    /// calendar or the year 9999 may end.
    private func paused(_ term: Term, _ operands: [Term?], _ pauses: Term?, _ locals: SymbolicLocals) -> Symbol {
        let symbols = (operands + [pauses]).compactMap { $0.map { evaluate($0, locals) } }
        let told = table.all(symbols.map(\.known))
        let name = "\(functionName(term, nil)) paused"
        func may(_ what: String) -> Formula { table.all([told, opaqueFlag("\(name) \(what)", symbols)]) }
        let fails = canFail(term) ? may("fails") : .no
        let isOpen = pauses.map(hasOpenEnds) == true ? may("is open") : .no
        return opaque(
            name, symbols, term.type, known: table.all([told, !fails, !isOpen]),
            faulted: table.any(symbols.map(\.faulted) + [fails]))
    }

    /// Something that may be so or not, depending on these values.
    func opaqueFlag(_ name: String, _ symbols: [Symbol]) -> Formula {
        truth(of: opaque(name, symbols, .boolean, known: .yes, faulted: .no)).isTrue
    }

    /// Elapsed time between two instants is always there.
    private func canFail(_ term: Term) -> Bool {
        if case .between(let between) = term.kind { between.kind != .elapsed } else { true }
    }

    private func hasOpenEnds(_ pauses: Term) -> Bool {
        guard case .list(.record(let id)) = pauses.type else { return true }
        return model[id].fields.contains { $0.isOptional }
    }

    // MARK: What is asked

    /// Asks the calendar or the clock, once for each calendar or zone there can be.
    private func asked(
        _ operands: [Term], _ directions: [Definition.Direction], zone: Term?, calendar: Term?, _ term: Term,
        _ locals: SymbolicLocals, slack: Int128 = 0, _ build: @escaping @Sendable ([Term], Term?) -> Term.Kind
    ) -> Symbol {
        let symbols = operands.map { evaluate($0, locals) }
        let settings = settings(zone ?? calendar, locals)
        let known = table.all(symbols.map(\.known) + [settings.known])
        let faulted = table.any(symbols.map(\.faulted) + [settings.faulted])
        let variables = symbols.compactMap { if case .count(let variable) = $0.content { variable } else { nil } }
        guard variables.count == symbols.count else { return Symbol(known: .no, faulted: faulted, .nothing) }
        if settings.isOpen {
            // A zone that a host names may be any, also one in which the day is none of the years 1 to 9999.
            let name = functionName(term, nil)
            let operands = symbols + settings.symbols
            let fails = table.all([known, opaqueFlag("\(name) fails", operands)])
            return opaque(
                name, operands, term.type, known: table.all([known, !fails]), faulted: table.any([faulted, fails]))
        }
        let answers = settings.alternatives.map { condition, setting in
            let function = TimeFunction(
                name: functionName(term, setting),
                arguments: operands.indices.map {
                    .init(variable: variables[$0], type: operands[$0].type, direction: directions[$0])
                },
                term: { Term(build($0, setting), term.type, term.location) }, slack: slack,
                range: Self.answerRange(term), lemma: TimeLemmas.lemma(of: term))
            let (variable, known, faulted) = apply(function, at: term, known: known, faulted: faulted)
            return (condition, self.answer(variable, term, known: known, faulted: faulted))
        }
        var merged = merge(answers)
        merged.faulted = table.any([merged.faulted, faulted])
        return merged
    }

    private func answer(_ variable: Variable, _ term: Term, known: Formula, faulted: Formula) -> Symbol {
        switch term.type {
        case .boolean: return Symbol(known: known, faulted: faulted, .truth(table.isCount(variable, 1)))
        case .variant(let id):
            let cases = model[id].cases.indices.map {
                CaseSymbol(index: $0, isIt: table.isCount(variable, Int128($0)))
            }
            return Symbol(known: known, faulted: faulted, .variant(cases))
        default: return Symbol(known: known, faulted: faulted, .count(variable))
        }
    }

    /// What the same function is called: the kind of term and its settings, whoever asks.
    private func functionName(_ term: Term, _ setting: Term?) -> String {
        let what =
            switch term.kind {
            case .shift(let shift):
                "shift \(shift.kind) \(shift.isBefore) \(shift.anchor.type)"
            case .between(let between): "between \(between.kind)"
            case .atTime: "at"
            case .part(let part, _): "part \(part) \(term.type)"
            case .localPart(let part, _, _): "local \(part)"
            case .edge(let edge, _): "edge \(edge)"
            case .isWorkingDay: "is working"
            case .rollToWorkingDay(_, let forward, _): "roll \(forward)"
            default: "?"
            }
        guard case .constant(let datum)? = setting?.kind else { return what }
        return "\(what) \(datum)\(mark.calendars)"
    }

    private static func answerRange(_ term: Term) -> ClosedRange<Int128> {
        switch (term.kind, term.type) {
        case (.part(.month, _), _): 1...12
        case (.part(.day, _), _): 1...31
        case (.part(.year, _), _): 1...9999
        case (.part(.weekday, _), .variant): 0...6
        case (.part(.weekday, _), _): 1...7
        case (_, .boolean): 0...1
        default: range(of: term.type)
        }
    }

    // MARK: Calendars and zones

    private struct Settings {
        var alternatives: [(condition: Formula, setting: Term?)]
        var known = Formula.yes
        var faulted = Formula.no
        /// Whether there are others than these.
        var isOpen = false
        var symbols: [Symbol] = []
    }

    private func settings(_ term: Term?, _ locals: SymbolicLocals) -> Settings {
        guard let term else { return Settings(alternatives: [(.yes, nil)]) }
        let symbol = evaluate(term, locals)
        var settings = Settings(
            alternatives: [], known: symbol.known, faulted: symbol.faulted, symbols: [symbol])
        func add(_ condition: Formula, _ datum: Datum) {
            let condition = symbol.known == .yes ? condition : table.all([symbol.known, condition])
            settings.alternatives.append((condition, Term(.constant(datum), term.type, term.location)))
        }
        switch symbol.content {
        case .variant(let cases): for one in cases where one.isIt != .no { add(one.isIt, .variant(one.index, [])) }
        case .text(let texts):
            for text in texts where text.isIt != .no {
                switch text.value {
                case .constant(let name): add(text.isIt, .text(name))
                case .variable, .opaque: settings.isOpen = true
                }
            }
        default: settings.isOpen = true
        }
        return settings
    }
}

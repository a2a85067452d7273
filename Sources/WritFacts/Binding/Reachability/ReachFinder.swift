import WritSemantics

/// Goes through the terms of decisions and notes which facts, and which parts of them, they read.
struct ReachFinder {
    /// The way to a value that may be the one a term gives.
    struct Path: Hashable {
        var fact: FactID
        var steps: [FactReach.Step] = []

        func appending(_ step: FactReach.Step) -> Path { Path(fact: fact, steps: steps + [step]) }
    }

    /// A define or a decision, and where its arguments come from: walking it again would tell nothing new.
    private struct Call: Hashable {
        var body: Symbol
        var arguments: [[Path]]
    }

    let model: CheckedModel
    private(set) var facts: [FactID: FactReach] = [:]
    var locals: [LocalID: [Path]] = [:]
    private var results: [Call: [Path]] = [:]

    init(_ model: CheckedModel) { self.model = model }

    /// A decision asked by the host, whose arguments are no facts.
    mutating func askFromOutside(_ decision: DecisionID) {
        walk(decision, model[decision].parameters.map { _ in [] })
    }

    /// Notes the parts that a term may give, and returns the ways to them.
    mutating func paths(_ paths: [Path]) -> [Path] {
        for path in paths { mark(path, whole: false) }
        return paths
    }

    /// Notes that the value of a term is used, with everything in it.
    mutating func use(_ term: Term) {
        for path in origins(of: term) { mark(path, whole: true) }
    }

    mutating func use(_ terms: [Term?]) {
        for case let term? in terms { use(term) }
    }

    private mutating func mark(_ path: Path, whole: Bool) {
        facts[path.fact, default: FactReach()].mark(path.steps[...], whole: whole)
    }

    // MARK: Bodies

    mutating func define(_ id: DefineID, _ arguments: [Term]) -> [Path] {
        let given = arguments.map { origins(of: $0) }
        return once(Call(body: .define(id), arguments: given)) { finder in
            finder.bind(finder.model[id].parameters, given)
            return finder.origins(of: finder.model[id].body)
        }
    }

    mutating func param(_ id: ParamID) -> [Path] {
        once(Call(body: .param(id), arguments: [])) { $0.origins(of: $0.model[id].value) }
    }

    mutating func decision(_ id: DecisionID, _ arguments: [Term]) {
        walk(id, arguments.map { origins(of: $0) })
    }

    private mutating func walk(_ id: DecisionID, _ arguments: [[Path]]) {
        _ = once(Call(body: .decision(id), arguments: arguments)) { finder in
            finder.bind(finder.model[id].parameters, arguments)
            finder.walk(finder.model[id])
            return []
        }
    }

    private mutating func walk(_ decision: Decision) {
        for column in decision.columns { locals[column.local] = origins(of: column.value) }
        // Columns that no row has tested yet. Once there are none, rows that ask nothing else tell nothing new.
        var untested = Set(decision.columns.map(\.local))
        for index in decision.rules.indices {
            if !(decision.rules[index].asksColumnsOnly && untested.isEmpty) {
                use(decision.rules[index].condition)
                test(decision.rules[index].condition, &untested)
            }
            use(decision.rules[index].conclusion)
        }
        for conclusion in [decision.otherwise, decision.undetermined] { if let conclusion { use(conclusion) } }
    }

    /// Takes the columns away that a condition tests. Of one with parts another row may test another part.
    private func test(_ condition: Term, _ untested: inout Set<LocalID>) {
        if untested.isEmpty { return }
        condition.forEachOperand { test($0, &untested) }
        guard case .local(let id) = condition.kind else { return }
        switch condition.type {
        case .record, .list: break
        case .variant(let type) where !model[type].isEnumeration: break
        default: untested.remove(id)
        }
    }

    private mutating func use(_ conclusion: Conclusion) {
        if let value = conclusion.value { use(value) }
        for call in conclusion.actions { use(call.arguments) }
        if let because = conclusion.because { use(because) }
    }

    mutating func use(_ message: MessageTemplate) {
        for text in message.texts {
            for case .hole(let term) in text.segments { use(term) }
        }
    }

    private mutating func bind(_ parameters: [LocalID], _ arguments: [[Path]]) {
        for (parameter, argument) in zip(parameters, arguments) { locals[parameter] = argument }
    }

    private mutating func once(_ call: Call, _ body: (inout ReachFinder) -> [Path]) -> [Path] {
        if let known = results[call] { return known }
        let result = body(&self)
        results[call] = result
        return result
    }
}

import WritDiagnostics

/// Refuses defines and decisions whose calls of each other multiply beyond reason.
///
/// Nothing in the language runs for ever, but `define b(x: integer) = a(x) + a(x + 1)`, forty times over, would outlive
/// its readers. A call with arguments is worked out each time; what has no arguments is worked out once a case, but what
/// holds other values is copied wherever it is named: `define b = [a, a]` is twice as long as `a`.
struct StepChecker {
    /// Terms that one question may look at, each element of a list counted once.
    static let mostSteps = 10_000_000

    private typealias Node = TermReferences.Reference

    private let elaboration: Elaboration
    private var steps: [Node: Int] = [:]
    /// How long the answers of decisions are.
    private var sizes: [DecisionID: Int] = [:]

    init(elaboration: Elaboration) { self.elaboration = elaboration }

    mutating func check() {
        for index in elaboration.model.defines.indices {
            check(.define(DefineID(index)), elaboration.model.defines[index].heading)
        }
        for index in elaboration.model.decisions.indices {
            check(.decision(DecisionID(index)), elaboration.model.decisions[index].heading)
        }
    }

    private mutating func check(_ node: Node, _ heading: Heading) {
        guard count(node) > Self.mostSteps else { return }
        // What calls it would be too much only for its sake.
        steps[node] = 0
        elaboration.error(
            .tooManySteps, "`\(heading.name)` would take more than ten million steps", at: heading.location,
            isValue(node) ? "copies multiply here" : "calls multiply here",
            help: isValue(node)
                ? "it holds a copy of all that it names, wherever it names it: name each part once"
                : "what it calls is worked out again for each call; name a repeated result in a `define` without arguments"
        )
    }

    /// The steps of one evaluation, once what it calls is known. The model has no circles and no long chains any more.
    private mutating func count(_ node: Node) -> Int {
        if let known = steps[node] { return known }
        var total = 0
        forEachTerm(of: node) { add($0, to: &total) }
        steps[node] = total
        return total
    }

    private mutating func add(_ term: Term, to total: inout Int) {
        var cost = 1
        switch term.kind {
        case .define(let id, let arguments) where !arguments.isEmpty || holdsValues(term.type):
            cost += count(.define(id))
        case .decision(let id, let arguments) where !arguments.isEmpty: cost += count(.decision(id))
        case .decision(let id, _) where holdsValues(term.type): cost += size(of: id)
        default: break
        }
        total = min(total + cost, Self.mostSteps + 1)
        term.forEachOperand { add($0, to: &total) }
    }

    /// How long the answer of a decision can be: as its longest value, or as all of them together when they are collected.
    private mutating func size(of id: DecisionID) -> Int {
        if let known = sizes[id] { return known }
        let decision = elaboration.model[id]
        let conclusions =
            decision.rules.map(\.conclusion) + [decision.otherwise, decision.undetermined].compactMap(\.self)
        var (all, longest) = (0, 0)
        for value in conclusions.compactMap(\.value) {
            var one = 0
            add(value, to: &one)
            (all, longest) = (min(all + one, Self.mostSteps + 1), max(longest, one))
        }
        sizes[id] = decision.mode == .collect ? all : longest
        return sizes[id]!
    }

    /// Whether it has no arguments, and a value that holds others.
    private func isValue(_ node: Node) -> Bool {
        switch node {
        case .define(let id): elaboration.model[id].parameters.isEmpty && holdsValues(elaboration.model[id].body.type)
        case .decision(let id): elaboration.model[id].parameters.isEmpty && holdsValues(elaboration.model[id].type)
        case .param: false
        }
    }

    /// Whether values of a type hold others, and grow with them.
    private func holdsValues(_ type: WritType) -> Bool {
        switch type {
        case .message, .list, .record: true
        case .variant(let id): !elaboration.model[id].isEnumeration
        default: false
        }
    }

    private func forEachTerm(of node: Node, _ visit: (Term) -> Void) {
        switch node {
        case .decision(let id): elaboration.model[id].forEachTerm(visit)
        case .define(let id): visit(elaboration.model[id].body)
        case .param: break
        }
    }
}

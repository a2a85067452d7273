import WritDiagnostics

/// Refuses defines and decisions whose calls of each other multiply beyond reason.
///
/// Nothing in the language runs for ever, but `define b(x: integer) = a(x) + a(x + 1)`, forty times over, would outlive
/// its readers. A call with arguments is worked out each time; what has no arguments is worked out once a case.
struct StepChecker {
    /// Terms that one question may look at, each element of a list counted once.
    static let mostSteps = 10_000_000

    private typealias Node = TermReferences.Reference

    let elaboration: Elaboration

    func check() {
        var steps: [TermReferences.Reference: Int] = [:]
        for index in elaboration.model.defines.indices {
            check(.define(DefineID(index)), elaboration.model.defines[index].heading, &steps)
        }
        for index in elaboration.model.decisions.indices {
            check(.decision(DecisionID(index)), elaboration.model.decisions[index].heading, &steps)
        }
    }

    private func check(_ node: Node, _ heading: Heading, _ steps: inout [TermReferences.Reference: Int]) {
        guard count(node, &steps) > Self.mostSteps else { return }
        // What calls it would be too much only for its sake.
        steps[node] = 0
        elaboration.error(
            .tooManySteps, "`\(heading.name)` would take more than ten million steps", at: heading.location,
            "calls multiply here",
            help:
                "what it calls is worked out again for each call; name a repeated result in a `define` without arguments"
        )
    }

    /// The steps of one evaluation, once what it calls is known. The model has no circles and no long chains any more.
    private func count(_ node: Node, _ steps: inout [TermReferences.Reference: Int]) -> Int {
        if let known = steps[node] { return known }
        var total = 0
        for term in terms(of: node) { add(term, to: &total, &steps) }
        steps[node] = total
        return total
    }

    private func add(_ term: Term, to total: inout Int, _ steps: inout [TermReferences.Reference: Int]) {
        var cost = 1
        switch term.kind {
        case .define(let id, let arguments) where !arguments.isEmpty: cost += count(.define(id), &steps)
        case .decision(let id, let arguments) where !arguments.isEmpty: cost += count(.decision(id), &steps)
        default: break
        }
        total = min(total + cost, Self.mostSteps + 1)
        for child in term.children { add(child, to: &total, &steps) }
    }

    private func terms(of node: Node) -> [Term] {
        switch node {
        case .decision(let id): elaboration.model[id].terms
        case .define(let id): [elaboration.model[id].body]
        case .param: []
        }
    }
}

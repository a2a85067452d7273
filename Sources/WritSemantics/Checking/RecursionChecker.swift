import WritDiagnostics
import WritSource

/// Finds decisions that depend on themselves, through other decisions, defines and the periods of params.
///
/// Circles of defines alone are found while they are checked (`DefineChecker`).
struct RecursionChecker {
    private typealias Node = TermReferences.Reference

    private let elaboration: Elaboration
    private var finished: Set<Node> = []
    private var path: [Node] = []
    /// Where each step of the path was written.
    private var places: [SourceLocation] = []

    init(elaboration: Elaboration) { self.elaboration = elaboration }

    mutating func check() {
        for index in elaboration.model.decisions.indices { visit(.decision(DecisionID(index))) }
        for index in elaboration.model.params.indices { visit(.param(ParamID(index))) }
    }

    private mutating func visit(_ node: Node) {
        if finished.contains(node) { return }
        if let start = path.firstIndex(of: node) {
            report(Array(path[start...]), Array(places[start...]))
            return
        }
        path.append(node)
        for (next, place) in references(of: node) {
            places.append(place)
            visit(next)
            places.removeLast()
        }
        path.removeLast()
        finished.insert(node)
    }

    /// What a declaration reads, each once, with the first place.
    private func references(of node: Node) -> [(Node, SourceLocation)] {
        var seen: Set<Node> = []
        var found: [(Node, SourceLocation)] = []
        for term in terms(of: node) {
            TermReferences.forEach(in: term) { reference, place in
                if seen.insert(reference).inserted { found.append((reference, place)) }
            }
        }
        return found
    }

    private func terms(of node: Node) -> [Term] {
        switch node {
        case .decision(let id): elaboration.model[id].terms
        case .define(let id): [elaboration.model[id].body]
        case .param(let id): [elaboration.model[id].value]
        }
    }

    private func heading(of node: Node) -> Heading {
        switch node {
        case .decision(let id): elaboration.model[id].heading
        case .define(let id): elaboration.model[id].heading
        case .param(let id): elaboration.model[id].heading
        }
    }

    private func noun(of node: Node) -> String {
        switch node {
        case .decision: "decision"
        case .define: "define"
        case .param: "param"
        }
    }

    private func report(_ chain: [Node], _ places: [SourceLocation]) {
        let first = heading(of: chain[0])
        let steps = chain.dropFirst().map { "\(noun(of: $0)) \(heading(of: $0).name)" }
        let names = ([first.name] + steps + [first.name]).joined(separator: " → ")
        elaboration.error(
            .recursion, "\(noun(of: chain[0])) `\(first.name)` depends on itself: \(names)", at: first.location,
            "needs itself",
            also: places.map { Label($0, "read here") },
            help: "every decision must end: take one of them out of the circle")
    }
}

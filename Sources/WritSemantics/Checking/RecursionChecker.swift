import WritDiagnostics
import WritSource

/// Finds decisions that depend on themselves, through other decisions, defines and the periods of params, and chains of
/// declarations that are longer than anybody can follow.
///
/// Circles of defines alone are found while they are checked (`DefineChecker`).
struct RecursionChecker {
    private typealias Node = TermReferences.Reference

    /// So many declarations may need each other in a row. It bounds the stack of whatever walks the model.
    static let longestChain = 500

    private let elaboration: Elaboration
    /// How long the longest chain is that starts at a declaration.
    private var lengths: [Node: Int] = [:]
    private var hasReportedLength = false
    private var path: [Node] = []
    /// Where each step of the path was written.
    private var places: [SourceLocation] = []

    init(elaboration: Elaboration) { self.elaboration = elaboration }

    mutating func check() {
        for index in elaboration.model.decisions.indices { visit(.decision(DecisionID(index))) }
        for index in elaboration.model.params.indices { visit(.param(ParamID(index))) }
        for index in elaboration.model.defines.indices { visit(.define(DefineID(index))) }
    }

    private mutating func visit(_ node: Node) {
        if lengths[node] != nil { return }
        if let start = path.firstIndex(of: node) {
            report(Array(path[start...]), Array(places[start...]))
            return
        }
        // One step further than the limit, so that what is reported is always the declaration that is one too many.
        guard path.count <= Self.longestChain else { return }
        path.append(node)
        var length = 0
        for (next, place) in references(of: node) {
            places.append(place)
            visit(next)
            places.removeLast()
            length = max(length, lengths[next] ?? 0)
        }
        path.removeLast()
        lengths[node] = length + 1
        if length + 1 > Self.longestChain { reportLength(node) }
    }

    private mutating func reportLength(_ node: Node) {
        guard !hasReportedLength else { return }
        hasReportedLength = true
        elaboration.error(
            .chainTooLong,
            "\(noun(of: node)) `\(heading(of: node).name)` stands on a chain of more than \(Self.longestChain) declarations",
            at: heading(of: node).location, "one too many",
            help: "let some of them say directly what they stand for")
    }

    /// What a declaration reads, each once, with the first place.
    private func references(of node: Node) -> [(Node, SourceLocation)] {
        var seen: Set<Node> = []
        var found: [(Node, SourceLocation)] = []
        forEachTerm(of: node) { term in
            TermReferences.forEach(in: term) { reference, place in
                if seen.insert(reference).inserted { found.append((reference, place)) }
            }
        }
        return found
    }

    private func forEachTerm(of node: Node, _ visit: (Term) -> Void) {
        switch node {
        case .decision(let id): elaboration.model[id].forEachReadingTerm(visit)
        case .define(let id): visit(elaboration.model[id].body)
        case .param(let id): visit(elaboration.model[id].value)
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

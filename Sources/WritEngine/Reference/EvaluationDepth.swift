import WritSemantics

/// How deep the evaluation of a model's terms goes at most: terms in terms, through all declarations that they read.
///
/// Nearly all policies are shallow, and a stack of its own for a question costs more than answering it.
public struct EvaluationDepth: Sendable {
    /// Terms that are open at one time, at most; counted to ``most`` only.
    public let terms: Int

    /// A caller's stack has room for so many. A term takes some two kilobytes of it, without optimisation six.
    private static let shallow = 64
    private static let most = 1 << 20

    /// Goes through all terms once.
    public init(_ model: CheckedModel) {
        var finder = Finder(model)
        for declaration in DependencyOrder(model).declarations { finder.add(declaration) }
        // No evaluator asks a promise about two cases, but who proves one evaluates its terms.
        let promised =
            model.promises.map(\.condition) + model.relations.flatMap { [$0.value, $0.condition].compactMap(\.self) }
        terms = (finder.depths.values + promised.map { finder.depth(of: $0) }).max() ?? 0
    }

    /// Whether a stack of the usual size will do.
    public var isShallow: Bool { terms <= Self.shallow }

    /// Declarations come after what they read, so each depth is known when it is asked for.
    private struct Finder {
        let model: CheckedModel
        var depths: [DependencyOrder.Declaration: Int] = [:]

        init(_ model: CheckedModel) { self.model = model }

        mutating func add(_ declaration: DependencyOrder.Declaration) {
            var deepest = 0
            declaration.forEachTerm(in: model) { deepest = max(deepest, depth(of: $0)) }
            depths[declaration] = min(deepest + 1, EvaluationDepth.most)
        }

        func depth(of term: Term) -> Int {
            var deepest = 0
            term.forEachOperand { deepest = max(deepest, depth(of: $0)) }
            switch term.kind {
            case .param(let id): deepest = max(deepest, depths[.param(id), default: 0])
            case .define(let id, _): deepest += depths[.define(id), default: 0]
            case .decision(let id, _): deepest += depths[.decision(id), default: 0]
            default: break
            }
            return min(deepest + 1, EvaluationDepth.most)
        }
    }
}

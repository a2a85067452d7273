import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    func unknownName(_ token: SyntaxToken, expecting expected: WritType? = nil) -> Term {
        let name = token.text
        let foreign = Self.otherLanguages[name.lowercased()]
        if foreign == nil, elaboration.isLost(token, in: scope.globals) { return poison(at: token.location) }
        var what = "there is nothing named `\(name)`"
        var close: String?
        if case .variant(let id) = expected {
            close = Spelling.nearest(to: name, among: model[id].cases.map(\.name))
            if close != nil { what = "`\(name)` is not a value of `\(model[id].heading.name)`" }
        }
        close = close ?? Spelling.nearest(to: name, among: scope.localNames + visibleNames)
        return mistake(
            ExpressionNameCodes.unknownName, what, at: token.location,
            help: foreign ?? close.map { "did you mean `\($0)`?" } ?? declaring(expected),
            fixIts: fixes(close, at: token.location))
    }

    /// What the policy sees, in an order that does not depend on hashing; nothing where there is too much to choose from.
    private var visibleNames: [String] {
        let globals = scope.globals
        guard globals.symbols.count + globals.variantCases.count <= Spelling.mostCandidates else { return [] }
        return globals.symbols.keys.sorted() + globals.variantCases.keys.sorted()
    }

    func fixes(_ close: String?, at location: SourceLocation) -> [FixIt] {
        close.map { [FixIt("write `\($0)`", replacing: location, with: $0)] } ?? []
    }

    /// What to do when nothing has a name like it.
    private func declaring(_ expected: WritType?) -> String? {
        if case .variant(let id) = expected {
            let cases = model[id].cases
            let shown = cases.prefix(6).map { "`\($0.name)`" }.joined(separator: ", ")
            return "the values of `\(model[id].heading.name)` are \(shown)\(cases.count > 6 ? ", …" : "")"
        }
        return nil
    }

    /// Words that mean something elsewhere.
    private static let otherLanguages: [String: String] = {
        let unknown = "what is not told is `unknown`: ask with `is unknown`"
        var help = Dictionary(uniqueKeysWithValues: ["null", "nil", "none", "undefined"].map { ($0, unknown) })
        for (word, truth) in [("yes", "true"), ("true", "true"), ("false", "false")] { help[word] = "write `\(truth)`" }
        return help
    }()
}

import WritDiagnostics
import WritSource
import WritSyntax

extension ExpressionChecker {
    func unknownName(_ token: SyntaxToken, expecting expected: WritType? = nil) -> Term {
        let name = token.text
        var what = "there is nothing named `\(name)`"
        var candidates = scope.localNames
        if case .variant(let id) = expected {
            let cases = model[id].cases.map(\.name)
            if Spelling.nearest(to: name, among: cases) != nil { what = "`\(name)` is not a value of `\(model[id].heading.name)`" }
            candidates = cases + candidates
        }
        candidates += scope.globals.symbols.keys.sorted() + scope.globals.variantCases.keys.sorted()
        let close = Spelling.nearest(to: name, among: candidates)
        return mistake(
            ExpressionNameCodes.unknownName, what, at: token.location,
            help: Self.otherLanguages[name.lowercased()] ?? close.map { "did you mean `\($0)`?" } ?? declaring(expected),
            fixIts: fixes(close, at: token.location))
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

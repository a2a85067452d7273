import WritDiagnostics
import WritSource
import WritSyntax

/// Checks named cases, each after the one it is like, whose assignments it starts with.
final class CaseChecker {
    private let elaboration: Elaboration
    private let sites: Sites
    private var open: [Int] = []
    private var finished: [Int: [Assignment]] = [:]

    init(elaboration: Elaboration, sites: Sites) {
        self.elaboration = elaboration
        self.sites = sites
    }

    func check() {
        for index in sites.cases.indices { elaboration.model.cases[index].assignments = assignments(of: index) }
    }

    private func assignments(of index: Int) -> [Assignment] {
        if let known = finished[index] { return known }
        let site = sites.cases[index]
        open.append(index)
        let all = base(site.syntax.base, in: site.globals) + own(site.syntax.assignments, in: site.globals)
        open.removeLast()
        finished[index] = all
        return all
    }

    func own(_ syntax: [AssignmentSyntax], in globals: GlobalScope) -> [Assignment] {
        syntax.compactMap(AssignmentChecker(elaboration: elaboration, globals: globals).check)
    }

    /// What `like` takes over; nothing where it goes round in a circle.
    func base(_ token: SyntaxToken?, in globals: GlobalScope) -> [Assignment] {
        guard let token else { return [] }
        guard case .namedCase(let index) = globals.symbols[token.text] else {
            elaboration.reportUnknown("case", token, in: globals) { if case .namedCase = $0 { true } else { false } }
            return []
        }
        guard let start = open.firstIndex(of: index) else { return assignments(of: index) }
        let names = (open[start...] + [index]).map { elaboration.model.cases[$0].heading.name }
        elaboration.error(
            .likeCycle, "case `\(names[0])` is like itself: \(names.joined(separator: " → "))", at: token.location,
            "closes the circle", help: "let one of them state its own facts")
        return []
    }
}

import WritDiagnostics
import WritSource
import WritSyntax

/// Checks named cases, each after the one it is like, whose assignments it starts with.
final class CaseChecker {
    private let elaboration: Elaboration
    private let sites: Sites
    private var open: [Int] = []
    private var finished: [Int: [Assignment]] = [:]
    /// How many cases each one starts from, one through the other.
    private var depths: [Int: Int] = [:]
    private var isTooLong = false

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
        depths[index] = 1
        let all = base(site.syntax.base, in: site.globals) + own(site.syntax.assignments, in: site.globals)
        open.removeLast()
        finished[index] = all
        return all
    }

    /// Each case holds what all before it hold, so that a chain without end would fill the memory.
    private func assignments(of index: Int, likedAt token: SyntaxToken) -> [Assignment] {
        if open.count <= LikeChain.longest {
            let all = assignments(of: index)
            let depth = depths[index, default: 0]
            if isTooLong || open.isEmpty || open.count + depth <= LikeChain.longest {
                if let last = open.last { depths[last] = depth + 1 }
                return all
            }
        }
        if !isTooLong { LikeChain.report("case", token, elaboration) }
        isTooLong = true
        return []
    }

    func own(_ syntax: [AssignmentSyntax], in globals: GlobalScope) -> [Assignment] {
        reportTwice(syntax)
        return syntax.compactMap(AssignmentChecker(elaboration: elaboration, globals: globals).check)
    }

    /// What is taken over may be set otherwise; what is set here is set once.
    private func reportTwice(_ syntax: [AssignmentSyntax]) {
        var places: [String: SourceLocation] = [:]
        for path in syntax.compactMap(\.path) {
            guard let name = path.name else { continue }
            let text = ([name] + path.steps).map(\.text).joined(separator: ".")
            guard let first = places[text] else {
                places[text] = path.location
                continue
            }
            elaboration.error(
                .invalidAssignment, "`\(text)` is given two values", at: path.location, "again",
                also: [Label(first, "the first one")], help: "keep the one that is meant")
        }
    }

    /// What `like` takes over; nothing where it goes round in a circle.
    func base(_ token: SyntaxToken?, in globals: GlobalScope) -> [Assignment] {
        guard let token else { return [] }
        guard case .namedCase(let index) = globals.symbols[token.text] else {
            elaboration.reportUnknown("case", token, in: globals) { if case .namedCase = $0 { true } else { false } }
            return []
        }
        if isTooLong { return [] }
        guard let start = open.firstIndex(of: index) else { return assignments(of: index, likedAt: token) }
        let names = (open[start...] + [index]).map { elaboration.model.cases[$0].heading.name }
        elaboration.error(
            .likeCycle, "case `\(names[0])` is like itself: \(names.joined(separator: " → "))", at: token.location,
            "closes the circle", help: "let one of them state its own facts")
        return []
    }
}

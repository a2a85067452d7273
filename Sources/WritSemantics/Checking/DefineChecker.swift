import WritDiagnostics
import WritSource
import WritSyntax

/// Checks the bodies of defines, each when its type is first needed, and finds those that need themselves.
final class DefineChecker {
    private let elaboration: Elaboration
    private let sites: Sites
    /// The defines being checked now, from the outermost to the innermost.
    private var open: [DefineID] = []
    private var finished: Set<DefineID> = []
    private var hasReportedLength = false

    init(elaboration: Elaboration, sites: Sites) {
        self.elaboration = elaboration
        self.sites = sites
    }

    func check() {
        for index in sites.defines.indices { _ = define(DefineID(index)) }
    }

    /// The define with its body; one that needs itself is reported once and gets a body without a type.
    func define(_ id: DefineID) -> Define {
        if finished.contains(id) { return elaboration.model[id] }
        if let start = open.firstIndex(of: id) {
            reportCycle(Array(open[start...]))
            return elaboration.model[id]
        }
        guard open.count < RecursionChecker.longestChain else {
            reportLength(id)
            return elaboration.model[id]
        }
        open.append(id)
        checkParameters(id)
        let body = checkBody(id)
        open.removeLast()
        if finished.insert(id).inserted { elaboration.model.defines[id.index].body = body }
        return elaboration.model[id]
    }

    private func checkParameters(_ id: DefineID) {
        let site = sites.defines[id.index]
        let slots = SlotChecker(elaboration: elaboration, globals: site.globals)
        let owner = "define `\(elaboration.model[id].heading.name)`"
        let parameters = slots.plainParameters(
            site.syntax.parameterList, of: owner, for: "an argument of a define")
        elaboration.model.defines[id.index].parameters = parameters.map { elaboration.makeLocal($0.name, $0.type) }
    }

    private func checkBody(_ id: DefineID) -> Term {
        let site = sites.defines[id.index]
        guard let body = site.syntax.body else { return elaboration.model[id].body }
        let scope = elaboration.model[id].parameters.reduce(Scope(globals: site.globals)) { scope, local in
            scope.binding(elaboration.model[local].name, to: local)
        }
        let expressions = ExpressionChecker(elaboration: elaboration, scope: scope)
        guard let type = site.syntax.type else { return expressions.kept(expressions.check(body)) }
        let types = TypeResolver(elaboration: elaboration, globals: site.globals)
        return expressions.checkKept(body, as: types.required(type, for: "a define with a type").type)
    }

    /// What stands on it gets a body without a type, so that it is said once.
    private func reportLength(_ id: DefineID) {
        finished.formUnion(open + [id])
        guard !hasReportedLength else { return }
        hasReportedLength = true
        let heading = elaboration.model[id].heading
        elaboration.error(
            .chainTooLong,
            "define `\(heading.name)` is at the end of a chain of more than \(RecursionChecker.longestChain) defines",
            at: heading.location, "one too many", help: "let some of them say directly what they stand for")
    }

    /// The chain is reported at its first define; all of them stay without a type.
    private func reportCycle(_ chain: [DefineID]) {
        let headings = chain.map { elaboration.model[$0].heading }
        guard finished.isDisjoint(with: chain) else { return }
        let names = (headings + [headings[0]]).map(\.name).joined(separator: " → ")
        elaboration.error(
            .recursion, "define `\(headings[0].name)` depends on itself: \(names)", at: headings[0].location,
            "needs itself",
            also: headings.dropFirst().map { Label($0.location, "needed on the way") },
            help: "every calculation must end: take one of them out of the circle")
        finished.formUnion(chain)
    }
}

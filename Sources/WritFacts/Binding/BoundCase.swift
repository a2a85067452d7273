import WritDiagnostics
import WritSemantics
import WritSource

/// One case as its document tells it: its facts, and the required values it does not tell.
///
/// What is missing is an error only for a decision that can reach it, so one bound case may be asked several decisions.
public struct BoundCase: Sendable {
    public let facts: FactSet
    /// Required values that the document leaves out, in the order declared.
    public let missing: [MissingValue]

    /// Reports the missing values that `reach` needs, those inside one missing record together.
    ///
    /// - Returns: whether nothing that is needed is missing.
    public func check(against reach: ReachedFacts, decision: String, sink: inout DiagnosticSink) -> Bool {
        let needed = missing.filter { reach.needs($0.path.fact, $0.steps) }
        var rest = needed[...]
        while let first = rest.first {
            let group = rest.prefix { $0.outermost == first.outermost }
            rest = rest.dropFirst(group.count)
            sink.report(MissingValue.diagnostic(of: group, for: decision))
        }
        return needed.isEmpty
    }
}

/// A required value that a document does not have.
public struct MissingValue: Sendable {
    public let path: FactPath
    let steps: [FactReach.Step]
    /// The outermost record that is missing with it, or the value itself.
    let outermost: FactPath
    /// Where it would have to stand.
    let location: SourceLocation
    /// Whether the document says `null` or `unknown`, and not nothing at all.
    let isWritten: Bool
    let wanted: String

    static func diagnostic(of group: ArraySlice<MissingValue>, for decision: String) -> Diagnostic {
        let first = group[group.startIndex]
        let outermost = first.outermost.description
        let name = decision.isEmpty ? "this" : "`\(decision)`"
        let isInside = first.outermost != first.path
        let reason = isInside ? "\(name) reads \(list(group.map { "`\($0.path.description)`" }))" : "\(name) needs it"
        let message =
            first.isWritten
            ? "`\(outermost)` is given as unknown, and \(reason)" : "`\(outermost)` is missing, and \(reason)"
        return Diagnostic(
            .missingFact, .error, message,
            at: Label(first.location, first.isWritten ? "not known" : "`\(outermost)` is not here"),
            help: isInside ? nil : "give \(first.wanted); only a fact declared with `?` may be unknown")
    }

    private static func list(_ names: [String]) -> String {
        if names.count > 3 { return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more" }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

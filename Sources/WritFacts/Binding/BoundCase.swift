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
    /// Values that do not fit a fact of their name, while another policy has a fact of that name too.
    let refused: [RefusedValue]

    /// The names of the facts, or parts of facts, that `reach` needs and that are missing or do not fit.
    public func lacking(for reach: ReachedFacts) -> [String] {
        var names = refused.filter { reach.needs($0.fact) }.map(\.name)
        for value in missing where reach.needs(value.path.fact, value.steps) {
            if !names.contains(value.outermost.description) { names.append(value.outermost.description) }
        }
        return names
    }

    /// Reports the values that `reach` needs and that do not fit or are missing, those inside one missing record together.
    ///
    /// - Returns: whether everything that is needed is there.
    public func check(against reach: ReachedFacts, decision: String, sink: inout DiagnosticSink) -> Bool {
        let misfits = refused.filter { reach.needs($0.fact) }.flatMap(\.diagnostics)
        for misfit in misfits where !sink.diagnostics.contains(misfit) { sink.report(misfit) }
        let needed = missing.filter { reach.needs($0.path.fact, $0.steps) }
        var rest = needed[...]
        while let first = rest.first {
            let group = rest.prefix { $0.outermost == first.outermost }
            rest = rest.dropFirst(group.count)
            sink.report(MissingValue.diagnostic(of: group, for: decision))
        }
        return needed.isEmpty && misfits.isEmpty
    }
}

/// What is wrong with a document's value for one of several facts of its name.
struct RefusedValue: Sendable {
    var fact: FactID
    var name: String
    var diagnostics: [Diagnostic]
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

    /// The same in a document.
    func placed(at location: SourceLocation) -> MissingValue {
        MissingValue(
            path: path, steps: steps, outermost: outermost, location: location, isWritten: isWritten, wanted: wanted)
    }

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
            help: isInside ? nil : help(first))
    }

    /// Who never wrote `today` into a rule may wonder who reads it.
    private static func help(_ missing: MissingValue) -> String {
        guard missing.path.description == "today" else {
            return "give \(missing.wanted); only a fact declared with `?` may be unknown"
        }
        return "give \(missing.wanted); rules, rows and params with a period in force look up their date by it"
    }

    private static func list(_ names: [String]) -> String {
        if names.count > 3 { return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more" }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

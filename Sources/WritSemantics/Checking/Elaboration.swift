import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// The model while it is being made, and where complaints go. One exists per check; the checkers of the parts share it.
final class Elaboration {
    var model: CheckedModel
    var sink = DiagnosticSink()
    let cellCopies = CellCopies()
    /// Decisions of which something could not be read: what is not there may be what was lost.
    var incompleteDecisions: Set<DecisionID> = []
    var lostNames = LostNames()
    /// Policies that were looked for in vain, and reported.
    var reportedUses: Set<String> = []
    /// Checks the body of a define when its type is first needed, and reports a define that needs itself. Set by `DeclarationChecker`.
    var defineOnDemand: ((DefineID) -> Define)!

    init(model: CheckedModel) { self.model = model }

    /// How many complaints there are, those that were dropped too.
    var complaintCount: Int { sink.diagnostics.count + sink.dropped }

    func makeLocal(_ name: String, _ type: WritType) -> LocalID {
        model.locals.append(Local(name: name, type: type))
        model.localCount = model.locals.count
        return LocalID(model.locals.count - 1)
    }

    func report(
        _ code: DiagnosticCode, _ severity: Severity = .error, _ message: String, at location: SourceLocation,
        _ label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) {
        sink.report(
            Diagnostic(
                code, severity, Spelling.shortened(message), at: Label(location, Spelling.shortened(label)),
                also: secondary, help: help.map(Spelling.shortened), fixIts: fixIts))
    }
}

import WritDiagnostics
import WritSemantics
import WritSource

/// Something a policy does that its author would want to know before a case meets it.
public struct Finding: Sendable {
    public var kind: FindingKind
    /// One sentence, in the voice of `docs/contributing/diagnostics.md`.
    public var message: String
    /// What it is about: the rule, the row, the fact, and the few words under its carets.
    public var place: Label
    /// Other places that explain the first one, such as the rules that hide a rule.
    public var others: [Label]
    /// What to do about it, as a sentence.
    public var help: String?
    /// The decision it is about, if any.
    public var decision: DecisionID?
    /// A case that shows it, replayed before it was put here.
    public var example: ExampleCase?
    /// The other case of a promise about two: that with the greater value.
    public var other: ExampleCase?

    public init(
        _ kind: FindingKind, _ message: String, at place: Label, also others: [Label] = [], help: String? = nil,
        decision: DecisionID? = nil, example: ExampleCase? = nil
    ) {
        self.kind = kind
        self.message = message
        self.place = place
        self.others = others
        self.help = help
        self.decision = decision
        self.example = example
    }

    /// As the renderers show it, without its example: `FindingWriter` adds that.
    public func diagnostic(_ severity: Severity) -> Diagnostic {
        var diagnostic = Diagnostic(kind.code, severity, message, at: place, also: others, help: help)
        diagnostic.finding = FindingNote(kind)
        return diagnostic
    }
}

import WritSource

/// One thing to tell the person who wrote a text: what was found, what was expected, where, and what to do.
///
/// The voice is set in `docs/contributing/diagnostics.md`.
public struct Diagnostic: Sendable, Hashable {
    public var code: DiagnosticCode
    public var severity: Severity
    /// One sentence, no full stop needed by renderers, no capital: it follows `error: `.
    public var message: String
    /// The place that is wrong, and the few words under its carets.
    public var primary: Label
    /// Other places that explain the first one.
    public var secondary: [Label]
    /// What to do about it, as a sentence.
    public var help: String?
    /// Edits that would mend it.
    public var fixIts: [FixIt]
    /// What goes along with a finding of the analysis; nil for everything else that is told.
    public var finding: FindingNote?

    public init(
        _ code: DiagnosticCode, _ severity: Severity = .error, _ message: String, at primary: Label,
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        self.secondary = secondary
        self.help = help
        self.fixIts = fixIts
    }
}

public enum Severity: String, Sendable, Hashable, Comparable {
    case note, warning, error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A place and the few words to show under its carets.
public struct Label: Sendable, Hashable {
    public var location: SourceLocation
    public var text: String

    public init(_ location: SourceLocation, _ text: String = "") {
        self.location = location
        self.text = text
    }
}

/// An edit that mends a mistake: replace the text at `location` by `replacement`.
public struct FixIt: Sendable, Hashable {
    public var message: String
    public var location: SourceLocation
    public var replacement: String

    public init(_ message: String, replacing location: SourceLocation, with replacement: String) {
        self.message = message
        self.location = location
        self.replacement = replacement
    }
}

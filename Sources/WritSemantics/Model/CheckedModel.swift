import WritSource
import WritValues

/// What the checked policy files mean: every name bound, every type known, every default explicit.
///
/// Made by `TypeChecker`; read by the evaluators, the fact binder, the analyser and the compiled targets. A model exists
/// only for policies without errors.
public struct CheckedModel: Sendable {
    /// The policy's name: that of the file asked for, or of the folder's first file in path order.
    public var name: String
    /// SHA-256 over the names and bytes of all files that were read, in path order, as lower-case hexadecimal.
    public var digest: String { lazyDigest.text }
    var lazyDigest: LazyDigest
    public var files: [SourceFile] = []
    /// The languages its messages are written in, the first being the default; empty when none was declared.
    public var languages: [String] = []
    /// The zone used where `now` must become a date for `--as-of`; nil when no policy header names one.
    public var zone: Zone?

    public var variants: [VariantType] = []
    public var records: [RecordType] = []
    public var calendars: [CalendarDeclaration] = []
    /// The calendars that a header or another calendar names, whether or not a rule counts by them.
    public var namedCalendars: Set<CalendarID> = []
    public var facts: [Fact] = []
    public var params: [Param] = []
    public var defines: [Define] = []
    public var actions: [Action] = []
    public var decisions: [Decision] = []
    public var promises: [Promise] = []
    /// Promises about two cases, which are proved and never evaluated.
    public var relations: [RelationalPromise] = []
    /// Findings that the policies let stand, in the order of the declarations.
    public var acceptances: [Acceptance] = []
    public var tests: [Test] = []
    /// Named sets of facts that tests build on (`case base_contact`).
    public var cases: [NamedCase] = []
    /// How many locals all declarations together bind.
    public var localCount = 0
    public var locals: [Local] = []

    public init(name: String, digest: String) {
        self.name = name
        lazyDigest = LazyDigest(digest)
    }

    public subscript(_ id: VariantID) -> VariantType { variants[id.index] }
    public subscript(_ id: RecordID) -> RecordType { records[id.index] }
    public subscript(_ id: CalendarID) -> CalendarDeclaration { calendars[id.index] }
    public subscript(_ id: FactID) -> Fact { facts[id.index] }
    public subscript(_ id: ParamID) -> Param { params[id.index] }
    public subscript(_ id: DefineID) -> Define { defines[id.index] }
    public subscript(_ id: ActionID) -> Action { actions[id.index] }
    public subscript(_ id: DecisionID) -> Decision { decisions[id.index] }
    public subscript(_ id: LocalID) -> Local { locals[id.index] }
}

/// A name bound inside one declaration.
public struct Local: Sendable {
    public var name: String
    public var type: WritType

    public init(name: String, type: WritType) {
        self.name = name
        self.type = type
    }
}

import WritSource
import WritValues

/// The names that an expression can use: those of its policy and of the policies it uses, and the locals around it.
///
/// A value: entering a list form or a declaration's body makes a new one.
struct Scope {
    /// The policy's own names and those it uses. Shared by all expressions of one file.
    let globals: GlobalScope
    private(set) var locals: [String: LocalID] = [:]
    /// The list variables and arguments in the order bound, for suggestions.
    var localNames: [String] { locals.keys.sorted() }

    init(globals: GlobalScope) { self.globals = globals }

    func symbol(named name: String) -> Symbol? {
        if let local = locals[name] { return .local(local) }
        return globals.symbols[name]
    }

    func binding(_ name: String, to local: LocalID) -> Scope {
        var inner = self
        inner.locals[name] = local
        return inner
    }
}

/// The names declared by, or visible in, one policy file, with the defaults of its header.
final class GlobalScope {
    let policy: String
    var symbols: [String: Symbol] = [:]
    /// Names that two used policies both declare, with both places: an error where they are used.
    var ambiguous: [String: [SourceLocation]] = [:]
    /// For a case's name: the variants that have such a case, and its number there.
    var variantCases: [String: [(variant: VariantID, index: Int)]] = [:]
    /// `timezone "…"` of the file's header.
    var zone: Zone?
    /// `default calendar …` of the file's header.
    var calendar: CalendarID?
    var languages: [String] = []
    /// Whether a `use` was not found, so that any name may have come from there.
    var hasLostUse = false

    init(policy: String) { self.policy = policy }
}

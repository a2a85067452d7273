import WritDiagnostics

/// The codes of what is found, of the kinds that the analysis looks for.
public enum FindingCodes {
    /// The kinds that something reports; each has a page.
    public static let kinds: [FindingKind] = [
        .gap, .overlap, .unreachable, .unproduced, .constant_condition, .idle_override, .unused, .idle_test, .unowned,
        .untranslated, .period_hole, .period_overlap, .possible_fault, .undetermined, .broken_promise, .undecided,
        .expired_acceptance, .idle_acceptance,
    ]

    /// All of them, in the order of their numbers.
    public static var all: [DiagnosticCode] { kinds.map(\.code) }
}

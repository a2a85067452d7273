/// What the analysis can find in a policy that is well-formed but does not mean what its author wants.
///
/// The raw value is the one name of the kind: in `writ.yaml`, in `accept KIND "…"`, in JSON and in SARIF. Each has a code, a page under
/// that code, and a severity that `writ.yaml` may change.
// swift-format-ignore: AlwaysUseLowerCamelCase
public enum FindingKind: String, Sendable, Hashable, CaseIterable {
    /// A case that no rule covers, where there is no `otherwise`.
    case gap
    /// Two rules of a `unique` decision that apply to one case.
    case overlap
    /// A rule or row that no case can reach.
    case unreachable
    /// A value of the outcome that no case gets.
    case unproduced
    /// A part of a condition that is the same for every case that gets to it.
    case constant_condition
    /// An `overrides` that changes no case.
    case idle_override
    /// A fact, param, define, action or type that nothing reads.
    case unused
    /// A test that expects nothing that another test does not.
    case idle_test
    /// A threshold in a condition that no param, table or source owns.
    case unowned
    /// A message that is not there in one of the policy's languages.
    case untranslated
    /// Days between two periods in force on which nothing is.
    case period_hole
    /// Days on which two periods in force meet where one was meant.
    case period_overlap
    /// A calculation that some case makes go wrong.
    case possible_fault
    /// An answer left open by an unknown that a policy which looks further could give.
    case undetermined
    /// A promise that some case breaks.
    case broken_promise
    /// A question that was not decided, with what made it hard.
    case undecided
    /// An acceptance that is over.
    case expired_acceptance
    /// An acceptance of something that is not found.
    case idle_acceptance
}

extension FindingKind {
    /// The code under which it is reported.
    public var code: DiagnosticCode {
        switch self {
        case .gap: DiagnosticCode("W0901", "gap")
        case .overlap: DiagnosticCode("W0902", "overlap")
        case .unreachable: DiagnosticCode("W0903", "unreachable")
        case .unproduced: DiagnosticCode("W0904", "unproduced")
        case .constant_condition: DiagnosticCode("W0905", "constant-condition")
        case .idle_override: DiagnosticCode("W0906", "idle-override")
        case .unused: DiagnosticCode("W0907", "unused")
        case .idle_test: DiagnosticCode("W0908", "idle-test")
        case .unowned: DiagnosticCode("W0909", "unowned-threshold")
        case .untranslated: DiagnosticCode("W0910", "untranslated")
        case .period_hole: DiagnosticCode("W0911", "period-hole")
        case .period_overlap: DiagnosticCode("W0912", "period-overlap")
        case .possible_fault: DiagnosticCode("W0913", "possible-fault")
        case .undetermined: DiagnosticCode("W0914", "undetermined")
        case .broken_promise: DiagnosticCode("W0915", "broken-promise")
        case .undecided: DiagnosticCode("W0916", "undecided")
        case .expired_acceptance: DiagnosticCode("W0917", "expired-acceptance")
        case .idle_acceptance: DiagnosticCode("W0918", "idle-acceptance")
        }
    }

    /// How grave it is where `writ.yaml` says nothing.
    public var severity: Severity {
        switch self {
        case .gap, .overlap, .broken_promise: .error
        case .undecided, .idle_test: .note
        default: .warning
        }
    }
}

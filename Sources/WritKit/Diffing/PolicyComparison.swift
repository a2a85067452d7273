import WritAnalysis
import WritDiagnostics
import WritSemantics
import WritSource

/// What a change of a policy means: which cases are decided differently, and which edit does it.
///
/// ```swift
/// let comparison = try PolicyComparison(old: Compilation(paths: [before]), new: Compilation(paths: [after]))
/// for decision in comparison.decisions { print(decision.name, decision.changes.count) }
/// ```
public struct PolicyComparison: Sendable {
    /// The version before.
    public let old: Policy
    /// The version after.
    public let new: Policy
    /// What was edited, whether or not it changes any case.
    public let edits: [PolicyEdit]
    /// What became of each decision, in the order of the new version; those that are gone come last.
    public internal(set) var decisions: [DecisionChange]
    /// What `check` finds in the new version and did not find in the old one; empty where nobody looked.
    public internal(set) var newFindings: [Diagnostic] = []

    /// Compares two versions that have no errors.
    ///
    /// Takes time in proportion to what was edited: what is the same rule in the same cases is not looked at twice.
    ///
    /// - Parameter decision: only this one; all of them where it is nil.
    /// - Throws: the errors of a version that has some; or that neither has such a decision.
    public init(old: Compilation, new: Compilation, decision: String? = nil) throws(PolicyError) {
        guard let before = old.policy else { throw old.failure }
        guard let after = new.policy else { throw new.failure }
        let chosen = try decision.map { name throws(PolicyError) in try Self.name(of: name, before, after) }
        let found = Self.difference(old, before, new, after) { chosen == nil || $0 == chosen }
        self.init(old.sources, before, new.sources, after, found)
    }

    /// What is known to be untouched is not looked at; everything else is what the differ says of it, and open where it says nothing.
    private static func difference(
        _ old: Compilation, _ before: Policy, _ new: Compilation, _ after: Policy, isAsked: (String) -> Bool
    ) -> MeaningDifference {
        let untouched = UntouchedDecisions(old.sources, new.sources)
        let isSame = Dictionary(
            after.decisionIDs.map { (after.name(of: $0), untouched.contains(after.model[$0].heading.name)) },
            uniquingKeysWith: { $0 && $1 })
        let names = (after.decisions + before.decisions).filter(isAsked)
        let touched = Set(names.filter { isSame[$0] != true })
        let looked =
            touched.isEmpty
            ? []
            : DeepStack.run { MeaningDiffer(old: before.model, new: after.model).difference(of: touched) }.decisions
        let there = after.decisionIDs.filter { isAsked(after.name(of: $0)) }.map { id -> DecisionDifference in
            let name = after.name(of: id)
            return looked.first { $0.new == id }
                ?? DecisionDifference(
                    name: name, old: before.decision(like: after.model[id].heading), new: id,
                    kind: isSame[name] == true ? .same : .undecided(.budget))
        }
        return MeaningDifference(decisions: there + looked.filter { $0.new == nil })
    }

    /// The same with what `check` finds in the new version and did not find in the old one.
    ///
    /// - Parameter today: the day that acceptances are held against, counted from 1970-01-01; nil when none shall be over.
    /// - Throws: what is wrong with a `writ.yaml`.
    public func withNewFindings(
        old: Compilation, new: Compilation, today: Int? = nil
    ) throws(PolicyError) -> PolicyComparison {
        var checked = self
        checked.newFindings = try NewFindings.found(in: new, notIn: old, today: today)
        return checked
    }

    /// The name that comparisons have for a decision.
    private static func name(of name: String, _ old: Policy, _ new: Policy) throws(PolicyError) -> String {
        if let id = try? new.decision(named: name) { return new.name(of: id) }
        if let id = try? old.decision(named: name) { return old.name(of: id) }
        return new.name(of: try new.decision(named: name))
    }

    /// Presents a difference that was found already.
    init(
        _ oldSources: PolicySources, _ old: Policy, _ newSources: PolicySources, _ new: Policy,
        _ found: MeaningDifference
    ) {
        let files = FilePairs(oldSources, newSources)
        let edits = EditFinder.edits(in: files)
        let presenter = ChangePresenter(
            old: old, new: new, causes: CauseFinder(old: old, new: new, edits: edits, files: files))
        self.old = old
        self.new = new
        self.edits = edits.map(\.edit)
        decisions = found.decisions.map { presenter.change($0) }
    }

    /// Whether it is proved that every decision answers every case as before.
    public var isNothing: Bool { decisions.allSatisfy(\.isSame) }

    /// Whether cases, or whole decisions, were found to be different.
    public var hasChanges: Bool {
        decisions.contains { decision in
            switch decision.kind {
            case .same, .undecided: false
            case .changed, .added, .removed, .retyped: true
            }
        }
    }
}

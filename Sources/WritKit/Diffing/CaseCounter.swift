import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics

/// Counts how many cases of a history fall into each kind of change. Keeps no case.
public struct CaseCounter: ~Copyable {
    private let comparison: PolicyComparison
    private let asked: [Asked]
    private var oldSession: DecisionSession
    private var newSession: DecisionSession
    /// What was counted so far.
    public private(set) var counts: CaseCounts

    private struct Asked {
        var place: Int
        var old: DecisionID
        var new: DecisionID
        /// The kinds of change by what answers before and now.
        var changes: [SidePair: Int]
        /// Whether it is proved that it answers as before: then it is only asked which version takes a case.
        var isSame: Bool
    }

    /// Begins to count. Decisions that take arguments are not asked; of those of which it is proved that they answer as before it
    /// counts only which version takes a case.
    public init(_ comparison: PolicyComparison) {
        self.comparison = comparison
        oldSession = DecisionSession(comparison.old)
        newSession = DecisionSession(comparison.new)
        asked = comparison.decisions.indices.compactMap { Self.asked($0, comparison) }
        counts = CaseCounts(comparison.decisions)
    }

    private static func asked(_ place: Int, _ comparison: PolicyComparison) -> Asked? {
        let decision = comparison.decisions[place]
        switch decision.kind {
        case .changed, .undecided, .same: break
        case .added, .removed, .retyped: return nil
        }
        guard let old = decision.old, let new = decision.new, comparison.old.model[old].parameters.isEmpty,
            comparison.new.model[new].parameters.isEmpty
        else { return nil }
        let pairs = decision.changes.enumerated().map { (SidePair($1.before, $1.after), $0) }
        return Asked(
            place: place, old: old, new: new, changes: Dictionary(pairs) { first, _ in first },
            isSame: decision.isSame)
    }

    /// Counts one case. What is wrong with one that neither version takes is reported.
    public mutating func count(_ node: DocumentNode, sink: inout DiagnosticSink) {
        counts.total += 1
        if asked.isEmpty { return }
        var (oldSink, newSink) = (DiagnosticSink(), DiagnosticSink())
        let before = comparison.old.binder.read(node, for: comparison.old.reachOfAll, sink: &oldSink)
        let after = comparison.new.binder.read(node, for: comparison.new.reachOfAll, sink: &newSink)
        var (isOnlyOld, isOnlyNew, isBoth) = (false, false, false)
        for decision in asked {
            let isOld = Self.takes(comparison.old, before, decision.old)
            let isNew = Self.takes(comparison.new, after, decision.new)
            isOnlyOld = isOnlyOld || isOld && !isNew
            isOnlyNew = isOnlyNew || isNew && !isOld
            isBoth = isBoth || isOld && isNew
            guard isOld, isNew, !decision.isSame, let before, let after else { continue }
            note(
                Self.answer(before, decision.old, comparison.old, &oldSession),
                Self.answer(after, decision.new, comparison.new, &newSession), decision)
        }
        if isOnlyOld {
            counts.onlyOld += 1
        } else if isOnlyNew {
            counts.onlyNew += 1
        } else if !isBoth {
            refuse(before, after, oldSink, newSink, &sink)
        }
    }

    /// Counts a case that could not even be read.
    public mutating func countUnread() {
        counts.total += 1
        counts.unread += 1
    }

    /// Whether a case tells what a decision needs.
    private static func takes(_ policy: Policy, _ bound: BoundCase?, _ id: DecisionID) -> Bool {
        bound.map { $0.lacking(for: policy.reach(of: id)).isEmpty } ?? false
    }

    private static func answer(
        _ bound: BoundCase, _ id: DecisionID, _ policy: Policy, _ session: inout DecisionSession
    ) -> Decided {
        session.decide(Question(id, facts: bound.facts, params: ParamSet(of: policy.model)))
    }

    private mutating func note(_ before: Decided, _ after: Decided, _ decision: Asked) {
        if Face(before) == Face(after) { return }
        if let change = decision.changes[SidePair(before, after)] {
            counts.byChange[decision.place][change] += 1
        } else {
            counts.others[decision.place] += 1
        }
    }

    private mutating func refuse(
        _ before: BoundCase?, _ after: BoundCase?, _ oldSink: DiagnosticSink, _ newSink: DiagnosticSink,
        _ sink: inout DiagnosticSink
    ) {
        counts.unread += 1
        if newSink.hasErrors { return sink.absorb(newSink) }
        if let after, let first = asked.first {
            let policy = comparison.new
            _ = after.check(against: policy.reach(of: first.new), decision: policy.name(of: first.new), sink: &sink)
        }
    }
}

/// How the cases of a history fall.
public struct CaseCounts: Sendable {
    /// How many cases there were.
    public internal(set) var total = 0
    /// How many neither version takes.
    public internal(set) var unread = 0
    /// How many only the old version takes, for one of its decisions: the new one asks for facts that they do not tell, or has none of theirs.
    public internal(set) var onlyOld = 0
    /// How many only the new version takes.
    public internal(set) var onlyNew = 0
    /// By decision and kind of change.
    public internal(set) var byChange: [[Int]]
    /// By decision: cases that are decided differently and fall into no kind that was found.
    public internal(set) var others: [Int]

    init(_ decisions: [DecisionChange]) {
        byChange = decisions.map { Array(repeating: 0, count: $0.changes.count) }
        others = Array(repeating: 0, count: decisions.count)
    }

    /// Whether any case is decided differently.
    public var hasChanges: Bool { byChange.joined().contains { $0 > 0 } || others.contains { $0 > 0 } }
}

/// What answers before and now.
struct SidePair: Hashable {
    let old: [String]
    let new: [String]

    init(_ before: Decided, _ after: Decided) {
        old = Self.side(before)
        new = Self.side(after)
    }

    /// Of truths and enumerations which one a rule gives; several rules are of one kind whatever they give together.
    private static func value(_ decided: Decided) -> [String] {
        switch decided.policy.model[decided.answer.decision].mode {
        case .first, .unique: break
        case .collect, .sum, .min, .max, .count: return []
        }
        switch decided.answer.outcome {
        case .boolean(let truth): return ["\(truth)"]
        case .variant(let index, _): return ["\(index)"]
        default: return []
        }
    }

    private static func side(_ decided: Decided) -> [String] {
        switch decided.status {
        case .determined: decided.rules.isEmpty ? ["determined"] : ["rules"] + decided.rules + value(decided)
        case .undetermined: ["undetermined"]
        case .faulted: [decided.answer.fault?.kind == .noRule ? "uncovered" : "faulted"]
        }
    }
}

extension PolicyComparison {
    /// The same with the counts of a history.
    public func counted(_ counts: CaseCounts) -> PolicyComparison {
        var counted = self
        for (place, numbers) in counts.byChange.enumerated() {
            guard case .changed(var changes, let isComplete) = decisions[place].kind else { continue }
            for (index, number) in numbers.enumerated() { changes[index].caseCount = number }
            counted.decisions[place].kind = .changed(changes, isComplete: isComplete)
        }
        return counted
    }
}

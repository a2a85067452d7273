import WritEngine
import WritSemantics

/// Finds the edits that make a case be decided differently, by making each alone and asking.
final class CauseFinder {
    /// More edits than these are not tried one by one: each is a policy to compile.
    private static let mostTried = 48

    private let old: Policy
    private let new: Policy
    private let edits: [FoundEdit]
    private let versions: EditedVersions

    init(old: Policy, new: Policy, edits: [FoundEdit], files: FilePairs) {
        self.old = old
        self.new = new
        self.edits = edits
        versions = EditedVersions(files, edits)
    }

    /// A case with what both versions answer to it.
    struct Witness {
        var before: Decided
        var after: Decided
    }

    func cause(of witness: Witness) -> ChangeCause {
        let tried = candidates(witness)
        let wanted = Face(witness.after)
        let alone = tried.filter { edit in
            answer(.old, [edit], witness).map { Face($0) == wanted } ?? false
        }
        if !alone.isEmpty { return ChangeCause(.alone, alone.map { edits[$0].edit }) }
        let needed = tried.filter { edit in
            answer(.new, [edit], witness).map { Face($0) != wanted } ?? false
        }
        if !needed.isEmpty { return ChangeCause(.together, needed.map { edits[$0].edit }) }
        return ChangeCause(.nearby, nearby(witness))
    }

    /// What may be the cause, likelier ones first where there are too many.
    private func candidates(_ witness: Witness) -> [Int] {
        let open = edits.indices.filter { !edits[$0].isInert(in: .old) && !edits[$0].isInert(in: .new) }
        guard open.count > Self.mostTried else { return open }
        let names = Set(witness.before.rules + witness.after.rules)
        func rank(_ index: Int) -> Int {
            let edit = edits[index].edit
            if edit.decision != witness.after.ownName { return edit.decision == nil ? 1 : 2 }
            return edit.rule.map { names.contains($0) } ?? true ? 0 : 1
        }
        return Array(open.sorted { (rank($0), $0) < (rank($1), $1) }.prefix(Self.mostTried)).sorted()
    }

    /// What the version with the edits says of the case. Where an edit needs changed facts, types or actions, they are changed with
    /// it, unless they alone would make the difference.
    private func answer(_ version: Version, _ chosen: [Int], _ witness: Witness) -> Decided? {
        if let policy = versions.policy(version, with: chosen) { return ask(policy, witness) }
        let ground = edits.indices.filter { edits[$0].isGround && !edits[$0].isInert(in: version) }
        guard !ground.isEmpty, let plain = versions.policy(version, with: ground), let answer = ask(plain, witness),
            Face(answer) == Face(version == .old ? witness.before : witness.after)
        else { return nil }
        return versions.policy(version, with: Array(Set(ground + chosen)).sorted()).flatMap { ask($0, witness) }
    }

    private func ask(_ policy: Policy, _ witness: Witness) -> Decided? {
        let (before, after) = (witness.before, witness.after)
        guard let decision = policy.decision(like: after.policy.model[after.answer.decision].heading) else {
            return nil
        }
        let fromOld = CaseTransfer(from: before.policy.model, to: policy.model)
        let fromNew = CaseTransfer(from: after.policy.model, to: policy.model)
        let facts = fromNew.facts(after.question.facts, onto: fromOld.facts(before.question.facts))
        guard
            let arguments = fromNew.arguments(
                after.question.arguments, of: after.policy.model[after.answer.decision], as: policy.model[decision])
        else { return nil }
        return policy.decide(
            Question(decision, facts: facts, params: ParamSet(of: policy.model), arguments: arguments))
    }

    /// Those that touch the rules that answer; else those of the decision; else all.
    private func nearby(_ witness: Witness) -> [PolicyEdit] {
        let names = Set(witness.before.rules + witness.after.rules)
        let all = edits.filter { !$0.isInert(in: .old) && !$0.isInert(in: .new) }.map(\.edit)
        let own = all.filter { $0.decision == witness.after.ownName }
        let touching = own.filter { edit in edit.rule.map { names.contains($0) } ?? false }
        return [touching, own, all].first { !$0.isEmpty } ?? []
    }
}

/// What tells two answers apart: the outcome and what is to be done, not the reasons given for it.
struct Face: Hashable {
    let status: AnswerStatus
    let outcome: String
    let actions: [String]

    init(_ decided: Decided) {
        status = decided.status
        // A text for people is a reason, and no other answer.
        let isSilent = decided.answer.outcome == nil || decided.type == .message
        outcome = isSilent ? "" : decided.outcome.description
        actions = decided.actions.map(\.description)
    }
}

extension Policy {
    /// The decision of another version of the policy.
    func decision(like heading: Heading) -> DecisionID? {
        let named = decisionIDs.filter { model[$0].heading.name == heading.name }
        return named.first { model[$0].heading.policy == heading.policy } ?? (named.count == 1 ? named[0] : nil)
    }
}

extension Decided {
    /// The decision's name without that of its policy.
    var ownName: String { policy.model[answer.decision].heading.name }
}

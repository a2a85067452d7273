import Testing
@testable import WritAnalysis
@testable import WritKit
import WritEngine
import WritSemantics
import WritSource

/// Two versions of a policy given as texts.
struct DiffVersions {
    let old: Compilation
    let new: Compilation
    let folder: TemporaryFolder

    /// - Parameters:
    ///   - edits: what is replaced by what in the policy's text.
    ///   - others: further files of both versions, by name; what is in `newOthers` stands for it in the new one.
    init(
        _ text: String, _ edits: [(String, String)], others: [String: String] = [:], newOthers: [String: String] = [:]
    ) throws {
        var changed = text
        for (before, after) in edits {
            try #require(changed.contains(before), "the sample has no `\(before)`")
            changed = changed.replacing(before, with: after)
        }
        try self.init(
            files: others.merging(["desk.writ": text]) { first, _ in first },
            others.merging(newOthers) { $1 }.merging(["desk.writ": changed]) { first, _ in first })
    }

    init(files old: [String: String], _ new: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, text) in old { try folder.write("old/" + name, text) }
        for (name, text) in new { try folder.write("new/" + name, text) }
        self.old = Compilation(paths: [folder.file("old")])
        self.new = Compilation(paths: [folder.file("new")])
    }

    var pairs: FilePairs { FilePairs(old.sources, new.sources) }
    var found: [FoundEdit] { EditFinder.edits(in: pairs) }
    var edits: [String] { found.map(\.edit.what) }

    /// What the edits do to a case told in YAML.
    func cause(of decision: String, _ yaml: String) throws -> ChangeCause {
        let (before, after) = try policies()
        let witness = CauseFinder.Witness(
            before: try before.decide(decision, yaml: yaml), after: try after.decide(decision, yaml: yaml))
        return CauseFinder(old: before, new: after, edits: found, files: pairs).cause(of: witness)
    }

    func policies() throws -> (Policy, Policy) {
        guard let before = old.policy else { throw old.failure }
        guard let after = new.policy else { throw new.failure }
        return (before, after)
    }

    /// A comparison with classes made by hand: each a pair of rules, of `answer`, with a case.
    func comparison(_ kinds: [DecisionDifference.Kind]) throws -> PolicyComparison {
        let (before, after) = try policies()
        let names = before.decisions
        let differences = zip(names, kinds).map { name, kind in
            DecisionDifference(
                name: name, old: try? before.decision(named: name), new: try? after.decision(named: name), kind: kind)
        }
        return PolicyComparison(
            old.sources, before, new.sources, after, MeaningDifference(decisions: differences))
    }

    /// The class of a case, as the differ would find it.
    func changeClass(
        of decision: String, _ yaml: String, regions: [[String]] = [], isWhole: Bool = true
    ) throws -> ChangeClass {
        let (before, after) = try policies()
        let (left, right) = (try before.decide(decision, yaml: yaml), try after.decide(decision, yaml: yaml))
        func example(_ decided: Decided) -> ExampleCase {
            let facts = decided.question.facts
            return ExampleCase(
                assignments: FactAssignments(decided.policy.model).told(in: facts), facts: facts,
                decision: decided.answer.decision, answer: decided.answer)
        }
        return ChangeClass(
            old: left.answer.side(in: before.model), new: right.answer.side(in: after.model), regions: regions,
            isWhole: isWhole, oldExample: example(left), newExample: example(right))
    }

    static let desk = """
        policy sample.desk

        type Queue = risk | lead
        type Answer = refund(amount: money(USD)) | human(queue: Queue)

        fact amount : money(USD) between 0 USD and 10_000 USD
        fact is_known : boolean?

        param limit : money(USD) = 150 USD between 0 USD and 500 USD
          source house

        define is_small = amount <= limit

        decision answer : Answer
          first

          rule stranger
            when not is_known
            then human(queue: risk)

          rule small
            when is_small
            then refund(amount: amount)

          otherwise human(queue: lead)

        decision tier : Queue
          table unique
          | rule  | amount        || tier |
          | big   | >= 1_000 USD  || risk |
          | small | < 1_000 USD   || lead |

        """
}

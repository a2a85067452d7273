import Testing
import WritSemantics

@testable import WritAnalysis

/// What a change of a policy does to a decision, as our own search tells it.
func difference(
    of decision: String = "q", _ old: [BruteForcePolicy], _ new: [BruteForcePolicy]
) throws -> DecisionDifference.Kind {
    let models = (try BruteForcePolicies(files: old).model(), try BruteForcePolicies(files: new).model())
    let differ = MeaningDiffer(old: models.0, new: models.1, budget: .ordinary) { CaseSearch(table: $0) }
    return try #require(differ.difference(of: [decision]).decisions.first).kind
}

func difference(of decision: String = "q", _ old: String, _ new: String) throws -> DecisionDifference.Kind {
    func files(_ text: String) -> [BruteForcePolicy] { [BruteForcePolicy(header: [text], decisions: [], promises: [])] }
    return try difference(of: decision, files(old), files(new))
}

extension DecisionDifference.Kind {
    /// The classes of changed cases; empty where nothing is told of a change.
    var classes: [ChangeClass] { if case .changed(let classes, _) = self { classes } else { [] } }

    /// What the classes go from and to: `rules > undetermined`.
    var ways: [String] {
        func word(_ side: ChangeClass.Side) -> String {
            switch side {
            case .rule(_, let name, _): name
            case .rules(let names): names.isEmpty ? "rules" : names.joined(separator: "+")
            case .undetermined: "undetermined"
            case .faulted: "faulted"
            case .uncovered: "uncovered"
            }
        }
        return classes.map { "\(word($0.old)) > \(word($0.new))" }
    }

    var isComplete: Bool { if case .changed(_, let isComplete) = self { isComplete } else { false } }
}

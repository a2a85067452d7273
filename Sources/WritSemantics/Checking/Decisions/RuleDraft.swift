import WritDiagnostics
import WritSource
import WritSyntax

/// A rule or row before it has its place among the others.
struct RuleDraft {
    var rule: Rule
    /// All that was written of it: from `rule` to its last clause, or the row.
    var whole: SourceLocation
    /// The names it overrides, as written.
    var overrides: [SyntaxToken] = []
    /// Written in an `extend` of the decision.
    var isExtension = false
}

/// What a decision's declaration and its extensions say, before rules are placed.
struct DecisionDraft {
    var rules: [RuleDraft] = []
    var columns: [TableColumn] = []
    var otherwise: Conclusion?
    var undetermined: Conclusion?
    /// A table, a row or a rule could not be read, which was said.
    var isIncomplete = false
    /// What is accepted in the decision, its rules and its extensions.
    var acceptances: [AcceptanceDraft] = []
    var tableCount = 0
    /// How many rows all tables together have, for the names of those without one.
    var rowCount = 0
    /// The rules by name; of two with one name, the first.
    private(set) var indexByName: [String: Int] = [:]

    mutating func append(_ draft: RuleDraft, _ elaboration: Elaboration) {
        if let first = indexByName[draft.rule.name] {
            elaboration.error(
                .duplicateRule, "the decision has two rules named `\(draft.rule.name)`", at: draft.rule.location,
                "named again",
                also: [.init(rules[first].rule.location, "the first one")], help: "give one of them another name")
        } else {
            indexByName[draft.rule.name] = rules.count
        }
        rules.append(draft)
    }

    var names: [String] { indexByName.keys.sorted() }
}

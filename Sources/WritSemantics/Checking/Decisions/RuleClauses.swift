import WritDiagnostics
import WritSource
import WritSyntax

/// The clauses of a rule or an answer, each but `accept` at most once.
struct RuleClauses {
    var overrides: OverridesClauseSyntax?
    var force: ForceClauseSyntax?
    var when: WhenClauseSyntax?
    var then: ThenClauseSyntax?
    var `do`: DoClauseSyntax?
    var because: BecauseClauseSyntax?
    var source: SourceClauseSyntax?
    /// Any number of them.
    var accepts: [AcceptClauseSyntax] = []

    private let elaboration: Elaboration

    init(_ clauses: [RuleClauseSyntax], _ elaboration: Elaboration) {
        self.elaboration = elaboration
        for clause in clauses { take(clause) }
    }

    init(_ clauses: [AnswerClauseSyntax], _ elaboration: Elaboration) {
        self.elaboration = elaboration
        for clause in clauses {
            switch clause {
            case .do(let clause): set(\.do, clause, "do")
            case .because(let clause): set(\.because, clause, "because")
            case .source(let clause): set(\.source, clause, "source")
            }
        }
    }

    private mutating func take(_ clause: RuleClauseSyntax) {
        switch clause {
        case .overrides(let clause): set(\.overrides, clause, "overrides")
        case .force(let clause): set(\.force, clause, "in force")
        case .when(let clause): set(\.when, clause, "when")
        case .then(let clause): set(\.then, clause, "then")
        case .do(let clause): set(\.do, clause, "do")
        case .because(let clause): set(\.because, clause, "because")
        case .source(let clause): set(\.source, clause, "source")
        case .accept(let clause): accepts.append(clause)
        }
    }

    private mutating func set<Clause: SyntaxView>(
        _ place: WritableKeyPath<RuleClauses, Clause?>, _ clause: Clause, _ word: String
    ) {
        guard let first = self[keyPath: place] else {
            self[keyPath: place] = clause
            return
        }
        elaboration.error(
            .repeatedClause, "the rule has two `\(word)` clauses", at: clause.location, "a second one",
            also: [Label(first.location, "the first one")], help: help(word))
    }

    private func help(_ word: String) -> String {
        switch word {
        case "when": "join the conditions with `and`"
        case "do": "list all actions after one `do`, one a line"
        case "overrides": "list all names after one `overrides`, with commas"
        default: "keep one of them"
        }
    }
}

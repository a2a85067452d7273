import WritSource
import WritSyntax

/// All files with one policy name: one namespace, as if they were written in one file.
final class Policy {
    let name: String
    var units: [PolicyUnit]
    let globals: GlobalScope
    /// Its own declarations by name; of a name declared twice, the first.
    var declared: [String: Declared] = [:]
    /// The names of its own declarations in the order written.
    var order: [String] = []
    /// The policies it uses, each once.
    var uses: [Policy] = []

    init(name: String, unit: PolicyUnit) {
        self.name = name
        units = [unit]
        globals = GlobalScope(policy: name)
    }

    /// A declared name, and the word for what it is.
    struct Declared {
        var symbol: Symbol
        var location: SourceLocation
    }
}

extension Symbol {
    /// What a person calls it: `a fact`.
    var noun: String {
        switch self {
        case .variant: "a type"
        case .record: "a record"
        case .fact: "a fact"
        case .param: "a param"
        case .define: "a define"
        case .calendar: "a calendar"
        case .action: "an action"
        case .decision: "a decision"
        case .namedCase: "a case"
        case .promise, .relation: "a promise"
        case .local: "a name of this declaration"
        }
    }
}

import WritSemantics
import WritSource
import WritSyntax

/// Which decisions no edit can have reached: what they say is the same in both versions, word for word, and so is everything that they
/// name, and all that this names.
///
/// A proof of its own kind, and a quick one: most decisions of a large policy are none of a change's business. Whatever cannot be told
/// by words alone counts as touched.
struct UntouchedDecisions {
    /// What a declaration says, where it stands.
    private struct Saying: Hashable {
        var file: Int
        var words: [String]
        /// The bytes of the CSV files that it names.
        var tables: [[UInt8]]
    }

    private let old: [String: [Saying]]
    private let new: [String: [Saying]]
    /// Whether the versions differ in something that reaches everything: which files there are, their headers, what they use.
    private let isAllTouched: Bool

    init(_ old: PolicySources, _ new: PolicySources) {
        isAllTouched = Self.frame(old) != Self.frame(new)
        self.old = Self.sayings(old)
        self.new = Self.sayings(new)
    }

    /// Whether a decision of this name, in whatever policy, answers as before.
    func contains(_ name: String) -> Bool {
        if isAllTouched { return false }
        // What is in force is looked up by these facts, named or not.
        var open = [name, "today", "now"]
        var seen = Set(open)
        while let next = open.popLast() {
            let sayings = new[next] ?? []
            if sayings != old[next] ?? [] { return false }
            for saying in sayings {
                guard let cells = Self.cellWords(saying.tables) else { return false }
                for word in saying.words + cells where seen.insert(word).inserted { open.append(word) }
            }
        }
        return true
    }

    // MARK: Reading

    /// The headers and uses of all files, in order. What a header says of the policy to people is no matter.
    private static func frame(_ sources: PolicySources) -> [[String]] {
        sources.units.map { unit in
            let header = unit.tree.fileSyntax?.header
            return [header?.name?.dotted ?? ""] + (header?.settings.flatMap(\.node.words) ?? [])
                + unit.uses.flatMap(\.node.words)
        }
    }

    private static func sayings(_ sources: PolicySources) -> [String: [Saying]] {
        var sayings: [String: [Saying]] = [:]
        for (file, unit) in sources.units.enumerated() {
            for declaration in unit.tree.fileSyntax?.declarations ?? [] {
                let node = declaration.node
                let tables = sources.tables.filter { $0.key.policyPath == unit.file.path }
                let named = declaration.tableNames.map { name in
                    tables.first { $0.key.tablePath == name }?.value.bytes ?? []
                }
                let saying = Saying(file: file, words: node.tokens.map(\.text), tables: named)
                for name in declaration.reachedNames { sayings[name, default: []].append(saying) }
            }
        }
        return sayings
    }

    /// The words of the cells; nil where they cannot be told apart.
    private static func cellWords(_ tables: [[UInt8]]) -> [String]? {
        var words: [String] = []
        for table in tables {
            if table.contains(UInt8(ascii: "`")) { return nil }
            words += String(decoding: table, as: UTF8.self)
                .split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        }
        return words
    }
}

extension DeclarationSyntax {
    /// The names by which others reach what it declares; none for what decides no case.
    fileprivate var reachedNames: [String] {
        switch self {
        case .use, .promise, .case, .test: []
        case .type(let type): [type.name?.text ?? ""] + type.cases.compactMap { $0.name?.text }
        case .record(let record): [record.name?.text ?? ""]
        case .fact(let fact): [fact.name?.text ?? ""]
        case .param(let param): [param.name?.text ?? ""]
        case .define(let define): [define.name?.text ?? ""]
        case .calendar(let calendar): [calendar.name?.text ?? ""]
        case .action(let action): [action.name?.text ?? ""]
        case .decision(let decision): [decision.name?.text ?? ""]
        case .extend(let extend): [extend.name?.parts.last?.text ?? ""]
        }
    }

    fileprivate var tableNames: [String] {
        let items =
            switch self {
            case .decision(let decision): decision.items
            case .extend(let extend): extend.items
            default: [DecisionItemSyntax]()
            }
        return items.compactMap { item in
            if case .table(let table) = item { return table.file?.plainText }
            return nil
        }
    }
}

import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Reads the parts of one policy file that decide cases.
struct PartReader {
    let unit: PolicyUnit
    /// Its number among the files of both versions.
    let number: Int
    let tables: [PolicySources.TableKey: SourceFile]

    /// The file's declarations. What is added goes to the end.
    func declarations() -> PartList {
        let end = unit.file.bytes.count
        var list = PartList(start: place(.at(end)), separator: "\n\n")
        if let header = unit.tree.fileSyntax?.header { list.parts.append(settings(header)) }
        for declaration in unit.tree.fileSyntax?.declarations ?? [] {
            if let part = part(declaration) { list.parts.append(part) }
        }
        list.parts = numbered(list.parts)
        return list
    }

    /// The places of what decides no case: without it a version with one edit alone is not refused for its tests.
    func idlePlaces() -> [SourceRange] {
        (unit.tree.fileSyntax?.declarations ?? []).flatMap { declaration -> [SourceRange] in
            switch declaration {
            case .promise, .case, .test: [declaration.range]
            case .decision(let decision): decision.items.compactMap(\.acceptance)
            case .extend(let extend): extend.items.compactMap(\.acceptance)
            default: []
            }
        }
    }

    private func place(_ range: SourceRange) -> TextPlace { TextPlace(text: .unit(number), range: range) }

    private func settings(_ header: PolicyHeaderSyntax) -> PolicyPart {
        let nodes = header.settings.map(\.node)
        let range =
            nodes.first.map { $0.range.union(nodes[nodes.count - 1].range) } ?? .at(header.range.upper)
        return PolicyPart(
            key: "header", title: "header of \(header.name?.dotted ?? "the policy")", place: place(range),
            location: SourceLocation(unit.file, range), words: nodes.flatMap(\.words))
    }

    // MARK: Declarations

    private func part(_ declaration: DeclarationSyntax) -> PolicyPart? {
        switch declaration {
        case .use(let use): named(use.node, "use", use.name?.dotted, isInert: true)
        case .type(let type): named(type.node, "type", type.name?.text, isInert: true)
        case .record(let record): named(record.node, "record", record.name?.text, isInert: true)
        case .fact(let fact): named(fact.node, "fact", fact.name?.text, isInert: true)
        case .param(let param): named(param.node, "param", param.name?.text, isInert: true)
        case .define(let define): named(define.node, "define", define.name?.text, isInert: true)
        case .calendar(let calendar): named(calendar.node, "calendar", calendar.name?.text, isInert: true)
        case .action(let action): named(action.node, "action", action.name?.text, isInert: true)
        case .decision(let decision): self.decision(decision)
        case .extend(let extend): self.extend(extend)
        case .promise, .case, .test: nil
        }
    }

    private func named(_ node: SyntaxNode, _ word: String, _ name: String?, isInert: Bool = false) -> PolicyPart {
        let title = name.map { "\(word) \($0)" } ?? word
        return PolicyPart(
            key: title, title: title, place: place(node.range), location: node.location, words: node.words,
            node: node, isInert: isInert)
    }

    private func decision(_ decision: DecisionDeclarationSyntax) -> PolicyPart {
        var part = named(decision.node, "decision", decision.name?.text, isInert: true)
        part.decision = decision.name?.text
        part.parts = items(decision.items, of: decision.node, part)
        return part
    }

    private func extend(_ extend: ExtendDeclarationSyntax) -> PolicyPart {
        var part = named(extend.node, "extend", extend.name?.dotted)
        part.decision = extend.name?.parts.last?.text
        part.parts = items(extend.items, of: extend.node, part)
        return part
    }

    // MARK: Items of a decision

    private func items(_ items: [DecisionItemSyntax], of node: SyntaxNode, _ owner: PolicyPart) -> PartList {
        let headEnd = items.first.map { lastEnd(before: $0.node.tokenRange.lowerBound, in: node) } ?? node.range.upper
        let range = SourceRange(node.range.lower, headEnd)
        let headTokens = node.tokens.prefix { $0.range.upper <= headEnd }
        let head = PolicyPart(
            key: "head", title: "\(owner.title)", place: place(range), location: SourceLocation(unit.file, range),
            words: headTokens.map(\.spelling), decision: owner.decision)
        var list = PartList(parts: [head], start: place(.at(headEnd)), separator: "\n\n  ")
        let isOrdered = !items.contains(where: \.isUnordered)
        list.parts += items.compactMap { item($0, owner.decision ?? "", isOrdered: isOrdered) }
        list.parts = numbered(list.parts)
        return list
    }

    private func lastEnd(before token: Int, in node: SyntaxNode) -> Int {
        let first = node.tokenRange.lowerBound
        return token > first ? unit.tree.tokens[token - 1].end : unit.tree.tokens[first].start
    }

    private func item(_ item: DecisionItemSyntax, _ decision: String, isOrdered: Bool) -> PolicyPart? {
        var part: PolicyPart
        switch item {
        case .accept: return nil
        case .mode(let mode): part = named(mode.node, "mode", nil)
        case .rule(let rule):
            part = named(rule.node, "rule", rule.name?.text)
            part.rule = rule.name?.text
            part.isOrdered = isOrdered
        case .otherwise(let otherwise):
            part = named(otherwise.node, "otherwise", nil)
            part.rule = "otherwise"
        case .undetermined(let undetermined):
            part = named(undetermined.node, "when undetermined", nil)
            part.rule = "when undetermined"
        case .table(let table):
            part = named(table.node, "table", nil)
            part.isOrdered = isOrdered
            part.parts = TableParts(
                unit: unit, number: number, tables: tables, decision: decision, isOrdered: isOrdered
            )
            .rows(of: table)
        }
        part.title += " of \(decision)"
        part.decision = decision
        return part
    }

    /// What has the key of one before it is told apart by a number.
    private func numbered(_ parts: [PolicyPart]) -> [PolicyPart] { parts.withNumberedKeys }
}

extension [PolicyPart] {
    /// The same, no key twice.
    var withNumberedKeys: [PolicyPart] {
        var seen: [String: Int] = [:]
        return map { part in
            var part = part
            seen[part.key, default: 0] += 1
            if let count = seen[part.key], count > 1 { part.key += " #\(count)" }
            return part
        }
    }
}

extension DecisionItemSyntax {
    fileprivate var acceptance: SourceRange? {
        if case .accept(let accept) = self { return accept.range }
        return nil
    }

    /// Whether it says that the rules stand in no order.
    fileprivate var isUnordered: Bool {
        let mode: ModeSyntax? =
            switch self {
            case .mode(let mode): mode
            case .table(let table): table.mode
            default: nil
            }
        guard let word = mode?.node.words.first else { return false }
        return word != "first" && word != "collect"
    }
}

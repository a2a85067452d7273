import WritEngine
import WritSemantics
import WritSource

/// What became of each rule, and for those that did not apply the conditions that stopped them with what they compared.
struct RuleLines {
    let words: ExplanationWords
    /// What is calculated is traced to its facts once.
    private var traced: Set<String> = []

    private let conditions: ConditionText

    private static let columns = 100

    init(words: ExplanationWords) {
        self.words = words
        conditions = ConditionText(model: words.model)
    }

    mutating func lines(_ tried: TriedRule) -> [String] {
        switch tried.fate {
        case .fired: return ["\(VisibleText.oneLine(tried.name)): \(words.ink.green("applies"))"]
        case .passedOver:
            return ["\(VisibleText.oneLine(tried.name)): does not apply"]
                + stops(tried, "not so: ")
        case .held:
            var known: Set<String> = []
            let waits = tried.stoppedBy.flatMap(\.waitsFor).map(\.description).filter { known.insert($0).inserted }
            let what = waits.isEmpty ? "" : ", waits for " + TextWrapping.fitted(waits, columns: 60)
            return ["\(VisibleText.oneLine(tried.name)): \(words.ink.yellow("held"))" + what]
                + stops(tried, "unknown: ")
        }
    }

    /// The conditions that stopped it. The two ends of an interval are written as one.
    private mutating func stops(_ rule: TriedRule, _ label: String) -> [String] {
        var told: Set<String> = []
        return rule.stoppedBy.flatMap { tried -> [String] in
            let text = ExplanationWords.oneLine(conditions.text(of: tried.term, in: rule))
            return told.insert(text).inserted ? condition(tried, text, label) : []
        }
    }

    /// The condition as it was written, and what it came down to, beside it or below it.
    private mutating func condition(_ tried: TriedCondition, _ text: String, _ label: String) -> [String] {
        var notes = tried.tests.compactMap { note($0, alone: text) }.reduce(into: [String]()) { distinct, note in
            if !distinct.contains(note) { distinct.append(note) }
        }
        if let origin = origin(tried, text) { notes.append(origin) }
        let head = "  " + label + (DisplayWidth.of(text) > 86 ? text.prefix(85) + "…" : text)
        if notes.isEmpty { return [head] }
        let remark = notes.joined(separator: "; ")
        if DisplayWidth.of(head) + DisplayWidth.of(remark) + 6 <= Self.columns {
            return [head + "  " + words.ink.dim("(\(remark))")]
        }
        let indent = String(repeating: " ", count: 2 + label.count)
        let pieces = notes.enumerated().map { $0 < notes.count - 1 ? $1 + ";" : $1 }
        return [head]
            + TextWrapping.wrapped(pieces, columns: Self.columns - indent.count - 2).map { indent + words.ink.dim($0) }
    }

    // MARK: What was compared

    /// `124.90 USD > 500.00 USD`; nil where it says no more than the condition.
    private func note(_ test: TriedTest, alone condition: String) -> String? {
        switch test.term.kind {
        case .compare(let ordering, _, _): return both(test.sides, ordering.rawValue)
        case .equal: return both(test.sides, "is")
        case .text(let kind, _, _): return both(test.sides, kind.words)
        case .memberOf: return both(test.sides, "in")
        case .isCase, .like, .isKnown: return test.sides.first.flatMap { isUnknown($0) ? nil : named($0) }
        case .quantifier: return test.sides.first.map(counted)
        case .constant: return nil
        default:
            let text = ExplanationWords.oneLine(conditions.text(of: test.term))
            return text == condition || test.value.isUnknown ? nil : "\(text) is \(words.value(test.value, .boolean))"
        }
    }

    /// Both sides by their values; where one was written as a value itself, the other by its name.
    private func both(_ sides: [TestedSide], _ relation: String) -> String? {
        guard sides.count == 2 else { return nil }
        let calculated = sides.filter { !isWritten($0.term) }
        if calculated.count < 2 { return calculated.first.flatMap { isUnknown($0) ? nil : named($0) } }
        let known = sides.filter { !isUnknown($0) }
        if known.count < 2 { return known.first.map(named) }
        return "\(value(sides[0])) \(relation) \(value(sides[1]))"
    }

    private func isWritten(_ term: Term) -> Bool {
        switch term.kind {
        case .constant: true
        case .rescale(let operand, _): isWritten(operand)
        case .makeList(let elements): elements.allSatisfy(isWritten)
        default: false
        }
    }

    private func isUnknown(_ side: TestedSide) -> Bool { side.value?.isUnknown ?? true }

    private func value(_ side: TestedSide) -> String {
        guard let value = side.value else { return "a large number" }
        return (side.isRounded ? "about " : "") + words.value(value, side.type)
    }

    private func name(_ side: TestedSide) -> String { ExplanationWords.oneLine(conditions.name(of: side.term)) }

    private func named(_ side: TestedSide) -> String { "\(name(side)) is \(value(side))" }

    private func counted(_ side: TestedSide) -> String {
        guard case .list(let elements) = side.value else { return named(side) }
        let count = elements.isEmpty ? "empty" : ExplanationWords.count(elements.count, "element")
        return "\(name(side)) \(elements.isEmpty ? "is" : "has") \(count)"
    }

    // MARK: Where it comes from

    /// The facts behind what was calculated, by name, where the condition does not name them itself; nil the second time.
    private mutating func origin(_ tried: TriedCondition, _ text: String) -> String? {
        let calculated = tried.tests.filter { test in
            test.sides.isEmpty
                ? !test.term.isNamedValue : test.sides.contains { $0.path == nil && !$0.term.isNamedValue }
        }
        if calculated.isEmpty || tried.value.isUnknown { return nil }
        var names: [String] = []
        var known: Set<FactPath> = []
        for fact in tried.facts where known.insert(fact.path.list ?? fact.path).inserted {
            names.append((fact.path.list ?? fact.path).description)
        }
        let isNamed = names.allSatisfy { text.contains($0) }
        if names.isEmpty || isNamed || !traced.insert(key(of: calculated)).inserted { return nil }
        return "from " + TextWrapping.fitted(names, columns: 60)
    }

    /// What is calculated in the tests, as it is written.
    private func key(of tests: [TriedTest]) -> String {
        tests.flatMap { test in
            test.sides.isEmpty ? [test.text] : test.sides.filter { $0.path == nil && !$0.term.isNamedValue }.map(name)
        }.joined(separator: ",")
    }
}

extension Term {
    /// A fact, a param, a written value: what needs no further tracing.
    fileprivate var isNamedValue: Bool {
        switch kind {
        case .fact, .param, .constant: true
        case .rescale(let operand, _), .field(let operand, _): operand.isNamedValue
        case .makeList(let elements): elements.allSatisfy(\.isNamedValue)
        default: false
        }
    }
}

extension Term.TextTest {
    fileprivate var words: String {
        switch self {
        case .startsWith: "starts with"
        case .endsWith: "ends with"
        case .contains: "contains"
        }
    }
}

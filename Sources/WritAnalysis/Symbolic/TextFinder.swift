import WritSemantics
import WritValues

/// Finds the texts that a policy mentions, and makes some that pass its patterns.
struct TextFinder {
    private(set) var texts: [String] = []
    /// Texts that pass the tests of letters there are.
    private(set) var samples: [String] = []
    /// Whether two texts of facts are compared with one another.
    private(set) var comparesFacts = false
    private var seen = Set<String>()
    private var tests: [LetterTest] = []
    /// Of more tests each pair is not looked at.
    private static let mostTests = 12

    /// Texts that pass two tests at once, for those that pass one of them only do not show what happens then.
    var overlaps: [String] {
        tests.indices.flatMap { index in
            tests[..<index].compactMap { tests[index].text(passing: $0) }
        }
    }

    private mutating func add(_ test: LetterTest) {
        if tests.count < Self.mostTests, !tests.contains(test) { tests.append(test) }
    }

    mutating func add(_ model: CheckedModel, ruleLimit: Int) {
        for decision in model.decisions where decision.rules.count <= ruleLimit { decision.forEachTerm { add($0) } }
        for define in model.defines { add(define.body) }
        for param in model.params { add(param.value) }
        for promise in model.promises { add(promise.condition) }
        for relation in model.relations {
            add(relation.value)
            if let condition = relation.condition { add(condition) }
        }
    }

    mutating func add(_ term: Term) {
        switch term.kind {
        case .constant(let datum): add(datum)
        case .like(_, let pattern):
            add(sample: LetterTest(pattern).sample)
            add(LetterTest(pattern))
        case .text(let test, _, let part):
            if case .constant(.text(let text)) = part.kind {
                for sample in Self.samples(test, text) { add(sample: sample) }
                add(LetterTest(test, text))
            }
        case .equal(let left, let right) where left.type.holdsText && !left.isConstant && !right.isConstant:
            comparesFacts = true
        case .memberOf(let element, let list) where element.type.holdsText:
            if !element.isConstant, list.writtenConstants == nil { comparesFacts = true }
        default: break
        }
        term.forEachOperand { add($0) }
    }

    private mutating func add(_ datum: Datum) {
        switch datum {
        case .text(let text): if seen.insert(text).inserted { texts.append(text) }
        case .variant(_, let parts), .record(let parts), .list(let parts): for part in parts { add(part) }
        default: break
        }
    }

    private mutating func add(sample: String) { if seen.insert(sample).inserted { samples.append(sample) } }

    private static func samples(_ test: Term.TextTest, _ part: String) -> [String] {
        switch test {
        case .startsWith: [part + "1"]
        case .endsWith: ["1" + part]
        case .contains: ["1" + part + "1"]
        }
    }

    /// How many texts a case tells, counting lists as so many elements long.
    static func leafCount(_ model: CheckedModel, listLength: Int) -> Int {
        func count(_ type: WritType) -> Int {
            switch type {
            case .text, .zone: 1
            case .record(let id): model[id].fields.reduce(0) { $0 + count($1.type) }
            case .variant(let id):
                model[id].cases.reduce(0) { $0 + $1.fields.reduce(0) { $0 + count($1.type) } }
            case .list(let element): listLength * count(element)
            default: 0
            }
        }
        // Two cases may be looked at together that differ in one of them.
        return model.facts.reduce(1) { $0 + count($1.slot.type) }
    }
}

extension WritType {
    /// Whether its values may be or hold texts.
    var holdsText: Bool {
        switch self {
        case .text, .zone, .record, .variant: true
        case .list(let element): element.holdsText
        default: false
        }
    }
}

extension Term {
    var isConstant: Bool {
        if case .constant = kind { true } else { false }
    }

    /// The elements of a list that is written out in constants.
    var writtenConstants: [Term]? {
        switch kind {
        case .constant: []
        case .makeList(let elements): elements.allSatisfy(\.isConstant) ? elements : nil
        default: nil
        }
    }
}

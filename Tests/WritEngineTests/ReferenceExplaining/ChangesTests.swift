import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// What would change an answer: the smallest change of one fact, tried.
@Suite struct ChangesTests {
    private let model = ModelBuilder()

    /// A decision that is true when the condition is.
    private func whether(_ condition: Term) -> DecisionID {
        model.decision(
            "d", .first, .boolean, [model.rule("r", when: condition, then: model.yes())],
            otherwise: model.then(model.yes(false)))
    }

    private func changes(_ decision: DecisionID, _ facts: [String: Datum]) -> [String] {
        Explainer(model.model).explain(decision, facts: model.model.facts(facts)).changes.changes.map(text)
    }

    private func text(_ change: Change) -> String {
        let value =
            switch change.value {
            case .count(let count): "\(count)"
            case .boolean(let truth): "\(truth)"
            case .text(let text): text
            case .variant(let index, _): "#\(index)"
            default: "unknown"
            }
        let outcome = change.answer.outcome.map { $0 == true ? "yes" : $0 == false ? "no" : "\($0)" }
        return "\(change.fact.path.description) = \(value): \(outcome ?? change.answer.status.rawValue)"
    }

    @Test func booleansAndEnumerations() {
        let level = model.enumeration("Level", ["low", "medium", "high"])
        let isHigh = model.equal(model.fact("level", .variant(level), optional: true), model.enumCase(level, 2))
        let d = whether(model.and(model.fact("a", .boolean), isHigh))
        #expect(
            changes(d, ["a": true, "level": .variant(0, [])]) == ["level = #2: yes", "level = unknown: undetermined"])
        #expect(changes(d, ["a": false, "level": .variant(2, [])]) == ["a = true: yes"])
    }

    @Test func quantitiesStopAtTheBoundary() {
        let n = model.fact("n", .integer)
        let d = whether(model.compare(n, .greaterOrEqual, model.integer(100)))
        #expect(changes(d, ["n": 42]) == ["n = 100: yes"])
        #expect(changes(d, ["n": 142]) == ["n = 99: no"])
        let between = whether(
            model.and(model.compare(n, .greater, model.integer(5)), model.compare(n, .less, model.integer(8))))
        #expect(changes(between, ["n": 20]) == ["n = 7: yes"])
    }

    @Test func datesMoveByTheDifference() {
        let (today, mailed) = (model.fact("today", .date), model.fact("mailed", .date))
        let d = whether(model.compare(today, .greaterOrEqual, model.after(model.amount("7 days"), mailed)))
        let day = Int128(CivilDate(iso: "2026-01-02")!.dayNumber)
        let expected = ["today = \(day + 7): yes", "mailed = \(day - 3): yes"]
        #expect(changes(d, ["today": .count(day + 4), "mailed": .count(day)]) == expected)
    }

    @Test func whatIsCalculatedIsSearched() {
        let n = model.fact("n", .integer)
        let square = model.term(.multiply(n, n), .integer)
        let d = whether(model.compare(square, .greater, model.integer(1000)))
        #expect(changes(d, ["n": 10]) == ["n = 32: yes"])
    }

    @Test func declaredBoundsAreKept() {
        let n = model.fact("n", .integer, bounds: 0...50)
        #expect(changes(whether(model.compare(n, .greaterOrEqual, model.integer(100))), ["n": 42]) == [])
    }

    @Test func textsBecomeWhatTheyWereComparedWith() {
        let text = model.fact("t", .text)
        let d = whether(model.or(model.equal(text, model.text("a")), model.equal(text, model.text("b"))))
        #expect(changes(d, ["t": "x"]) == ["t = a: yes"])
        let plain = whether(model.equal(model.term(.plainText(text), .text), model.text("AB")))
        #expect(changes(plain, ["t": "x"]) == ["t = AB: yes"])
    }

    @Test func whatIsMissingIsGuessed() {
        let n = model.fact("n", .integer)
        let d = whether(model.and(model.fact("a", .boolean), model.compare(n, .greaterOrEqual, model.integer(100))))
        #expect(changes(d, ["a": true]) == ["a = false: no", "n = 100: yes", "n = 99: no"])
        #expect(changes(d, [:]) == ["a = false: no", "n = 99: no"])
    }

    @Test func partsOfRecordsAndListsAreChanged() {
        let line = model.record("Line", [model.slot("count", .integer), model.slot("in_stock", .boolean)])
        let lines = model.fact("lines", .list(.record(line)))
        let d = whether(model.any(.every, lines) { model.field($0, "in_stock") })
        let facts: [String: Datum] = ["lines": [.record([1, true]), .record([2, false])]]
        #expect(changes(d, facts) == ["lines[2].in_stock = true: yes"])
    }

    @Test func theSearchIsBounded() {
        let list = model.fact("l", .list(.integer))
        // No square is 7.
        let d = whether(
            model.any(.any, list) { model.equal(model.term(.multiply($0, $0), .integer), model.integer(7)) })
        let facts = model.model.facts(["l": .list((0..<200).map { .count($0) })])
        var explainer = Explainer(model.model)
        explainer.runLimit = 300
        let changes = explainer.explain(d, facts: facts).changes
        #expect(changes.isCapped && changes.runs == 300)
    }

    /// Random models: the search ends, tells nothing that is not so, and tells the same again.
    @Test func everyChangeIsOne() {
        for seed in UInt64(0)..<25 {
            let model = ModelGenerator(seed: seed).model()
            var cases = CaseGenerator(model, seed: seed)
            let facts = cases.facts()
            for decision in model.decisions.indices.map({ DecisionID($0) }) {
                let arguments = cases.arguments(of: decision)
                var explainer = Explainer(model)
                explainer.runLimit = 150
                let one = explainer.explain(decision, arguments: arguments, facts: facts)
                let two = explainer.explain(decision, arguments: arguments, facts: facts)
                #expect(one.changes.changes.map(text) == two.changes.changes.map(text))
                #expect(one.changes.runs <= 150)
                for change in one.changes.changes {
                    #expect(change.answer.outcome != one.answer.outcome || change.answer.status != one.answer.status)
                }
            }
        }
    }
}

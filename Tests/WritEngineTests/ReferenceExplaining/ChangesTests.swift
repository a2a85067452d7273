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
            changes(d, ["a": true, "level": .variant(0, [])]) == ["level = #2: yes"])
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
        // Both are as near; the first that was read is told first.
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

    /// What settles an undetermined answer comes first.
    @Test func whatIsMissingIsGuessed() {
        let n = model.fact("n", .integer)
        let d = whether(model.and(model.fact("a", .boolean), model.compare(n, .greaterOrEqual, model.integer(100))))
        #expect(changes(d, ["a": true]) == ["n = 100: yes", "n = 99: no", "a = false: no"])
        #expect(changes(d, [:]) == ["a = false: no", "n = 99: no"])
    }

    /// A date that is missing is looked for near the others and as far off as the policy asks, never in 1970.
    @Test func missingDatesAreNearTheOthers() {
        let delivered = model.fact("delivered", .date, optional: true)
        let passed = model.between(.days, delivered, model.fact("today", .date))
        let d = whether(model.compare(passed, .lessOrEqual, model.amount("14 days")))
        let today = Int128(CivilDate(iso: "2026-03-10")!.dayNumber)
        let found = changes(d, ["today": .count(today)])
        #expect(found == ["delivered = \(today): yes", "delivered = \(today - 15): no"])
    }

    /// Nothing to hold on to: no candidate, or one within the declared bounds.
    @Test func missingValuesKeepToTheirBounds() {
        let (a, n) = (model.fact("a", .date), model.fact("n", .integer, bounds: 3...9))
        let day = model.term(.part(.day, a), .integer)
        let d = whether(
            model.or(
                model.compare(day, .greater, model.integer(40)), model.compare(n, .greater, model.fact("m", .integer))))
        #expect(changes(d, [:]) == [])
        let small = whether(model.compare(model.term(.multiply(n, n), .integer), .greater, model.integer(100)))
        #expect(
            changes(small, [:]).allSatisfy { $0.hasPrefix("n = ") && (3...9).contains(Int($0.dropFirst(4).prefix(1))!) }
        )
    }

    /// Where the outcome carries a fact, every value of the fact is another outcome, and none of them is told.
    @Test func amountsInTheOutcomeAreNoOtherAnswers() {
        let paid = model.fact("paid", .integer)
        let large = model.rule("large", when: model.compare(paid, .greater, model.integer(100)), then: model.integer(0))
        let d = model.decision("d", .first, .integer, [large], otherwise: model.then(paid))
        #expect(changes(d, ["paid": 64]) == ["paid = 101: count(0)"])
        #expect(changes(d, ["paid": 164]).count == 1)
    }

    /// One for each other answer before the second for any, and the nearest of them first.
    @Test func theNearestComesFirst() {
        let (a, b) = (model.fact("a", .integer), model.fact("b", .integer))
        func limit(_ n: Term, _ limit: Int128) -> Term { model.compare(n, .greater, model.integer(limit)) }
        let rules = [
            model.rule("one", when: model.or(limit(a, 1000), limit(b, 110)), then: model.integer(1)),
            model.rule("two", when: limit(b, 105), then: model.integer(2)),
        ]
        let d = model.decision("d", .first, .integer, rules, otherwise: model.then(model.integer(3)))
        #expect(changes(d, ["a": 100, "b": 100]) == ["b = 106: count(2)", "b = 111: count(1)", "a = 1001: count(1)"])
    }

    /// Times move by whole minutes.
    @Test func timesAreThoseThatAPersonWrites() {
        let now = model.fact("now", .instant)
        let d = whether(model.compare(now, .greater, model.fact("until", .instant)))
        let minute: Int128 = 60_000_000
        let found = changes(d, ["now": .count(100 * minute), "until": .count(120 * minute)])
        #expect(found == ["now = \(121 * minute): yes", "until = \(99 * minute): yes"])
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

    @Test func daysThatComeAndGoAreFoundNearby() {
        let day = model.fact("d", .date)
        let from = Int128(CivilDate(iso: "2026-03-04")!.dayNumber)
        let d = whether(
            model.or(
                model.equal(day, model.date("2026-02-28")), model.equal(day, model.date("2026-03-31"))))
        #expect(changes(d, ["d": .count(from)]) == ["d = \(from - 4): yes"])
    }

    @Test func completeIsWhatWasTriedInFull() {
        let (a, n) = (model.fact("a", .boolean), model.fact("n", .integer))
        let isA = whether(a)
        let all = Explainer(model.model).explain(isA, facts: model.model.facts(["a": true])).changes
        #expect(all.isComplete && !all.isCapped)
        let open = whether(model.compare(n, .greater, model.integer(5)))
        let some = Explainer(model.model).explain(open, facts: model.model.facts(["n": 1])).changes
        #expect(!some.isComplete && !some.isCapped)
    }

    @Test func longListsAreExplainedInTime() {
        let list = model.fact("l", .list(.integer))
        let d = whether(model.any(.any, list) { model.equal($0, model.integer(-7)) })
        let facts = model.model.facts(["l": .list((0..<10_000).map { .count($0) })])
        let start = ContinuousClock.now
        let changes = Explainer(model.model).explain(d, facts: facts).changes
        #expect(changes.isCapped && changes.runs <= 50)
        #expect(start.duration(to: .now) < .seconds(30))
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
                    let isSame =
                        change.answer.outcome == one.answer.outcome && change.answer.status == one.answer.status
                    #expect(!isSame || change.answer.actions != one.answer.actions)
                }
            }
        }
    }
}

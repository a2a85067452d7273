import Testing
import WritAnalysis
import WritKit
import WritSemantics

/// What is printed for a case is read again, and passes.
@Suite("Cases printed as tests")
struct TestPrinterTests {
    /// The case that a policy's own test gives, asked anew and printed.
    private func printed(_ text: String, decision: String, arguments: [Datum] = []) throws -> String {
        let policy = try Policy(text: text)
        let test = try #require(policy.model.tests.first)
        var facts = FactSet.empty(of: policy.model)
        var assignments: [FactAssignment] = []
        for assignment in test.assignments {
            guard case .fact(let id, let fields) = assignment.target else { continue }
            let given = FactAssignment(fact: id, fields: fields, value: assignment.value)
            assignments.append(given)
            place(given, in: &facts, policy.model)
        }
        let id = try policy.decision(named: decision)
        let question = Question(id, facts: facts, params: ParamSet(of: policy.model), arguments: arguments)
        let example = ExampleCase(
            assignments: assignments, facts: facts, decision: id, arguments: arguments,
            answer: policy.decide(question).answer)
        return TestPrinter(model: policy.model).text(example, named: "shown")
    }

    /// Puts a value into its fact, or into a field of it.
    private func place(_ given: FactAssignment, in facts: inout FactSet, _ model: CheckedModel) {
        let index = given.fact.index
        guard let field = given.fields.first, case .record(let id) = model[given.fact].slot.type else {
            return facts.facts[index] = given.value
        }
        let heading = model[given.fact].heading
        var fields = model[id].fields.map {
            Datum.unknown(.missing(FactPath(fact: given.fact, name: heading.name, steps: [.field($0.name)])))
        }
        if case .record(let known) = facts.facts[index] { fields = known }
        fields[field] = given.value
        facts.facts[index] = .record(fields)
    }

    /// Whether the policy with the printed test added checks and all its tests pass.
    private func passes(_ policy: String, _ test: String) throws -> Bool {
        let policy = try Policy(text: policy + "\n" + test)
        var collector = TestCollector(policy: policy)
        var runner = TestRunner(policy: policy)
        return collector.collect(beside: []).allSatisfy { runner.run($0).passed }
    }

    private let policy = """
        policy p
          timezone "Asia/Shanghai"
          languages en, zh
        calendar office
          days monday to friday
        type 级别 = 普通 | `the best` | vip as "V.I.P."
        type Plain = some(amount: money(USD), until: date?) | none
        type Answer = pay(amount: money(USD), until: date?) | tell(what: message) | no
        record Line
          `sku no` : text
          qty : integer?
          price : money(USD)
        fact level : 级别?
        fact lines : list of Line
        fact seen : instant
        fact when_paid : time
        fact wait : working days
        fact site : calendar
        fact zone_of : zone
        fact `order number` : text
        fact box
          width : number(3)
          full  : boolean?
        fact grace : hours
        decision d(extra: integer) : Answer
          first
          rule message
            when level is vip
            then tell(what: "Dear {level}")
          rule `the first`
            when box.full and extra < 5
            then pay(amount: sum line.price for line in lines, until: wait after today on site)
          rule told
            when box.width > 2
            then pay(amount: 0 USD)
          otherwise no
        decision p : Plain
          first
          rule told_when
            when seen is known
            then some(amount: 1 USD, until: today)
          otherwise none
        test "own"
          given level = `the best`
                lines = [Line(`sku no`: "a\\"b\\{", qty: 2, price: 1.50 USD), Line(`sku no`: "", price: 2 USD)]
                seen = 2026-01-31T14:30:00.5Z, when_paid = 09:30, wait = 3 working days, site = office
                zone_of = "Europe/Paris", `order number` = "A-17", today = 2026-03-02
                box.width = -0.125, box.full = true, grace = 90 minutes
          expect d(extra: 3) is determined

        """

    @Test("Every kind of value, and names between backticks")
    func values() throws {
        let text = try printed(policy, decision: "d", arguments: [.count(3)])
        #expect(
            text == """
                test "shown"
                  given level = `the best`
                        lines = [Line(`sku no`: "a\\"b\\{", qty: 2, price: 1.50 USD), Line(`sku no`: "", price: 2.00 USD)]
                        seen = 2026-01-31T14:30:00.5Z, when_paid = 09:30, wait = 3 working days, site = office
                        zone_of = "Europe/Paris", `order number` = "A-17", today = 2026-03-02, box.width = -0.125
                        box.full = true, grace = 90 minutes
                  expect d(extra: 3) is pay by `the first`

                """)
        #expect(try passes(policy, text))
    }

    @Test("The fields of an outcome")
    func fields() throws {
        let text = try printed(policy, decision: "p")
        #expect(text.hasSuffix("  expect p is some(amount: 1.00 USD, until: 2026-03-02) by told_when\n"), "\(text)")
        #expect(try passes(policy, text))
    }

    @Test(
        "Each kind of answer",
        arguments: [
            ("level = vip", "tell by message"), ("level = 普通, box.full = false, box.width = 1", "`no` by otherwise"),
            ("level = 普通", "undetermined needs box, lines"),
            (
                "level = 普通, lines = [Line(`sku no`: \"a\", price: 1 USD)], wait = 1 working day, today = 2026-03-02, "
                    + "site = office, box = Box(full: true)", "pay by `the first`"
            ),
        ])
    func answers(_ given: String, _ expected: String) throws {
        let own = policy.split(separator: "test \"own\"")[0]
        let source = given.replacing("box = Box(full: true)", with: "box.full = true")
        let text = try printed(
            own + "test \"t\"\n  given \(source)\n  expect 1 is 1\n", decision: "d", arguments: [.count(3)])
        #expect(text.hasSuffix("  expect d(extra: 3) is \(expected)\n"), "\(text)")
        #expect(try passes(String(own), text))
    }

    @Test("The least values there are")
    func least() throws {
        let policy = """
            policy p
            record Row
              n : integer
            fact n : integer
            fact paid : money(USD)
            fact rows : list of Row
            decision d : integer
              first
              otherwise n
            test "least"
              given n = -9_223_372_036_854_775_807 - 1, paid = -92_233_720_368_547_758.07 USD - 0.01 USD,
                    rows = [Row(n: -9_223_372_036_854_775_807 - 1)]
              expect d is n

            """
        let test = try printed(policy, decision: "d")
        #expect(test.contains("given n = -9223372036854775807 - 1"))
        #expect(try passes(policy, test))
    }
}

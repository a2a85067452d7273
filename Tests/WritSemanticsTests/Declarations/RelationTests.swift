import Testing
import WritSemantics

@Suite("Promises about two cases")
struct RelationTests {
    private let policy = """
        policy a
        type Level = low | high
        type Answer = pay(amount: money(USD)) | wait
        record Customer
          level : Level
          since : date?
        record Order
          amount : money(USD)
          lines : list of integer
          customer : Customer
        fact order : Order
        fact closed : boolean
        fact name : text
        param limit : money(USD) = 5 USD
          source house
        define share = order.amount / 3
        decision tier : Level
          first
          rule large when order.amount > limit then high
          otherwise low
        decision answer : Answer
          first
          otherwise pay(amount: order.amount)
        decision fee(days: integer) : money(USD)
          first
          otherwise days * 2 USD

        """

    private func relation(_ words: String) throws -> RelationalPromise {
        let check = PolicyCheck(policy + "always p\n  \"Doc.\"\n  whenever \(words)")
        #expect(check.report == "", "\(check.details)")
        #expect(check.model.promises.isEmpty && check.model.relations.count == 1)
        return try #require(check.model.relations.first)
    }

    @Test("the fact, the value and both directions")
    func parts() throws {
        let relation = try relation("order.customer.level rises while not closed, tier never falls")
        let model = PolicyCheck(policy).model
        #expect(relation.heading.name == "p" && relation.heading.doc == "Doc.")
        #expect(relation.path(in: model).description == "order.customer.level" && relation.fields == [2, 0])
        #expect(relation.changeRises && relation.valueNever == .falls && relation.keepsOrder)
        let printer = TermPrinter(model: model)
        #expect(printer.text(relation.value) == "tier")
        #expect(relation.condition.map(printer.text) == "(not closed)")
    }

    @Test("what keeps the order and what reverses it")
    func directions() throws {
        #expect(try relation("order.amount rises, tier never falls").keepsOrder)
        #expect(try relation("order.amount falls, tier never rises").keepsOrder)
        #expect(try !relation("order.amount rises, tier never rises").keepsOrder)
        #expect(try !relation("order.amount falls, tier never falls").keepsOrder)
    }

    @Test(
        "quantities, booleans and enumerations have an order",
        arguments: [
            "closed rises, answer.amount never falls", "today falls, fee(3) never rises",
            "order.customer.since rises, order.amount > limit never falls", "now rises, 2 days never falls",
            "order.amount rises, count line in order.lines never rises",
            "order.amount rises, share rounded to 1 USD never falls",
            "order.customer.level rises, tier is high never falls", "closed rises, weekday of today never falls",
        ])
    func ordered(_ words: String) throws { _ = try relation(words) }

    private func expectMistake(_ words: String, _ report: String, location: CallPlace = #_sourceLocation) {
        expectReport(policy + "always p whenever " + words, report, location: location)
    }

    @Test("what changes is a fact")
    func noFacts() {
        expectMistake("tier rises, order.amount never falls", "error W0208 «tier»")
        expectMistake("limit rises, tier never falls", "error W0208 «limit»")
        expectMistake("ordr.amount rises, tier never falls", "error W0208 «ordr»")
        expectMistake("order.amont rises, tier never falls", "error W0210 «amont»")
        expectMistake("name.size rises, tier never falls", "error W0210 «size»")
    }

    @Test("what has no order does not rise")
    func unordered() {
        expectMistake("order rises, tier never falls", "error W0308 «order»")
        expectMistake("name rises, tier never falls", "error W0308 «name»")
        expectMistake("order.lines rises, tier never falls", "error W0308 «order.lines»")
        expectMistake("closed rises, answer never falls", "error W0308 «answer»")
        expectMistake("closed rises, name never falls", "error W0308 «name»")
        expectMistake("closed rises, share never falls", "error W0307 «share»")
        #expect(
            help(policy + "always p whenever closed rises, answer never falls")
                == "name a part of it that has one, such as `answer.amount`")
        #expect(
            help(policy + "always p whenever order rises, tier never falls")
                == "name a part of it that has one, such as `order.amount`")
    }

    @Test("the condition and the value are checked as everywhere")
    func expressions() {
        expectMistake("closed rises while order.amount, tier never falls", "error W0310 «order.amount»")
        expectMistake("closed rises, tir never falls", "error W0250 «tir»")
    }

    @Test("its name is one of the policy's, and no value")
    func names() {
        let text = policy + "always p whenever closed rises, tier never falls\n"
        expectReport(text + "never p closed", "error W0203 «p»")
        expectReport(text + "define x = p", "error W0253 «p»")
    }
}

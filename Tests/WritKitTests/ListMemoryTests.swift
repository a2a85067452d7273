import Testing
@testable import WritEngine
@testable import WritKit
import WritFacts
import WritSemantics

/// Lists that are made for one element of another list are given back after it; what is kept for the case is not.
@Suite struct ListMemoryTests {
    private static let policy = """
        policy desk.lists

        record Item
          n    : integer
          tags : list of integer

        fact items : list of Item

        define large = list b for b in items where b.n > 2
        define above(limit: integer) = list b for b in items where b.n > limit

        decision has_above(item: Item) : boolean
          first
          rule some
            when count c in (list b for b in items where b.n > item.n) > 0
            then true
          otherwise false

        decision counted : integer
          first
          otherwise sum (count c in (list b for b in items)) for a in items

        decision of_define : integer
          first
          otherwise sum (count c in (list b.n for b in large where b.n > a.n)) for a in items

        decision of_call : integer
          first
          otherwise sum (count c in above(a.n)) for a in items

        decision of_decision : integer
          first
          otherwise count a in items where has_above(a)

        decision quantified : boolean
          first
          otherwise every a in items has (any c in (list b.n for b in items) has c is a.n)

        decision best : integer
          first
          otherwise (first a in items where count c in (list b for b in items) > 0 by (sum c for c in (list b.n - a.n for b in large))).n

        decision nested_map : integer
          first
          otherwise count c in (list (sum d for d in (list b.n for b in items)) for a in items)

        decision kept_lists : integer
          first
          otherwise sum (count t in i.tags) for i in (list Item(n: a.n, tags: (list b.n for b in items where b.n < a.n)) for a in items)

        """

    private func facts(_ count: Int) -> String {
        "items: [" + (0..<count).map { "{n: \($0), tags: []}" }.joined(separator: ", ") + "]"
    }

    private static let bounded = [
        "counted", "of_define", "of_call", "of_decision", "quantified", "best", "nested_map",
    ]

    @Test(arguments: bounded)
    func givesBackWhatOneElementNeeded(_ decision: String) throws {
        let small = try used(by: decision, items: 40)
        let large = try used(by: decision, items: 160)
        #expect(large < small * 6, "\(small) slots for 40 elements, \(large) for 160")
    }

    @Test(arguments: bounded + ["kept_lists"])
    func answersAsTheReferenceDoes(_ decision: String) throws {
        let policy = try Policy(text: Self.policy)
        for count in [0, 1, 7, 30] {
            let answer = try policy.decide(decision, yaml: facts(count))
            let reference = policy.engine.referenceAnswer(answer.question).0
            #expect(answer.answer.outcome == reference.outcome, "\(count) elements")
            #expect(answer.status == .determined || decision == "best" && count < 4)
        }
    }

    /// The slots of the arena that are taken when the answer is there.
    private func used(by decision: String, items: Int) throws -> Int {
        let policy = try Policy(text: Self.policy)
        let question = try policy.decide(decision, yaml: facts(items)).question
        var frame = Frame(try #require(policy.engine.plan))
        _ = policy.engine.answer(question, &frame)
        return frame.arena.count
    }
}

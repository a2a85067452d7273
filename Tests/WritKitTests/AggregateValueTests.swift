import Testing
import WritKit

/// What may stand before the `for` of a sum, a list or their like.
@Suite struct AggregateValueTests {
    @Test(arguments: [
        ("sum (if x > 1 then x else 0) for x in xs", "5"), ("min (if x > 1 then x else 9) for x in xs", "2"),
        ("sum (if x > 1 then x else 0) + 1 for x in xs", "8"),
        ("count y in (list (if x > 1 then x else 0) for x in xs) where y is 0", "1"),
    ])
    func aChoiceInBrackets(_ expression: String, _ value: String) throws {
        let policy = try Policy(
            text: """
                policy desk.sums
                fact xs : list of integer
                decision answer : integer
                  first
                  otherwise \(expression)
                """)
        #expect(try policy.decide("answer", yaml: "xs: [1, 2, 3]").outcome.description == value)
    }
}

import Testing
import WritEngine
import WritKit
import WritSemantics
import WritTestSupport

/// Tables as they are written become boxes whose index answers as the reference evaluator does; what is no table of tests
/// against constants becomes none.
@Suite struct TableBoxesTests {
    private static func policy(
        _ columns: String, _ rows: [String], mode: String, answers: String = "d"
    ) throws -> Policy {
        try Policy(
            text: """
                policy desk
                type Work = quote | repair | order
                type Size = small(n: integer) | large
                fact work : Work?
                fact size : Size?
                fact days : integer?
                fact rate : number(3)?
                fact amount : money(USD)?
                fact due : date?
                fact name : text?
                fact express : boolean?
                param limit : money(USD) = 5 USD
                  source house
                param dated : money(USD) = 5 USD
                  source house
                  in force from 2026-11-01 until 2026-12-31 = 6 USD
                decision d : integer
                  table \(mode)
                  | rule | \(columns) || \(answers) |
                \(rows.map { "  | \($0) |" }.joined(separator: "\n"))
                  otherwise 0

                """)
    }

    private static func boxes(_ policy: Policy) -> TableBoxes? {
        TableBoxes(policy.model.decisions[0], text: number) { term in
            guard case .param(let id) = term.kind,
                case .constant(.count(let count)) = policy.model[id].value.kind
            else { return nil }
            return Int64(count)
        }
    }

    /// Texts are numbered by their lengths: those below differ in them.
    private static func number(_ text: String) -> Int64? { Int64(text.utf8.count) }

    private static func cell(_ datum: Datum) -> Int64 {
        switch datum {
        case .boolean(let truth): truth ? 1 : 0
        case .count(let count): Int64(count)
        case .text(let text): number(text)!
        case .variant(let index, _): Int64(index)
        default: TableIndex.unknown
        }
    }

    // MARK: Agreement

    /// Of each column, cells and values of its fact.
    private static let columns: [(name: String, cells: [String], values: [Datum])] = [
        (
            "work",
            [
                "", "any", "quote", "order, repair", "not order", "not quote, order", "known", "unknown",
                "order, unknown",
            ],
            [.variant(0, []), .variant(1, []), .variant(2, [])]
        ),
        ("size", ["", "small", "large", "not small", "small, unknown"], [.variant(0, [3]), .variant(1, [])]),
        (
            "days",
            [
                "", "3", "3, 5", "not 4", "< 4", "<= 4.5", "> 3.5", ">= 4", "[3..5)", "(3..5]", "not [4..4]", "4.5",
                "[0..2], > 4",
            ],
            [2, 3, 4, 5, 6]
        ),
        ("rate", ["", "0.5", "< 1", ">= 0.5", "[0.499..0.5001]", "known"], [499, 500, 501, 1_000]),
        (
            "amount", ["", ">= limit", "< limit", "[1 USD..limit)", "limit", "<= 4.999 USD", "not limit"],
            [100, 499, 500, 501]
        ),
        ("due", ["", "2026-01-31", ">= 2026-01-31", "< 2026-02-01", "unknown"], [20_483, 20_484, 20_485]),
        ("name", ["", "\"a\"", "\"a\", \"bb\"", "not \"bb\""], ["a", "bb", "ccc"]),
        ("express", ["", "true", "false", "not true", "known"], [true, false]),
        ("days + 1", ["", "4", "> 5", "unknown"], []),
    ]

    @Test(arguments: ["first", "unique"]) func indexesAnswerAsTheReference(mode: String) throws {
        for seed in 0..<UInt64(60) {
            var numbers = SplitMix64(seed)
            let chosen = Self.columns.filter { _ in numbers.chance(45) }
            if chosen.isEmpty { continue }
            let rows = (0..<numbers.below(12)).map { row in
                "r\(row) | " + chosen.map { numbers.pick($0.cells) }.joined(separator: " | ") + " || \(row)"
            }
            if rows.isEmpty { continue }
            let policy = try Self.policy(chosen.map(\.name).joined(separator: " | "), rows, mode: mode)
            let index = TableIndex(try #require(Self.boxes(policy), "\(rows)"))
            for _ in 0..<30 {
                let reference = ReferenceEvaluator(policy.model, facts: Self.facts(of: policy.model, &numbers))
                let values = policy.model.decisions[0].columns.map { Self.cell(reference.evaluate($0.value)) }
                let answer = reference.decide(DecisionID(0))
                #expect(index.row(values) == Self.row(answer), "\(rows), \(values)")
            }
        }
    }

    private static func facts(of model: CheckedModel, _ numbers: inout SplitMix64) -> FactSet {
        var facts: [String: Datum] = [:]
        for column in columns where !column.values.isEmpty && numbers.chance(85) {
            facts[column.name] = numbers.pick(column.values)
        }
        return model.facts(facts)
    }

    private static func row(_ answer: Answer) -> Int32 {
        guard answer.status == .determined, answer.held.isEmpty else { return TableIndex.undecidable }
        if case .rule(let row)? = answer.rules.first { return Int32(row) }
        return TableIndex.none
    }

    // MARK: What is not indexed

    @Test(arguments: ["collect", "sum", "count"]) func collectedRowsAreNot(mode: String) throws {
        let policy = try Policy(
            text: """
                policy desk
                fact days : integer
                decision d : \(mode == "collect" ? "list of integer" : "integer")
                  table \(mode)
                  | rule | days \(mode == "count" ? "|| because |" : "|| d |")
                  | a    | > 1  \(mode == "count" ? "|| \"x\" |" : "|| 1 |")

                """)
        #expect(Self.boxes(policy) == nil)
    }

    @Test(arguments: [
        // Another fact, a calculation with one, and a param whose value depends on the day.
        ("amount", "a | >= dated || 1", "d"), ("days", "a | >= days || 1", "d"), ("days", "a | rate || 1", "d"),
        // A row for certain days.
        ("days", "a | 3 || 1 | 2026-01-01", "d | from"),
        // The value of a variant's case with its fields.
        ("size", "a | small(n: 3) || 1", "d"),
    ])
    func rowsThatAskForMoreAreNot(columns: String, row: String, answers: String) throws {
        let policy = try Self.policy(columns, [row], mode: "first", answers: answers)
        #expect(Self.boxes(policy) == nil)
    }
}

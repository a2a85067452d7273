import Testing
import WritEngine
import WritKit
import WritSemantics
import WritTestSupport

@testable import WritAnalysis

/// What is found in tables as they are written is what the reference evaluator answers.
@Suite struct TablePolicyTests {
    private static func policy(_ columns: String, _ rows: [String], mode: String) throws -> Policy {
        try Policy(
            text: """
                policy desk
                type Work = quote | repair | order
                type Size = small(n: integer) | large
                fact work : Work
                fact size : Size?
                fact days : integer? between 0 and 9
                fact rate : number(3)
                fact amount : money(USD)? between 0 USD and 9 USD
                fact due : date
                fact name : text?
                fact express : boolean
                param limit : money(USD) = 5 USD
                  source house
                decision d : integer
                  table \(mode)
                  | rule | \(columns) || d |
                \(rows.map { "  | \($0) |" }.joined(separator: "\n"))

                """)
    }

    private static func analysis(_ policy: Policy) -> TableAnalysis? {
        TableAnalysis(policy.model.decisions[0], of: policy.model) { term in
            guard case .param(let id) = term.kind, case .constant(.count(let count)) = policy.model[id].value.kind
            else { return nil }
            return Int64(count)
        }
    }

    private static let columns: [(name: String, cells: [String])] = [
        ("work", ["", "any", "quote", "order, repair", "not order", "known"]),
        ("size", ["", "small", "large", "not small", "small, unknown"]),
        ("days", ["", "3", "3, 5", "not 4", "< 4", "<= 4.5", "> 3.5", "[3..5)", "not [4..4]", "4.5", "known"]),
        ("rate", ["", "0.5", "< 1", ">= 0.5", "[0.499..0.5001]"]),
        ("amount", ["", ">= limit", "< limit", "[1 USD..limit)", "limit", "<= 4.999 USD", "unknown"]),
        ("due", ["", "2026-01-31", ">= 2026-01-31", "< 2026-02-01"]),
        ("name", ["", "\"a\"", "\"a\", \"bb\"", "not \"bb\"", "not \"a\""]),
        ("express", ["", "true", "false", "not true"]),
    ]

    private static func values(_ name: String) -> [Int64] {
        switch name {
        case "work": [0, 1, 2]
        case "size", "express": [0, 1]
        case "days": [2, 3, 4, 5, 6]
        case "rate": [499, 500, 501, 1_000]
        case "amount": [100, 499, 500, 501]
        case "due": [20_483, 20_484, 20_485]
        default: [0, 1, 2]
        }
    }

    private static func datum(_ value: Int64, _ name: String, _ texts: [String]) -> Datum {
        switch name {
        case "work": .variant(Int(value), [])
        case "size": .variant(Int(value), value == 0 ? [3] : [])
        case "express": .boolean(value == 1)
        case "name": .text(value < texts.count ? texts[Int(value)] : "none of them")
        default: .count(Int128(value))
        }
    }

    @Test(arguments: ["first", "unique"]) func findingsAreWhatTheReferenceAnswers(mode: String) throws {
        var tally = (overlaps: 0, gaps: 0, hidden: 0)
        for seed in 0..<UInt64(60) {
            var numbers = SplitMix64(seed)
            let chosen = Self.columns.filter { _ in numbers.chance(40) }
            let rows = (0..<numbers.below(9)).map { row in
                "r\(row) | " + chosen.map { numbers.pick($0.cells) }.joined(separator: " | ") + " || \(row)"
            }
            if rows.isEmpty || chosen.isEmpty { continue }
            let policy = try Self.policy(chosen.map(\.name).joined(separator: " | "), rows, mode: mode)
            let analysis = try #require(Self.analysis(policy))
            func answer(_ values: [Int64?]) -> Answer {
                var facts: [String: Datum] = [:]
                for (column, value) in zip(chosen, values) {
                    facts[column.name] = value.map { Self.datum($0, column.name, analysis.space.texts) }
                }
                return ReferenceEvaluator(policy.model, facts: policy.model.facts(facts)).decide(DecisionID(0))
            }
            let overlaps = analysis.overlaps()
            let gaps = analysis.gaps(overlaps)
            let hidden = analysis.hiddenRows().entries.map(\.row)
            for pair in overlaps.pairs.prefix(5) where mode == "unique" {
                let sample = try #require(BoxSample(of: pair.box, in: analysis.space))
                #expect(answer(sample.values).fault?.kind == .severalRules, "\(rows), \(pair)")
                tally.overlaps += 1
            }
            for box in gaps.boxes {
                let sample = try #require(BoxSample(of: box, in: analysis.space))
                #expect(answer(sample.values).fault?.kind == .noRule, "\(rows), \(box)")
                tally.gaps += 1
            }
            for _ in 0..<30 {
                let values = chosen.enumerated().map { column, chosen -> Int64? in
                    let mayBeUnknown = analysis.space.columns[column].mayBeUnknown
                    if mayBeUnknown, numbers.chance(15) { return nil }
                    let value = numbers.pick(Self.values(chosen.name))
                    return chosen.name == "name" ? min(value, analysis.space.otherText) : value
                }
                let answer = answer(values)
                if answer.fault?.kind == .severalRules { #expect(overlaps.count > 0) }
                if answer.fault?.kind == .noRule, !values.contains(nil), gaps.outcome != .some {
                    #expect(gaps.boxes.contains { $0.contains(values) }, "\(rows), \(values)")
                }
                for case .rule(let row) in answer.rules where mode == "first" {
                    #expect(!hidden.contains(row), "\(rows), \(values)")
                }
            }
            tally.hidden += hidden.count
        }
        #expect(tally.gaps > 50 && tally.hidden > 5 && (mode == "first" || tally.overlaps > 50), "\(tally)")
    }

    @Test func aTableReadsAsItsColumns() throws {
        let policy = try Self.policy(
            "work | days | name", ["a | quote | < 4 | \"x\" || 1", "b | not quote | >= 6 | not \"x\" || 2"],
            mode: "unique")
        let analysis = try #require(Self.analysis(policy))
        #expect(analysis.space.columns.map(\.values) == [0...2, 0...9, 0...1])
        #expect(analysis.space.columns.map(\.mayBeUnknown) == [false, true, true])
        #expect(analysis.space.texts == ["x"])
        let gaps = analysis.gaps()
        #expect(gaps.outcome == .all)
        func isGap(_ values: Int64?...) -> Bool { gaps.boxes.contains { $0.contains(values) } }
        #expect(isGap(0, 4, 0) && isGap(0, 0, 1) && isGap(1, 6, 0) && isGap(2, 5, 1))
        #expect(!isGap(0, 3, 0) && !isGap(2, 6, 1) && !isGap(0, nil, 0) && !isGap(1, nil, nil))
        #expect(analysis.overlaps().count == 0)
    }

    @Test(arguments: [
        // A calculation with another fact.
        ("days", "a | rate || 1"), ("amount", "a | >= amount || 1"),
        // A constant of which the 64 bits of a box say something else.
        ("rate", "a | >= 5000000000000000 || 1"), ("rate", "a | < 9000000000000000 || 1"),
    ])
    func whatIsNoBoxIsNotGuessed(column: String, row: String) throws {
        #expect(Self.analysis(try Self.policy(column, [row], mode: "first")) == nil)
    }

    @Test func aFactWithinItsBoundsReachesNoFarConstant() throws {
        let policy = try Self.policy("days", ["a | >= 9000000000000000000 || 1"], mode: "first")
        let hidden = try #require(Self.analysis(policy)).hiddenRows()
        #expect(hidden.entries.map(\.reason) == [.empty])
    }
}

import Testing
import WritAnalysis
import WritDiagnostics

@Suite("Tables too large for formulas")
struct LargeTableCheckTests {
    /// 450 rows of ten to a hundred: each its own band of numbers.
    private func policy(mode: String, dropping dropped: Int? = nil, widening widened: Int? = nil) -> String {
        let rows = (0..<450).compactMap { number -> String? in
            if number == dropped { return nil }
            let end = (number + 1) * 10 + (number == widened ? 1 : 0)
            return "  | r\(number) | [\(number * 10)..\(end)) || \(number % 2 == 0 ? "even" : "odd") | house |\n"
        }
        return """
            type Parity = even | odd
            fact number : integer between 0 and 4_499
            decision parity : Parity
              table \(mode)
              | rule | number || parity | source |
            \(rows.joined())
            """
    }

    @Test("A whole table has nothing to tell")
    func whole() throws {
        for kind in [FindingKind.gap, .overlap, .unreachable] {
            #expect(try told(kind, policy(mode: "unique")) == [])
        }
    }

    @Test("A row left out is a gap, shown at its edge")
    func gap() throws {
        let found = try told(.gap, policy(mode: "unique", dropping: 17))
        #expect(found == [#"no row of `parity` applies to this case {"number":170}"#])
    }

    @Test("A band too wide meets the next one")
    func overlap() throws {
        let found = try told(.overlap, policy(mode: "unique", widening: 40))
        #expect(found == [#"`r40` and `r41` both apply to this case {"number":410}"#])
        #expect(try told(.overlap, policy(mode: "first", widening: 40)) == [])
    }

    @Test("A row whose band others have taken never applies")
    func hidden() throws {
        let rows = policy(mode: "first").replacing("| r5 | [50..60)", with: "| r5 | [20..40)")
        let found = try told(.unreachable, rows)
        #expect(found == ["the row `r5` can never apply: `r2`, `r3` take every case of it"])
    }
}

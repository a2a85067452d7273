import Testing
import WritAnalysis

@Suite("Rules that apply together")
struct OverlapCheckTests {
    private func policy(_ first: String, _ second: String, mode: String = "unique", facts: String) -> String {
        """
        \(facts)
        decision way : text
          \(mode)
          rule a
            when \(first)
            then "a"
          rule b
            when \(second)
            then "b"
          otherwise "c"

        """
    }

    @Test("Two conditions that meet at one value")
    func meeting() throws {
        let facts = "fact weight : number(1) between 0 and 70\nparam heavy : number(1) = 31.5\n  source house"
        #expect(
            try told(.overlap, policy("weight <= heavy", "weight >= heavy", facts: facts))
                == [#"`a` and `b` both apply where weight is 31.5 {"weight":31.5}"#])
        #expect(try told(.overlap, policy("weight <= heavy", "weight > heavy", facts: facts)) == [])
        #expect(try told(.overlap, policy("weight <= heavy", "weight >= heavy", mode: "first", facts: facts)) == [])
    }

    @Test("Facts that are compared with each other")
    func compared() throws {
        let facts = "fact paid : money(USD)\nfact due : money(USD)"
        #expect(
            try told(.overlap, policy("paid >= due", "due >= paid", facts: facts)).count == 1)
        #expect(try told(.overlap, policy("paid > due", "due >= paid", facts: facts)) == [])
        #expect(try told(.overlap, policy("paid > due + 1 USD", "paid < due + 2 USD", facts: facts)).count == 1)
        #expect(try told(.overlap, policy("paid > due + 2 USD", "paid < due + 2 USD", facts: facts)) == [])
    }

    @Test("An unknown holds both and makes neither true")
    func unknowns() throws {
        #expect(try told(.overlap, policy("seen", "not seen", facts: "fact seen : boolean?")) == [])
        #expect(
            try told(.overlap, policy("seen is unknown", "not (seen or else false)", facts: "fact seen : boolean?"))
                == ["`a` and `b` both apply where seen is unknown {}"])
    }

    @Test("Rows of a table")
    func rows() throws {
        let table = """
            type Level = vip | normal | new
            fact level : Level
            fact days : integer between 0 and 30
            decision way : text
              table unique
              | rule  | level       | days    || way |
              | fast  | vip, new    | any     || "a" |
              | soon  | any         | <= 3    || "b" |
              | later | normal      | > 3     || "c" |

            """
        #expect(
            try told(.overlap, table)
                == [#"`fast` and `soon` both apply where level is vip, days up to 3 {"level":"vip","days":1}"#])
        #expect(try told(.overlap, table.replacing("| any         | <= 3 ", with: "| normal      | <= 3 ")) == [])
    }

    @Test("An override keeps them apart, and so do periods")
    func apart() throws {
        let text = policy("is_late", "is_vip", facts: "fact is_late : boolean\nfact is_vip : boolean")
        #expect(
            try told(.overlap, text) == [
                #"`a` and `b` both apply where is_late, is_vip {"is_late":true,"is_vip":true}"#
            ])
        #expect(try told(.overlap, text.replacing("  rule b\n", with: "  rule b\n    overrides a\n")) == [])
        let periods = text.replacing("  rule a\n", with: "  rule a\n    in force until 2026-03-31\n")
            .replacing("  rule b\n", with: "  rule b\n    in force from 2026-04-01\n")
        #expect(try told(.overlap, periods) == [])
        #expect(try told(.overlap, periods.replacing("2026-04-01", with: "2026-03-31")).count == 1)
    }

    @Test("Elements of lists")
    func lists() throws {
        let facts = "record Line\n  qty : integer\nfact lines : list of Line"
        let some = "any line in lines has line.qty > 0"
        let found = try told(.overlap, policy(some, "any line in lines has line.qty < 0", facts: facts))
        #expect(found.count == 1)
        #expect(try told(.overlap, policy(some, "no line in lines has line.qty > 0", facts: facts)) == [])
    }
}

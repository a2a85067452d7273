import Testing

@testable import WritSyntax

/// What the canonical layout is.
@Suite struct FormatterLayoutTests {
    private func expectFormat(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Formatter.format(Parsed(text).tree) == expected, sourceLocation: sourceLocation)
        FormatterLaws.check(text, sourceLocation: sourceLocation)
    }

    @Test func decisions() {
        expectFormat(
            "decision d:T first rule a when x  is y\n and z\nor w then v do f(  a :1 )\ng() because \"m\" rule b then c otherwise e",
            """
            decision d : T
              first
              rule a
                when x is y
                 and z
                  or w
                then v
                do   f(a: 1)
                     g()
                because "m"

              rule b
                then c

              otherwise e

            """)
    }

    @Test func comments() {
        expectFormat(
            "# top\n\n\n#two\nuse a   # why\n   # before\ndefine b=1#end\n\n# last",
            "# top\n\n#two\nuse a  # why\n\n# before\ndefine b = 1  #end\n\n# last\n")
    }

    @Test func tables() {
        expectFormat(
            """
            decision d : T
              table
              |rule|a||b|
              |优先级|>=1,not x||"宽"|  # why
              # between
              |otherwise| ||y|

            """,
            """
            decision d : T
              table
              | rule      | a           || b    |
              | 优先级    | >= 1, not x || "宽" |  # why
              # between
              | otherwise |             || y    |

            """)
    }

    @Test func whatIsBrokenStays() {
        expectFormat(
            "define   a=1\ndefine  b =  = 2\n   define   c=3\n", "define a = 1\ndefine  b =  = 2\ndefine c = 3\n")
    }

    @Test func emptyTexts() {
        expectFormat("", "")
        expectFormat("\n\n", "")
        expectFormat("  # only", "# only\n")
    }
}

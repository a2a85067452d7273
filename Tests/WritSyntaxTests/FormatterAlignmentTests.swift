import Testing

@testable import WritSyntax

/// Columns: fields, tables and comments, counted as a screen shows them.
@Suite struct FormatterAlignmentTests {
    private func expectFormat(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(Formatter.format(Parsed(text).tree) == expected + "\n", sourceLocation: sourceLocation)
        FormatterLaws.check(text, sourceLocation: sourceLocation)
    }

    @Test func colonsOfFields() {
        expectFormat(
            """
            record Line "One line."
            sku: text
            qty : integer between 1 and 10_000
            "How many."
            in_stock : boolean?

            as: text
            # the customer's
            优先级: integer
            note : text
            fact parcel
            on: date
            `first scan` : date
            """,
            """
            record Line "One line."
              sku      : text
              qty      : integer between 1 and 10_000
                "How many."
              in_stock : boolean?

              as : text
              # the customer's
              优先级 : integer
              note   : text

            fact parcel
              on           : date
              `first scan` : date
            """)
    }

    /// Also where rows lack cells.
    @Test func barsOfRowsThatLackCells() {
        expectFormat(
            "decision d : T\ntable\n|rule|a|优先||then|because|\n|x|1||y|\"z\"|\n|otherwise| ||y|\n",
            """
            decision d : T
              table
              | rule      | a | 优先 || then | because |
              | x         | 1        || y    | "z"     |
              | otherwise |          || y              |
            """)
    }

    @Test func commentsThatTheAuthorAligned() {
        expectFormat(
            """
            record R
              a : text           # one
              b : integer        # 二
              优 : date          # three
              c : text # four
            use a.b   # five
            use c.d # six
            """,
            """
            record R
              a  : text     # one
              b  : integer  # 二
              优 : date     # three
              c  : text  # four

            use a.b  # five
            use c.d  # six
            """)
    }
}

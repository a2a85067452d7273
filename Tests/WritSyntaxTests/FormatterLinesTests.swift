import Testing

@testable import WritSyntax

/// Lines the author broke: where each goes.
@Suite struct FormatterLinesTests {
    /// The layout is canonical, and what the text without any indentation becomes.
    private func expectLayout(_ layout: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let layout = layout + "\n"
        let lines = layout.split(separator: "\n", omittingEmptySubsequences: false)
        let flat = lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")
        #expect(Formatter.format(Parsed(flat).tree) == layout, sourceLocation: sourceLocation)
        #expect(Formatter.format(Parsed(layout).tree) == layout, sourceLocation: sourceLocation)
        FormatterLaws.check(flat, sourceLocation: sourceLocation)
    }

    // MARK: Logic

    @Test func operatorsOfAConditionEndUnderItsKeyword() {
        expectLayout(
            """
            decision d : T
              first
              rule a
                when x is y
                 and every line in lines has (line.a
                                              and line.b)
                 and amount
                       >= limit
                       + 4 USD
                  or (y
                      or z)
                then v

            test "t"
              given like x
              expect d is v
                 and y
                by a
                does f(a: 1),
                     g()
            """)
    }

    @Test func operatorsOfABodyStandUnderItsBeginning() {
        expectLayout(
            """
            define in_time(receipt: Receipt, day: date) =
              receipt.confirmed
              and (receipt.date < day
                   or receipt.date is day and receipt.before_shift)

            always holds
              "A promise."
              a is b
                  and c
                or d
                or e
                  and f
              implies g
            """)
    }

    @Test func calculationsGoOnFurtherIn() {
        expectLayout(
            """
            define total =
              (line.usable_now + line.approved
                 + (sum receipt.qty for receipt in line.receipts)
                 >= line.required) or else false
            define short = a
              + b
              * c
            define dispute =
              greatest of (a, b)
                - least of (a, b) >= 2
            """)
    }

    // MARK: Forms with words

    @Test func clausesOfListFormsStandFurtherIn() {
        expectLayout(
            """
            define slot =
              first slot in slots
                where slot.compatible
                  and slot.free_hours >= build_hours
                   or slot.kept
                by slot.start
            define paid = sum line.price
                                * line.qty
              for line in lines
              where line.kept
            define all_there =
              every line in lines
                has line.in_stock
            """)
    }

    @Test func branchesStandUnderEachOther() {
        expectLayout(
            """
            define rank =
              if reading is points
                 and rank_by_points is known
              then rank_by_points
              else if reading is any_high then
                rank_by_any_high
              else 1
            define fee = a * (if b
                              then 2
                              else 3)
            """)
    }

    // MARK: Brackets

    @Test func whatHangsInBracketsStandsBelowItsLine() {
        expectLayout(
            """
            define first_day =
              latest of (
                today,
                7 days after mailed_on
              )

            case three_lines
              lines = [
                Line(sku: "A-1", qty: 2),
                Line(sku: "B-2",
                     qty: 1)
              ]
              order = Order(
                number: "A-17",
                lines: [
                  Line(sku: "A-1", qty: 2)
                ])
              reference = "202405-001"

            test "t"
              given like three_lines
                    lines = [
                      Line(sku: "A-1", qty: 2)
                    ]
                    stock = [1,
                             2]
              expect d

            decision d : T
              first
              rule a
                when x
                then accept(
                       ship: target,
                       fee: 0 USD
                     )
            """)
    }

    // MARK: Declarations

    @Test func casesStandUnderEachOther() {
        expectLayout(
            """
            type Remedy =
                reship(signature: boolean)
              | refund(
                  amount: money(USD),
                  fee: money(USD))
              | nothing "no remedy"
            type Contents =
              normal | hazmat |
              perishable
            """)
    }

    @Test func wordsOfAClauseStandUnderEachOther() {
        expectLayout(
            """
            decision d : T
              first
              rule a
                overrides b,
                          c
                when x
                then v
                do   f(a: 1)
                     g()
                because en "a"
                        zh "b"

            define greeting =
              text en "a"
                   zh "b"
            """)
    }

    @Test func boundsOfAParamStandApart() {
        expectLayout(
            """
            param limit : money(USD) = 150 USD  between 0 USD and 500 USD
              "Largest order."
              source house
              in force from 2026-11-01 until 2026-12-31 = 250 USD
                source "a notice"
            """)
    }

    // MARK: What is accepted, and promised of two cases

    @Test func acceptancesStandOnLinesOfTheirOwn() {
        expectLayout(
            """
            type T = a | accept
              accept unproduced "Soon."

            fact order
              amount : money(USD)
              id     : text
              accept unused "Told by every host."

            param p : integer = 1
              source house
              accept unowned "Ours." until 2026-12-31

            define d = p > 1
              accept constant_condition
                     "A long reason."

            decision answer : T
              unique
              accept gap "Others answer."
              rule a
                when d
                then accept
                accept unreachable "Kept."

              otherwise accept
                because "x"
              accept unreachable of otherwise "Kept."

            test "t"
              given p = 2
              expect d
              accept idle_test "Shown."
            """)
        #expect(
            Formatter.format(Parsed("define a = b accept unused \"x\"   accept gap\n\"y\"").tree)
                == "define a = b\n  accept unused \"x\"\n  accept gap\n         \"y\"\n")
    }

    @Test func promisesOfTwoCases() {
        expectLayout(
            """
            always p
              "Doc."
              whenever order.amount rises, tier never falls

            always q whenever order.amount falls while customer.level is ordinary
                                                       and not closed,
                              fee
                                + 1 USD never rises
            always r
              whenever a rises,
                       tier
                       never falls
            """)
    }
}

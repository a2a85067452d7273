import Testing

/// `writ test --mutate` and `writ test --suggest`.
@Suite struct MutateCommandTests {
    private static let policy = """
        policy shop

        fact amount : money(USD)

        param limit : money(USD) = 100 USD
          source house

        type Answer = pay | ask

        decision answer : Answer
          first

          rule small
            when amount <= limit
            then pay

          otherwise ask


        """

    private static let tests = """
        test "small"
          given amount = 100 USD
          expect answer is pay by small

        test "large"
          given amount = 200 USD
          expect answer is ask by otherwise

        """

    private func session(_ tests: String = tests) throws -> CommandSession {
        try CommandSession(["p.writ": Self.policy + tests])
    }

    @Test func whatNoTestNoticesIsPrintedWithTheTest() throws {
        let run = try session().run("test", "@/p.writ", "--mutate")
        #expect(run.code == 0)
        #expect(
            run.output == """
                2 tests passed
                unnoticed limit: `100 USD` as `100.01 USD`  @/p.writ:5:28
                  test "small; amount 100.01 USD"
                    given amount = 100.01 USD
                    expect answer is ask by otherwise

                shop: 5 of 6 changes noticed, 83 %; 1 with a test missing

                """)
    }

    @Test func ofALargeTableSomeChangesAreTried() throws {
        let rows = (0..<100).map { "  | r\($0) | \($0) || \($0 * 3 % 50) |" }.joined(separator: "\n")
        let policy = """
            policy prices

            fact size : integer between 0 and 99

            decision price : integer
              table unique
              | rule | size || price |
            \(rows)

            test "one of them"
              given size = 5
              expect price is 15

            """
        let run = try CommandSession(["p.writ": policy]).run("test", "@/p.writ", "--mutate")
        #expect(run.output.contains("of 200 changes noticed"))
        #expect(run.output.contains("price is a large table: 200 of its "))
    }

    @Test func aScoreThatIsTooLowFails() throws {
        let session = try session()
        #expect(session.run("test", "@/p.writ", "--mutate", "--min-score", "83").code == 0)
        let run = session.run("test", "@/p.writ", "--mutate", "--min-score", "84")
        #expect(run.code == 1)
        #expect(run.error == "error: the tests of shop notice 83 % of its changes, not 84 %\n")
    }

    @Test func machinesReadTheSame() throws {
        let run = try session().run("test", "@/p.writ", "--mutate", "--format", "json")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("{\n  \"policies\": [\n"))
        #expect(run.output.contains("\"percent\": 83"))
        #expect(run.output.contains("\"change\": \"limit: `100 USD` as `100.01 USD`\""))
        #expect(run.output.contains("\"block\": \"test \\\"small; amount 100.01 USD\\\"\\n"))
    }

    @Test func testsThatFailAreNotTried() throws {
        let run = try session("test \"wrong\"\n  given amount = 1 USD\n  expect answer is ask\n")
            .run("test", "@/p.writ", "--mutate")
        #expect(run.code == 1)
        #expect(!run.output.contains("noticed"))
    }

    @Test func suggestionsMayBePutIntoTheFile() throws {
        let session = try session()
        let run = session.run("test", "@/p.writ", "--suggest")
        #expect(run.code == 0)
        #expect(
            run.output == """
                # shop: the tests show 1 of 2, with those below 2

                # `amount <= limit` just above the boundary
                test "small; amount 100.01 USD"
                  given amount = 100.01 USD
                  expect answer is ask by otherwise

                """)
        try session.write("p.writ", Self.policy + Self.tests + "\n" + run.output)
        #expect(session.run("fmt", "@/p.writ", "--check").code == 0)
        #expect(session.run("test", "@/p.writ").output.hasPrefix("3 tests passed\n"))
        #expect(session.run("test", "@/p.writ", "--suggest").output == "# shop: the tests show 2 of 2\n")
        #expect(session.run("test", "@/p.writ", "--suggest", "--format", "json").output.contains("\"shown\": 2"))
    }

    @Test func optionsThatDoNotFitAreRefused() throws {
        let session = try session()
        for options in [
            ["--min-score", "90"], ["--mutate", "--min-score", "101"], ["--mutate", "--suggest"], ["--format", "json"],
        ] { #expect(session.run(list: ["test", "@/p.writ"] + options).code == 2, "\(options)") }
    }
}

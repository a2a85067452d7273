import Testing
import WritKit

@Suite struct EvalCommandTests {
    private let session: CommandSession

    init() throws { session = try Samples.session() }

    @Test func answersForPeople() {
        #expect(
            session.run("eval", "@/reply.writ", "--decision", "reply", "--facts", "@/case.yaml")
                == Run(
                    code: 0,
                    output: """
                        reply: refund(amount: 64.00 USD)
                          because  64.00 USD is within 100.00 USD.
                          rule     small (@/reply.writ:16)

                        """, error: ""))
    }

    @Test func answersForMachines() throws {
        let run = session.run(
            "eval", "@/reply.writ", "--decision", "reply", "--facts", "@/case.yaml", "--format", "json")
        let digest = try Policy(path: session.path + "/reply.writ").digest
        #expect(
            run.output == """
                {"decision":"reply","status":"determined","outcome":{"refund":{"amount":"64.00 USD"}},"actions":[],"rule":"small",\
                "because":"64.00 USD is within 100.00 USD.","source":null,"needs":[],"fault":null,\
                "policy":{"name":"desk.reply","digest":"\(digest)"},"id":"A-1"}

                """)
    }

    @Test func answersInTheLanguageAskedFor() {
        for locale in ["zh", "zh-CN"] {
            let run = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--locale", locale)
            #expect(run.output.contains("because  64.00 USD不超过100.00 USD。"), "\(run)")
        }
        let run = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--locale", "fr")
        #expect(run.code == 2)
        #expect(run.error.contains("`desk.reply` is not written in `fr`"))
    }

    @Test func takesParamsAndArguments() throws {
        try session.write("params.yaml", "limit: 10 USD\n")
        let low = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--params", "@/params.yaml")
        #expect(low.output.hasPrefix("reply: undetermined") || low.output.hasPrefix("reply: ask"))
        let high = session.run(
            "eval", "@/reply.writ", "--facts", "@/case.yaml", "--params", "@/params.yaml", "--param", "limit=80 USD")
        #expect(high.output.contains("is within 80.00 USD."))
        let part = session.run(
            "eval", "@/reply.writ", "--decision", "part", "--facts", "@/case.yaml", "--arg", "count=3")
        #expect(part.output.hasPrefix("part: 21.33 USD\n"))
    }

    @Test func answersStreamsInOrderAndGoesOnAfterABadLine() {
        let input = """
            {"id": 1, "amount": 10}

            {"id": 2, "amount": "x"}
            {"id": 3, "amount":
            {"id": 4, "amount": "20.00 USD"}
            """
        let run = session.run(
            "eval", "@/reply.writ", "--decision", "reply", "--facts", "-", "--input-format", "ndjson", "--format",
            "ndjson",
            input: input)
        #expect(run.code == 3)
        #expect(run.lines.count == 4)
        #expect(run.lines[1].contains("\"status\":\"rejected\",\"errors\":[{\"code\":"))
        #expect(run.lines[1].contains("\"line\":3,\"column\":21}],\"policy\":{\"name\":\"desk.reply\""))
        #expect(run.lines[1].hasSuffix("\"id\":\"2\"}"))
        #expect(run.lines[2].hasPrefix("{\"decision\":\"reply\",\"status\":\"rejected\""))
        #expect(run.lines.first?.hasSuffix("\"id\":\"1\"}") == true)
        #expect(run.lines.last?.hasSuffix("\"id\":\"4\"}") == true)
        #expect(run.error.contains("<stdin>:3:21"))
        #expect(run.error.contains("<stdin>:4:"))
    }

    @Test func answersEveryDocumentOfAFile() throws {
        try session.write("many.yaml", "id: a\namount: 1\n---\nid: b\namount: 200\nvip: true\n---\nid: c\namont: 3\n")
        let run = session.run("eval", "@/reply.writ", "--decision", "reply", "--facts", "@/many.yaml")
        #expect(run.code == 3)
        #expect(
            run.output == """
                reply: refund(amount: 1.00 USD)
                  case     a
                  because  1.00 USD is within 100.00 USD.
                  rule     small (@/reply.writ:16)

                reply: ask
                  case     b
                  because  A friend of the house.
                  rule     vip (@/reply.writ:23)

                """)
        #expect(run.error.contains("the policy has no fact `amont`"))
        #expect(run.error.contains("did you mean `amount`?"))
    }

    @Test func exitCodesTellWhoIsWrong() throws {
        try session.write("empty.yaml", "")
        try session.write("broken.writ", "policy p\nfact x : nothing\n")
        func code(_ arguments: String...) -> Int32 {
            let all = ["eval"] + arguments
            return session.run(
                all[0], all[1], all.count > 2 ? all[2] : "--format", all.count > 3 ? all[3] : "text",
                all.count > 4 ? all[4] : "--format", all.count > 5 ? all[5] : "text"
            ).code
        }
        #expect(code("@/reply.writ", "--facts", "@/case.yaml") == 0)
        #expect(code("@/reply.writ", "--facts", "@/none.yaml") == 3)
        #expect(code("@/reply.writ", "--facts", "@/empty.yaml") == 3)
        #expect(code("@/reply.writ", "--decision", "rply") == 2)
        #expect(code("@/reply.writ", "--param", "limit") == 2)
        #expect(code("@/reply.writ", "--param", "limit=x") == 2)
        #expect(code("@/reply.writ", "--arg", "count=1") == 2)
        #expect(code("@/reply.writ", "--as-of", "soon") == 2)
        #expect(code("@/reply.writ", "--colour", "red") == 2)
        #expect(code("@/broken.writ") == 1)
        #expect(code("@/none.writ") == 3)
        let fault = session.run(
            "eval", "@/reply.writ", "--decision", "part", "--facts", "@/case.yaml", "--arg", "count=0")
        #expect(fault.code == 1)
        #expect(fault.output.hasPrefix("part: faulted\n  fault    division by zero"))
    }

    @Test func aDecisionThatNeedsMoreDoesNotStopTheOthers() throws {
        try session.write(
            "two.writ",
            """
            policy two
            fact a : integer
            fact b : integer
            decision x : integer
              first
              otherwise a
                because "."
            decision y : integer
              first
              otherwise b
                because "."
            """)
        try session.write("a.yaml", "a: 1\n")
        let run = session.run("eval", "@/two.writ", "--facts", "@/a.yaml")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("x: 1\n"))
        #expect(run.error == "y is not answered: it needs `b`\n")
        #expect(session.run("eval", "@/two.writ", "--decision", "y", "--facts", "@/a.yaml").code == 3)
    }

    @Test func endsQuietlyWhenNobodyReads() {
        let lines = (0..<2000).map { "{\"id\": \($0), \"amount\": 10}" }.joined(separator: "\n")
        let run = session.run(
            "eval", "@/reply.writ", "--decision", "reply", "--facts", "-", "--input-format", "ndjson", "--format",
            "ndjson",
            input: lines, closesAfter: 100)
        #expect(run.code == 0)
        #expect(run.error == "")
        #expect((1..<2000).contains(run.lines.count))
    }

    @Test func coloursOnlyATerminal() {
        let plain = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml")
        let colored = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", terminal: true)
        #expect(!plain.output.contains("\u{1B}"))
        #expect(colored.output.contains("\u{1B}[1;32mrefund(amount: 64.00 USD)\u{1B}[0m"))
    }

    @Test func explains() {
        let run = session.run("explain", "@/reply.writ", "--decision", "reply", "--facts", "@/case.yaml")
        #expect(
            run.output.contains(
                "\nfacts\n  amount = 64.00 USD\n\nparams\n  limit = 100.00 USD  (house)\n\nrules\n  small: applies\n"))
        #expect(run.output.hasSuffix("\nwhat would change it\n  ask  (otherwise)\n    if amount = 100.01 USD\n"))
        let json = session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", "--format", "json", "--explain")
        #expect(json.output.contains("\"explanation\":{\"facts\":{\"amount\":\"64.00 USD\"}"))
    }

    @Test func hostileInputIsAnsweredCalmly() {
        let deep = String(repeating: "[", count: 100_000)
        let texts = [
            deep, "{\"amount\": \(String(repeating: "9", count: 100_000))}", "\u{0}\u{1}", "{\"a\u{1B}[31m\": 1}",
            "{\"amount\": 1e999999999}",
        ]
        for text in texts {
            let run = session.run(
                "eval", "@/reply.writ", "--decision", "reply", "--facts", "-", "--input-format", "json", input: text)
            #expect(run.code == 3)
            #expect(run.output == "")
            #expect(!run.error.contains("\u{1B}"))
        }
    }
}

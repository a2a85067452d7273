import Testing

@Suite struct ReplayCommandTests {
    private let session: CommandSession

    private static let policy = """
        policy desk.day

        type Queue = risk | lead
        type Answer = pay(amount: money(USD)) | human(queue: Queue, order: text)

        fact order : text
        fact amount : money(USD)?

        param limit : money(USD) = 100 USD  between 0 USD and 500 USD
          source house

        decision answer : Answer
          first
          rule large
            when amount > limit
            then human(queue: lead, order: order)

          otherwise pay(amount: amount)

        decision halves : list of Answer
          collect
          rule half
            when amount > 10 USD
            then human(queue: risk, order: order)

        decision share(count: integer) : number(2)
          first
          otherwise 1 / count rounded to 0.01

        decision per_dollar : number(2)
          first
          otherwise amount / (amount - amount) rounded to 0.01

        """

    init() throws {
        session = try CommandSession()
        try session.write("day.writ", Self.policy)
    }

    private func replay(_ contacts: String, _ options: String...) -> Run {
        session.run(
            list: ["replay", "@/day.writ", "--contacts", "-", "--input-format", "ndjson"] + options, input: contacts)
    }

    private let day = """
        {"kind": "loss", "decision": "answer", "facts": {"order": "1", "amount": "20.00 USD"}}
        {"kind": "loss", "decision": "answer", "facts": {"order": "2", "amount": "100.01 USD"}}
        {"kind": "loss", "decision": "answer", "facts": {"order": "3"}}
        {"name": "two steps", "decisions": ["answer", "halves"], "facts": {"order": "4", "amount": 11}}
        {"kind": "loss", "decisions": ["per_dollar"], "facts": {"amount": 1}}
        """

    @Test func countsContactsByTheWorstOfTheirAnswers() {
        let run = replay(day)
        // A division by zero is among them.
        #expect(run.code == 1, "\(run)")
        #expect(
            run.output == """
                kind    contacts  without a person  to a person  open
                loss           4        1   25.0 %            1     2
                answer         1        0    0.0 %            1     0
                all            5        1   20.0 %            2     2

                To a person
                     1  answer  large  human(queue: lead)
                     1  halves  half  human(queue: risk)

                Open
                     1  answer  needs amount
                     1  per_dollar  faulted: zeroDivisor

                Answers
                  answer: pay 2, human 1, undetermined 1
                  halves: a list 1
                  per_dollar: faulted 1

                """)
    }

    @Test func countsForMachines() {
        let run = replay(day, "--format", "json")
        #expect(
            run.output.hasPrefix(
                "{\"contacts\":5,\"without_a_person\":1,\"to_a_person\":2,\"open\":2,\"unread\":0,\"kinds\":[{\"kind\":\"loss\","
            ),
            "\(run)")
        #expect(
            run.output.contains(
                "{\"decision\":\"answer\",\"rule\":\"large\",\"what\":\"human(queue: lead)\",\"contacts\":1}"), "\(run)"
        )
    }

    @Test func takesParamsAndAnotherNameForAPerson() {
        #expect(replay(day, "--param", "limit=200 USD").output.contains("loss           4        2   50.0 %"))
        let both = replay(day, "--person", "pay", "--person", "human")
        #expect(both.output.contains("all            5        0    0.0 %            3     2"), "\(both)")
        #expect(replay(day, "--person", "pay").output.contains("     2  answer  otherwise  pay\n"))
    }

    /// A line that is no contact, and what is said of it.
    @Test(arguments: [
        ("[1]", "a contact is written as"), ("{\"decision\": \"answer\"}", "no `facts`"),
        ("{\"facts\": {}}", "no `decision`"), ("{\"decisions\": [], \"facts\": {}}", "none is named"),
        ("{\"decision\": \"answr\", \"facts\": {}}", "did you mean `answer`?"),
        ("{\"decision\": \"share\", \"facts\": {}}", "`share` takes arguments"),
        ("{\"decision\": \"answer\", \"fact\": {}}", "did you mean `facts`?"),
        ("{\"decision\": [[]], \"facts\": {}}", "no decision's name"),
        ("{\"decision\": \"answer\", \"decisions\": [\"share\"], \"facts\": {}}", "`decision` is there already"),
        ("{\"kind\": [\"x\"], \"decision\": \"answer\", \"facts\": {}}", "a text stands here"),
        ("{\"decision\": \"answer\", \"facts\": {}}", "`order` is missing"),
        ("{\"decision\": \"answer\", \"facts\": 3}", "3"),
    ])
    func goesOnPastWhatIsNoContact(_ line: String, _ words: String) {
        let good = "{\"decision\": \"answer\", \"facts\": {\"order\": \"1\", \"amount\": 5}}"
        let run = replay("\(good)\n\(line)\n\(good)")
        #expect(run.code == 3, "\(run)")
        #expect(run.error.contains(words), "\(run)")
        #expect(run.error.components(of: "error[") == 1, "\(run)")
        #expect(run.output.contains("answer         2        2  100.0 %"), "\(run)")
        #expect(run.output.hasPrefix("1 contact could not be read\n\nkind"), "\(run)")
    }

    @Test func countsABrokenPromise() throws {
        try session.write(
            "day.writ", Self.policy + "never paid_twenty\n  answer is pay and amount is 20 USD\n")
        let run = replay("{\"decision\": \"answer\", \"facts\": {\"order\": \"1\", \"amount\": 20}}")
        #expect(run.code == 1)
        #expect(run.output.contains("\nBroken promises\n     1  answer  breaks paid_twenty\n"), "\(run)")
    }

    @Test func aContactCountsOnceHoweverOftenItAsks() {
        let twice = "{\"decisions\": [\"answer\", \"answer\"], \"facts\": {\"order\": \"1\"}}"
        #expect(replay(twice).output.contains("\nOpen\n     1  answer  needs amount\n"))
    }

    @Test func refusesAnOutcomeThatNothingHas() {
        let run = replay(day, "--person", "humann")
        #expect(run.code == 2)
        #expect(run.error == "error: no outcome is called `humann`\nhelp: did you mean `human`?\n")
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}

import Testing
import WritCommands

/// NDJSON that goes the fastest way: the same bytes as one case at a time, on any number of threads.
@Suite struct BatchTests {
    private let session: CommandSession

    init() throws { session = try Samples.session() }

    /// Cases of every kind: answered, left open, refused for their facts or their syntax, named in odd ways; blank lines too.
    /// Several chunks of them.
    private static let lines: [String] = (0..<20_000).map { number in
        switch number % 40 {
        case 3: #"{"id": \#(number), "amount": "x"}"#
        case 7: #"{"id": \#(number), "amount": "#
        case 11: #"{"id": "kund\u00e9 \#(number)", "amount": 2000}"#
        case 13: ""
        case 17: #"{"id": "no vip \#(number)", "amount": 900}"#
        case 19: #"{"amount": 12, "amount": 13}"#
        default:
            #"{"id": "case \#(number)", "amount": "\#(number % 300).50 USD", "vip": \#(number % 3 == 0)\#(padding)}"#
        }
    }

    private static let padding = String(repeating: " ", count: 120)

    private func run(_ extra: String..., input: String? = nil) throws -> Run {
        let text = Self.lines.joined(separator: "\n") + "\n"
        if input == nil { try session.write("cases.ndjson", text) }
        let facts = input == nil ? ["--facts", "@/cases.ndjson"] : ["--facts", "-"]
        return session.run(
            list: ["eval", "@/reply.writ", "--decision", "reply", "--format", "ndjson"] + facts + extra,
            input: input ?? "")
    }

    @Test func threadsKeepTheOrder() throws {
        let alone = try run()
        #expect(alone.code == 3)
        #expect(alone.lines.count == 19_500)
        for jobs in ["2", "3", "8"] { #expect(try run("--jobs", jobs) == alone) }
    }

    /// Without a decision that is named, the same answers are made one by one, by other code.
    @Test func theFastWayAnswersAsTheOther() throws {
        try session.write("alone.writ", Samples.reply.replacing(/\ndecision part[\s\S]*/, with: "\n"))
        try session.write("cases.ndjson", Self.lines.joined(separator: "\n") + "\n")
        func lines(_ arguments: String...) -> [Substring] {
            session.run(
                list: ["eval", "@/alone.writ", "--facts", "@/cases.ndjson", "--format", "ndjson"] + arguments
            ).lines
        }
        #expect(lines("--decision", "reply") == lines())
        #expect(
            lines("--decision", "reply", "--locale", "zh", "--param", "limit=30 USD")
                == lines("--locale", "zh", "--param", "limit=30 USD"))
    }

    @Test func linesOfStandardInputAreToldByTheFirstTwo() throws {
        let text = Self.lines.joined(separator: "\n") + "\n"
        #expect(try run(input: text).output == run("--input-format", "ndjson", input: text).output)
        #expect(try run(input: "{\"id\": \"one\",\n \"amount\": 1}").lines.count == 1)
        #expect(try run(input: "\n{\"id\": 1, \"amount\": 1}\n\n{\"id\": 2, \"amount\": \"x\"}").lines.count == 2)
    }

    @Test func stopsWhereNobodyReads() throws {
        for jobs in ["1", "4"] {
            try session.write("cases.ndjson", Self.lines.joined(separator: "\n") + "\n")
            let run = session.run(
                "eval", "@/reply.writ", "--decision", "reply", "--format", "ndjson", "--facts", "@/cases.ndjson",
                "--jobs", jobs, closesAfter: 0)
            #expect(run.output == "")
        }
    }

    @Test func threadsAreForLinesOnly() throws {
        for arguments in [["--facts", "@/case.yaml"], ["--facts", "@/case.yaml", "--decision", "reply"]] {
            let run = session.run(list: ["eval", "@/reply.writ", "--jobs", "2"] + arguments)
            #expect(run.code == 2)
            #expect(run.error.contains("--jobs 2 needs NDJSON cases"), "\(run.error)")
        }
        #expect(session.run("eval", "@/reply.writ", "--jobs", "0").code == 2)
        #expect(session.run("eval", "@/reply.writ", "--jobs", "many").code == 2)
    }

    @Test func aDecisionWithArgumentsIsAskedToo() throws {
        let input = (1...50).map { "{\"id\": \($0), \"amount\": \($0)}\n" }.joined()
        let run = session.run(
            "eval", "@/reply.writ", "--decision", "part", "--arg", "count=3", "--facts", "-", "--format", "ndjson",
            "--jobs", "2", input: input)
        #expect(run.code == 0)
        #expect(run.lines.count == 50)
        #expect(run.lines[2].contains("\"outcome\":\"1.00 USD\""))
    }
}

import Testing
import WritKit

/// What Writ writes as SARIF is valid under the schema of SARIF 2.1.0, which stands in `Tests/Schemas`.
@Suite struct SARIFSchemaTests {
    private static let schema = Result {
        try JSONSchema(path: Samples.repository + "/Tests/Schemas/sarif-schema-2.1.0.json")
    }

    /// The log's results, after it was found valid.
    private func results(_ run: Run) throws -> String {
        let problems = try Self.schema.get().problems(run.output)
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))\n\(run.output)")
        return run.output
    }

    @Test func mistakes() throws {
        // A name with an odd character, several places and an edit that mends it.
        let broken = Samples.reply.replacing("when amount <= limit", with: "when amont <= 12.00 EUR")
        let session = try CommandSession(["a b,%:[优].writ": broken])
        let text = try results(session.run("check", "@", "--format", "sarif"))
        #expect(text.contains("\"level\": \"error\"") && text.contains("\"fixes\""))
        #expect(text.contains("a%20b%2C%25%3A%5B%E4%BC%98%5D.writ"))
    }

    @Test func nothingFound() throws {
        let session = try CommandSession(["a.writ": "policy a\n"])
        #expect(try results(session.run("check", "@", "--format", "sarif")).contains("\"results\": []"))
        #expect(try results(session.run("prove", "@", "--format", "sarif")).contains("\"results\": []"))
    }

    @Test func whatCannotBeRead() throws {
        let session = try CommandSession()
        let run = session.run("check", "@/none.writ", "--format", "sarif")
        #expect(run.code == 3)
        #expect(try results(run).contains("W0701"))
    }

    @Test func findingsWithExamplesAndAcceptedOnes() throws {
        let session = try CommandSession(["desk.writ": ProofSamples.promises])
        let text = try results(session.run("check", "@", "--format", "sarif"))
        #expect(text.contains("\"kind\": \"broken_promise\"") && text.contains("\"facts\": {"))
        #expect(text.contains("\"suppressions\""))
        #expect(text.contains("\"justification\": \"Ten dollars: \\\"a call\\\".\""))
    }

    @Test func proofs() throws {
        let session = try CommandSession(["desk.writ": ProofSamples.promises])
        let run = session.run("prove", "@", "--format", "sarif")
        #expect(run.code == 1)
        #expect(try results(run).contains("\"id\": \"W0915\""))
    }

    @Test func aPolicyWithMistakesProvesNothing() throws {
        let session = try CommandSession(["desk.writ": "policy desk\n\nalways t\n  amont\n"])
        let run = session.run("prove", "@", "--format", "sarif")
        #expect(run.code == 1 && run.error == "")
        #expect(try results(run).contains("\"level\": \"error\""))
    }

    /// A schema that never complains would prove nothing.
    @Test(arguments: [
        ("\"version\": \"2.1.0\",\n  \"runs\"", "\"runs\""),
        ("\"version\": \"2.1.0\",\n  \"runs\"", "\"version\": \"2.2\",\n  \"runs\""),
        ("\"columnKind\"", "\"colummKind\""), ("\"level\": \"error\"", "\"level\": \"fatal\""),
        ("\"ruleIndex\": 0", "\"ruleIndex\": -2"), ("\"ruleIndex\": 0", "\"ruleIndex\": \"0\""),
        ("\"startLine\": 1", "\"startLine\": 0"), ("\"uri\": \"", "\"uri\": \"a b/"),
        ("\"message\": {", "\"message\": {\"texts\": \"\", "), ("\"name\": \"writ\",", ""),
    ])
    func theSchemaFinds(_ change: (from: String, to: String)) throws {
        let session = try CommandSession(["a.writ": "policy a\n\nalways t\n  amont\n"])
        let text = session.run("check", "@", "--format", "sarif").output
            .replacing("\"startLine\": 4", with: "\"startLine\": 1")
        let changed = text.replacing(change.from, with: change.to, maxReplacements: 1)
        #expect(changed != text)
        #expect(try !Self.schema.get().problems(changed).isEmpty)
        #expect(try Self.schema.get().problems(text).isEmpty)
    }
}

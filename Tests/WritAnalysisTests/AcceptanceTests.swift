import Testing
import WritAnalysis
import WritDiagnostics
import WritKit
import WritSource

@Suite("Accepted findings")
struct AcceptanceTests {
    private let text = """
        policy p
        fact idle : boolean
        fact amount : money(USD)
        decision d : text
          first
          rule bigger
            when amount > 900 USD
            then "b"
          rule big
            when amount > 500 USD
            then "a"
          otherwise "c"

        """

    private struct Outcome {
        var standing: [String]
        var accepted: [String]
    }

    /// Runs with acceptances made for the policy's own file; `words` is where one stands, `scope` what it stands under.
    private func run(
        today: String = "2026-06-01", settings: [FindingKind: FindingLevel] = [:],
        _ make: (_ place: (String) -> WritSource.SourceLocation) -> [AcceptedFinding]
    ) throws -> Outcome {
        let policy = try Policy(text: text)
        let file = try #require(policy.model.files.first { $0.path == "policy.writ" })
        let bytes = Array(text.utf8)
        func place(_ words: String) -> WritSource.SourceLocation {
            let start = bytes.indices.first { bytes[$0...].starts(with: words.utf8) }!
            return WritSource.SourceLocation(file, SourceRange(start, start + words.utf8.count))
        }
        let options = AnalysisOptions(
            settings: [file.path: FindingSettings(settings)], acceptances: make(place), today: Self.day(today))
        let report = policy.analyse(options)
        return Outcome(
            standing: report.findings.map { "\($0.severity.rawValue) \($0.finding.kind.rawValue)" },
            accepted: report.accepted.map { "\($0.finding.kind.rawValue): \($0.acceptance?.reason ?? "")" })
    }

    private static func day(_ text: String) -> Int {
        // Days of 2026 are enough here.
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        return 20_454 + months[parts[1] - 1] + parts[2] - 1
    }

    @Test("Without any, all stand")
    func none() throws {
        #expect(try run { _ in [] }.standing == ["warning unused", "warning unowned", "warning unowned"])
    }

    @Test("What lies in the scope is accepted, with the reason")
    func scope() throws {
        let outcome = try run { place in
            [AcceptedFinding(.unused, in: place("fact idle : boolean"), reason: "until autumn", at: place("fact"))]
        }
        #expect(outcome.standing == ["warning unowned", "warning unowned"])
        #expect(outcome.accepted == ["unused: until autumn"])
    }

    @Test("One of another kind, or elsewhere, accepts nothing and is idle")
    func idle() throws {
        let outcome = try run { place in
            [AcceptedFinding(.gap, in: place("fact idle : boolean"), reason: "x", at: place("fact"))]
        }
        #expect(
            outcome.standing == ["warning idle_acceptance", "warning unused", "warning unowned", "warning unowned"])
    }

    @Test("A rule's name narrows it")
    func rule() throws {
        let outcome = try run { place in
            let rule = place("bigger\n    when amount > 900 USD")
            return [AcceptedFinding(.unowned, rule: "bigger", in: rule, reason: "old", at: place("first"))]
        }
        #expect(outcome.standing == ["warning unused", "warning unowned"])
        #expect(outcome.accepted == ["unowned: old"])
    }

    @Test("Up to its day it holds, after it the finding stands again")
    func until() throws {
        func accepted(on today: String) throws -> Outcome {
            try run(today: today) { place in
                [
                    AcceptedFinding(
                        .unused, in: place("fact idle : boolean"), reason: "r", until: Self.day("2026-06-30"),
                        at: place("fact idle"))
                ]
            }
        }
        #expect(try accepted(on: "2026-06-30").accepted == ["unused: r"])
        let over = try accepted(on: "2026-07-01")
        #expect(over.accepted == [])
        #expect(
            over.standing == ["warning expired_acceptance", "warning unused", "warning unowned", "warning unowned"])
    }

    @Test("The house says how grave; what is off is neither told nor missed")
    func settings() throws {
        let outcome = try run(settings: [.unused: .off, .unowned: .error]) { place in
            [AcceptedFinding(.unused, in: place("fact idle : boolean"), reason: "r", at: place("fact"))]
        }
        #expect(outcome.standing == ["error unowned", "error unowned"])
    }
}

import Testing
import WritKit

/// An instant in a message is shown on the clocks of the policy that says it, whatever is read together with it.
@Suite struct MessageZoneTests {
    private func policy(_ name: String, _ zone: String?, use: String = "") -> String {
        """
        policy \(name)
        \(zone.map { "  timezone \"\($0)\"" } ?? "")
        \(use)
        define \(name)_note : message = text en "seen {now}"
        decision \(name) : boolean
          first
          otherwise true
            because "At {now}."
        decision \(name)_row : boolean
          table first
          | now                         || \(name)_row | because     |
          | < 2027-01-01T00:00:00Z      || true         | "By {now}." |
        """
    }

    /// What the decision's answer says, by the machine and by the reference.
    private func said(_ files: [String: String], _ decision: String) throws -> [String] {
        let folder = try TemporaryFolder(files)
        let policy = try Policy(path: folder.path)
        let answer = try policy.decide(decision, yaml: "now: 2026-06-10T15:00:00Z")
        let explained = answer.explanation.answer.because.map { $0.render(language: nil, model: policy.model) }
        return [answer.because, explained.joined()]
    }

    private func both(_ text: String) -> [String] { [text, text] }

    @Test func everyPolicyHasItsOwn() throws {
        let files = [
            "a.writ": policy("tokyo", "Asia/Tokyo"), "b.writ": policy("york", "America/New_York"),
            "c.writ": policy("nowhere", nil),
        ]
        #expect(try said(files, "tokyo") == both("At 11 June 2026 00:00."))
        #expect(try said(files, "york") == both("At 10 June 2026 11:00."))
        #expect(try said(files, "york_row") == both("By 10 June 2026 11:00."))
    }

    @Test func aMessageKeepsItsZoneWhereAnotherShowsIt() throws {
        let show = """
            policy show
              timezone "Asia/Tokyo"
            use york
            decision show : boolean
              first
              otherwise true
                because "{york_note}, here {now}."
            """
        #expect(
            try said(["a.writ": show, "b.writ": policy("york", "America/New_York")], "show")
                == both("seen 10 June 2026 11:00, here 11 June 2026 00:00."))
    }
}

import Testing
import WritKit
import WritSemantics

/// What people are shown of an explanation.
@Suite struct ExplanationTextTests {
    private static let policy = """
        policy desk
        record Line
          sku : text
          price : money(USD)
          qty : integer between 0 and 100
        fact lines : list of Line
        fact express : boolean?
        fact wanted_by : date?
        fact kind : Kind
        type Kind = private | company
        type Answer = send(amount: money(USD)) | ask | refuse
        param limit : money(USD) = 100 USD
          source house
        define total : money(USD) = sum line.price * line.qty for line in lines
        decision answer : Answer
          first
          rule nothing
            when no line in lines has line.qty > 0
            then refuse
            because "."
          rule large
            when total > limit and kind is private
            then ask
            because "."
          rule fast
            when express and kind is company
            then ask
            because "."
          rule soon
            when days between today and wanted_by < 3 days
            then ask
            because "."
          otherwise send(amount: total)
            because "{total}"
        """

    private func explanation(_ yaml: String) throws -> String {
        let policy = try Policy(text: Self.policy)
        return try policy.decide("answer", yaml: yaml).explanationText
    }

    private let lines = "lines: [{sku: a, price: 20 USD, qty: 2}, {sku: b, price: 5 USD, qty: 1}]\ntoday: 2026-03-01\n"

    @Test func showsWhatWasCompared() throws {
        let text = try explanation(lines + "kind: private\nexpress: true\nwanted_by: 2026-03-09\n")
        #expect(
            text.contains(
                "  lines: 2 elements\n    [1]  qty = 2, price = 20.00 USD\n    [2]  qty = 1, price = 5.00 USD\n"))
        #expect(
            text.contains(
                "  nothing: does not apply\n    not so: no line in lines has line.qty > 0  (lines has 2 elements)\n"))
        #expect(text.contains("    not so: total > limit  (45.00 USD > 100.00 USD; from lines)\n"))
        #expect(text.contains("    not so: kind is company  (kind is private)\n"))
        #expect(text.contains("    not so: days between today and wanted_by < 3 days"))
        #expect(text.contains("(days between today and wanted_by is 8 days"))
    }

    @Test func saysWhatAHeldRuleWaitsFor() throws {
        let text = try explanation(lines + "kind: company\nwanted_by: 2026-03-09\n")
        #expect(text.contains("  fast: held, waits for express\n    unknown: express\n"))
        #expect(text.contains("\nwhat would settle it\n  ask  (fast)\n    if express = true\n"), "\(text)")
        #expect(text.contains("\n  send(amount: 45.00 USD)  (otherwise)\n    if express = false or kind = private\n"))
        #expect(!text.contains("1970"))
    }

    @Test func staysWithinAPage() throws {
        let many = (1...40).map { "{sku: s\($0), price: \($0) USD, qty: 1}" }.joined(separator: ", ")
        let text = try explanation("lines: [\(many)]\nkind: company\ntoday: 2026-03-01\n")
        #expect(text.contains("  lines: 40 elements\n"))
        #expect(text.contains("    and 36 more\n"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(text.split(separator: "\n").count < 60)
    }
}

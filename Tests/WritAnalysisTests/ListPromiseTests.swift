import Testing
import WritAnalysis
import WritKit

/// What is proved of lists of any length, and what is not true of them.
@Suite("Promises about lists")
struct ListPromiseTests {
    private static let policy = """
        policy p
        type Kind = card | cash | voucher
        record Line
          kind : Kind
          paid : money(USD) between 0 USD and 1_000 USD
          due : date between 2026-01-01 and 2026-12-31
          refunded : boolean?
        record Note
          kind : Kind
          amount : money(USD)
        fact lines : list of Line
        fact spare : list of Line
        fact wanted : list of Kind
        fact use_spare : boolean
        define notes = list Note(kind: line.kind, amount: line.paid) for line in lines where line.kind is not cash
        define cards = list line for line in lines where line.kind is card
        define latest_due = max line.due for line in lines
        define last_line = first line in lines by line.due descending
        define last_card = first line in cards by line.due descending
        define card_count = count line in lines where line.kind is card
        define mean_paid = (average line.paid for line in lines) rounded to 0.01 USD
        define asked = list Note(kind: kind, amount: 0 USD) for kind in wanted
        define used = if use_spare then spare else lines
        define first_used = first line in used where line.kind is card

        """

    private func verdict(_ promise: String) throws -> PromiseProof.Verdict? {
        let policy = try Policy(text: Self.policy + "always it\n  \(promise)\n")
        var options = AnalysisOptions()
        options.solvers = .own
        return Analyser(policy.model, options).proofs().first?.verdict
    }

    @Test(
        "Proved",
        arguments: [
            "(any line in lines has line.paid > 5 USD) implies (any line in lines has line.paid > 4 USD)",
            "(no note in notes has note.kind is cash)",
            "(any note in notes has note.amount > 5 USD) implies (any line in lines has line.paid > 5 USD)",
            "(every line in cards has line.kind is card)",
            "(every kind in wanted has (any note in asked has note.kind is kind))",
            "(every note in asked has (any kind in wanted has kind is note.kind))",
            "(every line in cards has (any other in lines has (other.kind is line.kind and other.paid is line.paid)))",
            "(any line in lines has line.due > 2026-06-01) implies latest_due > 2026-06-01",
            "latest_due > 2026-06-01 implies (any line in lines has line.due > 2026-06-01)",
            "last_line.due < 2026-06-01 implies (no line in lines has line.due >= 2026-06-01)",
            "last_card is known implies last_card.kind is card",
            "last_card is known implies (any line in lines has line.kind is card)",
            "card_count is 0 implies (no line in lines has line.kind is card)",
            "card_count >= 1 implies (any line in lines has line.kind is card)",
            "card_count <= (count line in lines)",
            "last_line is known or (count line in lines) is 0",
            "(every line in lines has line.paid >= 5 USD) and (count line in lines) > 0 implies mean_paid >= 5 USD",
            "mean_paid > 5 USD implies (any line in lines has line.paid > 5 USD)",
            "(sum line.paid for line in lines) >= 0 USD",
            "(every line in lines has line.kind is card) implies card_count is (count line in lines)",
        ])
    func proved(promise: String) throws {
        guard case .proved? = try verdict(promise) else {
            Issue.record("not proved: \(promise)")
            return
        }
    }

    @Test(
        "Not true",
        arguments: [
            "(any line in lines has line.paid > 4 USD) implies (any line in lines has line.paid > 5 USD)",
            "(every line in lines has (no other in lines has other.kind is not line.kind))",
            "(every kind in wanted has kind is card)",
            "(any line in lines has line.kind is cash) implies (any note in notes has note.amount >= 0 USD)",
            "last_line.due < 2026-06-01 implies last_card.due < 2026-06-01 and last_card.paid > 5 USD",
            "latest_due > 2026-06-01 implies (every line in lines has line.due > 2026-06-01)",
            "first_used is known implies (any line in lines has line.kind is card)",
            "first_used is known implies (any line in spare has line.kind is card)",
            "mean_paid > 5 USD implies (every line in lines has line.paid > 5 USD)",
            "card_count < 2", "(count line in lines) <= card_count",
            "(any line in lines has line.refunded) implies (every line in lines has line.refunded)",
            "(any line in lines has line.kind is card) and (any line in lines has line.kind is cash) implies (count line in lines) >= 3",
        ])
    func notTrue(promise: String) throws {
        let verdict = try verdict(promise)
        guard case .refuted(let examples)? = verdict, !examples.isEmpty else {
            Issue.record("not refuted but \(verdict.map { "\($0)" } ?? "nothing"): \(promise)")
            return
        }
    }
}

import WritDiagnostics
import WritKit
import WritSource
import WritSyntax

/// The files of a new policy.
struct StarterPolicy {
    /// The decision it makes.
    static let decision = "refund"

    let name: String

    var files: [(path: String, text: String)] {
        [("policy.writ", laidOut), ("case.yaml", Self.facts), ("cases/refund.yaml", Self.cases)]
    }

    /// Whether the name can stand in a policy's header.
    var isSound: Bool { (try? Policy(text: policy)) != nil }

    /// The policy as `writ fmt` lays it out.
    private var laidOut: String {
        var sink = DiagnosticSink()
        return Formatter.format(Parser.parse(SourceFile(path: "policy.writ", text: policy), sink: &sink))
    }

    private var policy: String {
        """
        policy \(name)
          "What to answer when somebody wants their money back."

        fact amount : money(USD)
          "What was paid."
        fact delivered_on : date?
          "When the parcel came; unknown while it is on its way."
        fact damaged : boolean

        param automatic_limit : money(USD) = 150 USD  between 0 USD and 500 USD
          "Up to this nobody needs to look."
          source house

        param return_time : days = 14 days  between 0 days and 365 days
          "How long one may send it back."
          source house

        type Answer = refund(amount: money(USD)) | ask_a_person | refuse

        decision refund : Answer
          first

          rule too_large
            when amount > automatic_limit
            then ask_a_person
            because "{amount} is more than {automatic_limit}."

          rule arrived_damaged
            when damaged
            then refund(amount: amount)
            because "It arrived damaged."

          rule in_time
            when days between delivered_on and today <= return_time
            then refund(amount: amount)
            because "Delivered {delivered_on}, within {return_time}."

          otherwise refuse
            because "More than {return_time} since {delivered_on}."

        never more_than_was_paid
          refund is refund and refund.amount > amount

        test "the limit itself needs nobody"
          given amount = 150 USD, damaged = true
          expect refund is refund(amount: 150 USD) by arrived_damaged

        test "a day late"
          given amount = 20 USD, damaged = false, delivered_on = 2026-03-01, today = 2026-03-16
          expect refund is refuse by otherwise

        """
    }

    private static let facts = """
        id: A-17
        today: 2026-03-10
        amount: 64.00 USD
        delivered_on: 2026-03-01
        damaged: false

        """

    private static let cases = """
        - name: base
          facts: {today: 2026-03-10, amount: 64.00 USD, delivered_on: 2026-03-01, damaged: false}

        - name: within the time
          decision: refund
          like: base
          expect: {status: determined, outcome: {refund: {amount: 64.00 USD}}, rule: in_time}

        - name: over the limit a person looks
          decision: refund
          like: base
          facts: {amount: 150.01 USD}
          expect: {outcome: ask_a_person, rule: too_large}

        - name: without the day of delivery it cannot be told
          decision: refund
          like: base
          facts: {delivered_on: null}
          expect: {status: undetermined, needs: [delivered_on]}

        """
}

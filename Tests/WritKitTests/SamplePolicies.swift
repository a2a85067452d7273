/// Policies that several suites ask.
enum SamplePolicies {
    /// A refund with every kind of answer, reason and promise.
    static let refund = """
        policy returns
          "What to answer when somebody wants their money back."
          timezone "Europe/Berlin"

        fact amount : money(USD)
        fact delivered_on : date?
        fact reason : Reason? as "why"
        fact lines : list of Line

        type Reason = damaged | late as "too late"

        record Line
          sku : text
          qty : integer between 0 and 100

        param limit : money(USD) = 150 USD between 0 USD and 500 USD
          source "Handbook, page 3"

        type Answer = refund(amount: money(USD), note: text?) | ask_a_person | refuse

        action tell(who: text, until: date?)

        decision refund : Answer
          first

          rule too_large
            when amount > limit
            then ask_a_person
            do tell(who: "desk")
            because "{amount} is more than {limit}."
            source house

          rule broken
            when reason is damaged
            then refund(amount: amount)
            do tell(who: "desk", until: 3 days after today)
            because "It arrived damaged."

          rule in_time
            when days between delivered_on and today <= 14 days
            then refund(amount: amount)
            because "Delivered {delivered_on}."

          otherwise refuse
            because "Too late."

        decision pieces : integer
          sum
          rule all
            when true
            then sum line.qty for line in lines
            because "Everything."

        decision share(parts: integer) : money(USD)
          first
          rule one
            when true
            then (amount / parts) rounded to 0.01 USD
            because "One of {parts}."

        never more_than_limit
          "Nothing above the limit goes out without a person."
          refund is refund and refund.amount > 150 USD

        test "damaged"
          given amount = 10 USD, reason = damaged, today = 2026-03-01
          expect refund is refund(amount: 10 USD) by broken
        """
}

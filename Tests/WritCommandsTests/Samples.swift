/// Policies and cases that several suites use.
enum Samples {
    static let reply = """
        policy desk.reply
          "Refund or hand over."
          languages en, zh

        fact amount : money(USD) between 0 USD and 1_000 USD
        fact vip : boolean?

        param limit : money(USD) = 100 USD between 0 USD and 500 USD
          source house

        type Reply = refund(amount: money(USD)) | ask

        decision reply : Reply
          first

          rule small
            when amount <= limit
            then refund(amount: amount)
            because
              en "{amount} is within {limit}."
              zh "{amount}不超过{limit}。"

          rule vip
            when vip
            then ask
            because
              en "A friend of the house."
              zh "老客户。"

          otherwise ask
            because
              en "Too much."
              zh "太多。"

        decision part(count: integer) : money(USD)
          first
          rule one
            when true
            then (amount / count) rounded to 0.01 USD
            because
              en "One of {count}."
              zh "{count}分之一。"
            accept possible_fault "A count of zero is what the tests of faults ask with."

        test "small"
          given amount = 10 USD
          expect reply is refund(amount: 10 USD) by small

        """

    static func session() throws -> CommandSession {
        try CommandSession(["reply.writ": reply, "case.yaml": "id: A-1\namount: 64 USD\n"])
    }
}

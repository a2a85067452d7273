import Testing
import WritAnalysis
import WritKit

@Suite("Promises that some case breaks")
struct BrokenPromiseCheckTests {
    private func refund(_ promise: String) -> String {
        """
        fact paid : money(USD) between 0 USD and 10_000 USD
        fact shipping : money(USD) between 0 USD and 100 USD
        fact is_damaged : boolean?
        decision refund : money(USD)
          first
          rule damaged
            when is_damaged
            then paid + shipping
          otherwise paid
        \(promise)

        """
    }

    @Test("One case")
    func always() throws {
        #expect(
            try told(.broken_promise, refund("always kept\n  refund <= paid"))
                == [#"`kept` is broken by a case {"paid":"100.00 USD","shipping":"100.00 USD","is_damaged":true}"#])
        #expect(try told(.broken_promise, refund("always kept\n  refund <= paid + shipping")) == [])
        #expect(try told(.broken_promise, refund("never lost\n  refund < paid")) == [])
        #expect(
            try told(.broken_promise, refund("never lost\n  refund <= paid and not is_damaged"))
                == [#"`lost` is broken by a case {"paid":"100.00 USD","is_damaged":false}"#])
    }

    @Test("Rounding makes a cent of difference")
    func rounding() throws {
        func text(_ promise: String) -> String {
            """
            fact price : money(USD) between 0 USD and 1_000 USD
            define fee = 3% of price rounded to 0.01 USD
            always kept
              \(promise)
            decision total : money(USD)
              first
              otherwise price + fee

            """
        }
        #expect(try told(.broken_promise, text("total >= price")) == [])
        #expect(
            try told(.broken_promise, text("total > price")) == [#"`kept` is broken by a case {"price":"0.16 USD"}"#])
        #expect(try told(.broken_promise, text("price > 1 USD implies total > price")) == [])
    }

    @Test("Two cases")
    func relations() throws {
        func text(_ large: String) -> String {
            """
            type Care = usual | close | personal
            fact amount : money(USD)
            fact is_vip : boolean
            param big : money(USD) = 500 USD
              source house
            decision care : Care
              first
              rule large
                when amount >= big
                then \(large)
              rule vip
                when is_vip
                then close
              otherwise usual
            always more_is_never_less
              whenever amount rises, care never falls

            """
        }
        #expect(try told(.broken_promise, text("personal")) == [])
        #expect(try told(.broken_promise, text("usual")).count == 1)
        let policy = try Policy(text: "policy p\n" + text("usual"))
        let proofs = Analyser(policy.model).proofs()
        guard case .refuted(let pair)? = proofs.first?.verdict, pair.count == 2 else {
            Issue.record("not refuted: \(proofs)")
            return
        }
        let facts = pair.map { ExampleJSON(model: policy.model).text($0) }
        #expect(facts == [#"{"amount":"100.00 USD","is_vip":true}"#, #"{"amount":"500.00 USD","is_vip":true}"#])
    }

    @Test("What longer lists alone show stays open")
    func lists() throws {
        func text(_ bound: Int) -> String {
            """
            record Line
              is_damaged : boolean
            fact lines : list of Line
            decision people : integer
              first
              otherwise 1
            never alone
              people is 1 and (count line in lines where line.is_damaged) > \(bound)

            """
        }
        #expect(
            try told(.broken_promise, text(1))
                == [#"`alone` is broken by a case {"lines":[{"is_damaged":true},{"is_damaged":true}]}"#])
        #expect(try told(.broken_promise, text(5)) == [])
        #expect(try told(.undecided, text(5)) == ["it is not decided whether `alone` holds in every case"])
    }

    @Test("Texts that only a promise about two cases mentions")
    func textsOfRelations() throws {
        let text = """
            fact n : integer between 0 and 2
            fact u : text
            decision d : integer
              first
              otherwise n
            always rising
              whenever n rises while u is "a", d never rises

            """
        #expect(try told(.broken_promise, text).count == 1)
        #expect(try told(.broken_promise, text.replacing("never rises", with: "never falls")) == [])
    }
}

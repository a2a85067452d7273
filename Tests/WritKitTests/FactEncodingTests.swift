import Testing
import WritKit
import WritValues

/// Facts from values of the host's: what a struct tells, and what is said where it does not fit.
@Suite struct FactEncodingTests {
    private let policy: Policy

    init() throws { policy = try Policy(text: SamplePolicies.refund) }

    struct Contact: Encodable {
        var id: String?
        var amount: Money
        var why: Reason?
        var today = "2026-03-01"
        var lines: [Line] = []

        struct Line: Encodable {
            var sku: String
            var qty: Int
        }

        enum Reason: String, Encodable {
            case damaged
            case late = "too late"
        }
    }

    @Test func aStructIsACase() throws {
        let contact = Contact(id: "A-17", amount: Money(count: 20_00, scale: 2, currency: "USD"), why: .damaged)
        let answer = try policy.decide("refund", facts: contact)
        let told = try policy.decide("refund", yaml: "{amount: 20 USD, why: damaged, today: 2026-03-01, id: A-17}")
        #expect(answer.json == told.json)
    }

    @Test func listsAndTheirStructsAreRead() throws {
        let lines = [Contact.Line(sku: "a", qty: 2), Contact.Line(sku: "b", qty: 3)]
        let contact = Contact(amount: Money(count: 1, scale: 0, currency: "USD"), lines: lines)
        #expect(try policy.decide("pieces", facts: contact).outcome.integer == 5)
    }

    @Test func nilIsUnknown() throws {
        let contact = Contact(amount: Money(count: 20, scale: 0, currency: "USD"), why: nil)
        #expect(try policy.decide("refund", facts: contact).needs == ["reason", "delivered_on"])
    }

    /// What is text on the wire is asked for its text, and never to encode itself.
    @Test func typesOfTheHostsOwnAreTextOnTheWire() throws {
        struct Day: Encodable, WireConvertible {
            var date: CivilDate
            init(_ date: CivilDate) { self.date = date }
            init?(wireText: String) { nil }
            var wireText: String { date.wireText }
            func encode(to encoder: any Encoder) throws { Issue.record("what is text on the wire encodes itself") }
        }
        let day = Day(try #require(CivilDate(wireText: "2026-03-05")))
        let bound = try policy.bind(["delivered_on": day, "today": day])
        #expect(bound["delivered_on"]?.text == "2026-03-05")
    }

    // MARK: Numbers

    private struct Numbers: Encodable {
        var whole: Int128?
        var small: UInt8?
        var share: Double?
        var amount: Double?
    }

    private static let numbers = """
        policy numbers
        fact whole : integer?
        fact small : integer?
        fact share : number(4)?
        fact amount : money(USD)?
        decision d : text
          first
          rule r
            when whole is known or small is known or share is known or amount is known
            then "told"
          otherwise "nothing"
        """

    private func complaint(_ numbers: Numbers) -> String? {
        do throws(PolicyError) {
            _ = try Policy(text: Self.numbers).decide("d", facts: numbers)
            return nil
        } catch { return error.diagnostics.map(\.message).joined(separator: "|") }
    }

    @Test func whatIsExactIsTaken() {
        #expect(complaint(Numbers(whole: Int128(Int64.max), small: 255, share: 0.1, amount: 12.5)) == nil)
        #expect(complaint(Numbers(share: 3, amount: -0.07)) == nil)
        #expect(complaint(Numbers(amount: 1e15)) == nil)
    }

    @Test func whatIsNotExactIsRefused() {
        #expect(
            complaint(Numbers(amount: 0.1 + 0.2))
                == "`amount` has room for 2 decimals, and `0.30000000000000004` has more")
        #expect(
            complaint(Numbers(amount: .nan)) == "`amount` is money in USD, such as 12.00 USD, and `nan` is not")
        #expect(complaint(Numbers(share: 1e-9)) == "`share` has room for 4 decimals, and `1e-09` has more")
        #expect(
            complaint(Numbers(whole: Int128(Int64.max) + 1)) == "`whole` is more than a value can hold")
    }

    // MARK: Mistakes

    @Test func aMistakeIsShownInTheValueAsJSON() throws {
        struct Order: Encodable {
            var amount = "64.00 EUR"
            var today = "2026-03-01"
        }
        let error = #expect(throws: PolicyError.self) { try policy.decide("refund", facts: Order()) }
        #expect(
            error?.description == """
                error[W0607]: `amount` is money in USD, and this is in EUR
                 --> <Order>:2:13
                  |
                2 |   "amount": "64.00 EUR",
                  |             ^^^^^^^^^^^ EUR, not USD
                help: nothing converts one currency into another; give the amount in USD

                """)
    }

    @Test func partsAreNamedByTheirPath() throws {
        struct Order: Encodable {
            var amount = 1
            var today = "2026-03-01"
            var lines = [["sku": "a", "qty": "2"], ["sku": "b", "qty": "101"]]
        }
        let error = #expect(throws: PolicyError.self) { try policy.decide("pieces", facts: Order()) }
        #expect(error?.diagnostics.map(\.message) == ["`lines[2].qty` lies between 0 and 100"])
    }

    @Test func aKeyThatNobodyDeclaredIsAMistake() throws {
        let error = #expect(throws: PolicyError.self) {
            try policy.decide("refund", facts: ["amout": "1 USD", "today": "2026-03-01"])
        }
        #expect(error?.diagnostics.first?.help == "did you mean `amount`?")
    }

    @Test func whatDoesNotEncodeSaysSo() throws {
        struct Broken: Encodable {
            struct Failure: Error {}
            func encode(to encoder: any Encoder) throws { throw Failure() }
        }
        let error = #expect(throws: PolicyError.self) { try policy.bind(Broken()) }
        #expect(error?.diagnostics.first?.message == "`Broken` does not encode: Failure()")
    }

    /// The containers that synthesised code does not use.
    @Test func containersMayBeWrittenByHand() throws {
        struct ByHand: Encodable {
            enum Keys: String, CodingKey { case amount, today, lines }
            func encode(to encoder: any Encoder) throws {
                var fields = encoder.container(keyedBy: Keys.self)
                try fields.encode("1 USD", forKey: .today)
                try fields.encode("2026-03-01", forKey: .today)
                try fields.superEncoder(forKey: .amount).singleValue(7)
                var lines = fields.nestedUnkeyedContainer(forKey: .lines)
                var line = lines.nestedContainer(keyedBy: LineKeys.self)
                try line.encode("a", forKey: .sku)
                try line.encode(UInt16(4), forKey: .qty)
                #expect(lines.count == 1)
                #expect(lines.codingPath.map(\.stringValue) == ["lines"])
            }
            enum LineKeys: String, CodingKey { case sku, qty }
        }
        #expect(try policy.decide("pieces", facts: ByHand()).outcome.integer == 4)
    }
}

extension Encoder {
    fileprivate func singleValue(_ value: Int) throws {
        var container = singleValueContainer()
        try container.encode(value)
    }
}

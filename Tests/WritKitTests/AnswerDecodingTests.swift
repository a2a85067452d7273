import Testing
import WritKit
import WritValues

/// Answers as types of the host's: what fits, and what is said where they disagree.
@Suite struct AnswerDecodingTests {
    private let policy: Policy

    init() throws { policy = try Policy(text: SamplePolicies.refund) }

    private func ask(_ yaml: String, _ decision: String = "refund", parts: String? = nil) throws -> Decided {
        try policy.decide(decision, yaml: yaml, options: .init(arguments: parts.map { ["parts": $0] } ?? [:]))
    }

    private static let damaged = "{amount: 20 USD, why: damaged, today: 2026-03-01}"
    private static let large = "{amount: 200 USD, today: 2026-03-01}"
    private static let open = "{amount: 20 USD, today: 2026-03-01}"

    enum Resolution: Decodable, Equatable {
        case refund(amount: Money, note: String?)
        case askAPerson
        case refuse

        enum CodingKeys: String, CodingKey { case refund, refuse, askAPerson = "ask_a_person" }
    }

    @Test func aVariantIsAnEnumerationWithAssociatedValues() throws {
        let twenty = Money(count: 20_00, scale: 2, currency: "USD")
        #expect(try ask(Self.damaged).outcome(as: Resolution.self) == .refund(amount: twenty, note: nil))
        #expect(try ask(Self.large).outcome(as: Resolution.self) == .askAPerson)
    }

    @Test func anAnswerWithoutAnOutcomeIsNil() throws {
        #expect(try ask(Self.open).outcome(as: Resolution?.self) == nil)
        #expect(
            complaint { try ask(Self.open).outcome(as: Resolution.self) }
                == "`refund` is undetermined, and `Resolution` is expected")
        let faulted = try ask("{amount: 20 USD}", "share", parts: "0")
        #expect(complaint { try faulted.outcome(as: Money.self) } == "`share` is faulted, and `Money` is expected")
    }

    @Test func singleValuesAreWhatSwiftCallsThem() throws {
        #expect(try ask("{lines: [{sku: a, qty: 2}]}", "pieces").outcome(as: Int.self) == 2)
        #expect(try ask("{lines: [{sku: a, qty: 2}]}", "pieces").outcome(as: UInt8.self) == 2)
        #expect(try ask("{lines: [{sku: a, qty: 2}]}", "pieces").outcome(as: Double.self) == 2)
        #expect(try ask("{amount: 20 USD}", "share", parts: "3").outcome(as: String.self) == "6.67 USD")
        #expect(try ask("{amount: 20 USD}", "share", parts: "3").outcome(as: Money.self).count == 667)
    }

    enum Action: Decodable, Equatable { case tell(who: String, until: String?) }

    @Test func actionsAreOneEnumeration() throws {
        #expect(try ask(Self.damaged).actions(as: Action.self) == [.tell(who: "desk", until: "2026-03-04")])
        #expect(try ask(Self.large).actions(as: Action.self) == [.tell(who: "desk", until: nil)])
    }

    @Test func argumentsAreAStruct() throws {
        struct Tell: Decodable {
            var who: String
            var until: Day?
        }
        let tell = try #require(try ask(Self.damaged).actions.first).arguments(as: Tell.self)
        #expect(tell.who == "desk")
        #expect(tell.until?.date == CivilDate(wireText: "2026-03-04"))
    }

    /// A type of the host's that is text on the wire.
    struct Day: Decodable, WireConvertible {
        let date: CivilDate
        init?(wireText: String) {
            guard let date = CivilDate(wireText: wireText) else { return nil }
            self.date = date
        }
        init(from decoder: any Decoder) throws { fatalError("what is text on the wire does not decode itself") }
        var wireText: String { date.wireText }
    }

    private static let shapes = """
        policy shapes
        type Level = low as "LOW" | high
        record Box
          name : text
          sizes : list of number(3)
          level : Level
          note : text?
          due : date?
        fact boxes : list of Box
        decision packed : list of Box
          first
          rule all
            when true
            then boxes
          otherwise list box for box in boxes where false
        decision level : Level
          first
          rule all
            when true
            then (first box in boxes where true).level
          otherwise high
        """

    @Test func recordsAndListsAreStructsAndArrays() throws {
        struct Box: Decodable, Equatable {
            var name: String
            var sizes: [Double]
            var level: Level
            var note: String?
            var due: String?
        }
        let yaml = "{boxes: [{name: a, sizes: [0.5, 1.125], level: LOW, due: 2026-03-01}]}"
        let policy = try Policy(text: Self.shapes)
        let boxes = try policy.decide("packed", yaml: yaml).outcome(as: [Box].self)
        #expect(boxes == [Box(name: "a", sizes: [0.5, 1.125], level: .low, note: nil, due: "2026-03-01")])
        #expect(try policy.decide("level", yaml: yaml).outcome(as: Level.self) == .low)
    }

    enum Level: String, Decodable { case low = "LOW", high }

    // MARK: Disagreements

    @Test func aCaseThatTheHostLacksIsNamed() throws {
        enum Narrow: Decodable {
            case refuse
        }
        #expect(
            complaint { try ask(Self.damaged).outcome(as: Narrow.self) }
                == "`refund` is `refund(amount: 20.00 USD)`, and a value that `Narrow` has is expected")
        enum Other: String, Decodable { case settle }
        #expect(
            complaint { try ask(Self.large).outcome(as: Other.self) }
                == "`refund` is `ask_a_person`, and a value that `Other` has is expected")
    }

    @Test func aWrongTypeIsNamedByItsPlace() throws {
        enum Wrong: Decodable { case refund(amount: Int) }
        #expect(
            complaint { try ask(Self.damaged).outcome(as: Wrong.self) }
                == "`refund.refund.amount` is `20.00 USD`, and a whole number that `Int` holds is expected")
        enum Missing: Decodable { case refund(total: Money) }
        #expect(
            complaint { try ask(Self.damaged).outcome(as: Missing.self) }
                == "`refund.refund` is `refund(amount: 20.00 USD)`, and a field `total` is expected")
        enum Needy: Decodable { case refund(amount: Money, note: String) }
        #expect(
            complaint { try ask(Self.damaged).outcome(as: Needy.self) }
                == "`refund.refund.note` is unknown, and a text, or a value without fields is expected")
        #expect(
            complaint { try ask("{lines: [{sku: a, qty: 90}, {sku: b, qty: 90}]}", "pieces").outcome(as: Int8.self) }
                != nil)
        #expect(
            complaint { try ask(Self.damaged).outcome(as: [String].self) }
                == "`refund` is `refund(amount: 20.00 USD)`, and a list is expected")
        #expect(
            complaint { try ask("{amount: 20 USD}", "share", parts: "3").outcome(as: Double.self) }
                == "`share` is `6.67 USD`, and a number is expected")
    }

    @Test func actionsThatDoNotFitAreNamedByTheirPlace() throws {
        enum Shout: Decodable { case shout(who: String) }
        #expect(
            complaint { try ask(Self.large).actions(as: Shout.self) }
                == "`actions` is `tell(who: \"desk\")`, and a value that `Shout` has is expected")
        enum Tell: Decodable { case tell(who: Int) }
        #expect(
            complaint { try ask(Self.large).actions(as: Tell.self) }
                == "`actions.tell.who` is `\"desk\"`, and a whole number that `Int` holds is expected")
        struct Arguments: Decodable { var who: Bool }
        let action = try #require(try ask(Self.large).actions.first)
        #expect(
            complaint { try action.arguments(as: Arguments.self) }
                == "`tell.who` is `\"desk\"`, and true or false is expected")
    }

    @Test func elementsCountFromOne() throws {
        let answer = try Policy(text: Self.shapes).decide(
            "packed", yaml: "{boxes: [{name: a, sizes: [1, 0.5], level: high}]}")
        struct Box: Decodable { var sizes: [Int] }
        #expect(
            complaint { try answer.outcome(as: [Box].self) }
                == "`packed[1].sizes[2]` is `0.5`, and a whole number that `Int` holds is expected")
        #expect(try answer.outcome.elements[0]["level"].decoded(as: Level.self) == .high)
        #expect(
            complaint { try answer.outcome.elements[0]["name"].decoded(as: Money.self) }
                == "`value` is `\"a\"`, and `Money` is expected")
    }

    private func complaint(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch { return "\(error)" }
    }
}

import WritSemantics
import WritSource
import WritValues

/// Makes random models that are well typed, for comparing evaluators.
///
/// What it makes is small but has everything: values at the ends of their ranges, divisions by zero, dates that leave the
/// calendar, calendars that do not cover them, rules that are held, agree and disagree.
public final class ModelGenerator {
    var random: SplitMix64
    let builder = ModelBuilder()
    /// Ways to read a fact, a param or a part of one, with their types.
    var leaves: [Leaf] = []
    /// Ways to read the locals in scope.
    var scope: [Leaf] = []
    var defines: [Callable] = []
    var decisions: [Callable] = []

    var enumeration = VariantID(0)
    var variant = VariantID(0)
    var line = RecordID(0)
    var order = RecordID(0)
    var pause = RecordID(0)
    var actions: [ActionID] = []

    struct Leaf {
        var type: WritType
        var make: () -> Term
    }

    /// A define or decision that may be used by what comes after it.
    struct Callable {
        var type: WritType
        var parameters: [WritType]
        var kind: ([Term]) -> Term.Kind
    }

    /// Whether it leaves out what makes most answers faults: the ends of ranges.
    let isOrdinary: Bool

    public init(seed: UInt64, isOrdinary: Bool = false) {
        random = SplitMix64(seed)
        self.isOrdinary = isOrdinary
    }

    public func model() -> CheckedModel {
        declareTypes()
        declareCalendars()
        declareFacts()
        declareParams()
        for index in 0..<6 { declareDefine(index) }
        for index in 0..<2 { declareQuotient(index) }
        for index in 0..<4 { declareDecision(index) }
        for index in 0..<2 {
            builder.promise("promise\(index)", never: random.chance(30), term(.boolean, 3))
        }
        return builder.model
    }

    static let dollars = WritType.money(Currency.named("USD")!)
    static let yen = WritType.money(Currency.named("JPY")!)

    /// Types that facts, results and arguments have.
    var plainTypes: [WritType] {
        [
            .boolean, .integer, .number(scale: 2), .number(scale: 6), Self.dollars, Self.yen, .text, .date, .time,
            .instant,
            .zone, .calendar, .amount(.elapsed), .amount(.days), .amount(.months), .amount(.workingDays),
            .amount(.workingTime), .variant(enumeration), .variant(variant), .record(line),
        ]
    }

    /// Types that have an order.
    var quantityTypes: [WritType] { plainTypes.filter(\.isQuantity) }

    var listTypes: [WritType] {
        [
            .list(.integer), .list(Self.dollars), .list(.text), .list(.record(line)), .list(.variant(enumeration)),
            .list(.date),
        ]
    }

    /// Any type: mostly plain, sometimes a list or a record with parts.
    func anyType() -> WritType {
        switch random.below(10) {
        case 0: random.pick(listTypes)
        case 1: .record(order)
        default: random.pick(plainTypes)
        }
    }

    /// A value that is kept: its count is checked.
    func kept(_ type: WritType, _ depth: Int) -> Term {
        let value = term(type, depth)
        return type.isQuantity ? builder.term(.bounded(value), type) : value
    }
}

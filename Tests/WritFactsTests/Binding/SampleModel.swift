import WritFacts
import WritSemantics
import WritSource
import WritValues

/// A model made by hand, with a fact of every type, so that these tests need no parser and no checker.
///
/// ```writ
/// decision shipping : boolean          # reads order.amount, order.lines' stock, contact, reason
/// decision greeting : text             # reads who
/// ```
struct SampleModel {
    static let shipping = DecisionID(0)
    static let greeting = DecisionID(1)
    static let whole = DecisionID(2)
    static let model = SampleModel().build()

    private let usd = Currency.named("USD")!
    private let place = SourceLocation(SourceFile(path: "sample.writ", text: ""), .at(0))

    private func build() -> CheckedModel {
        var model = CheckedModel(name: "sample", digest: "")
        model.variants = [carrier, remedy]
        model.records = [order, line]
        model.calendars = ["plant", "office"].map {
            CalendarDeclaration(heading: heading($0), calendar: WorkingCalendar(name: $0, zone: .utc, weekly: [:]))
        }
        model.facts = slots.map { Fact(heading: heading($0.name), slot: $0) }
        model.params = params
        model.locals = [Local(name: "line", type: .record(RecordID(1))), Local(name: "level", type: .integer)]
        model.localCount = 2
        model.decisions = decisions
        return model
    }

    // MARK: Types

    private var carrier: VariantType {
        VariantType(
            heading: heading("Carrier"),
            cases: [
                VariantCase(name: "usps", location: place), VariantCase(name: "ups", location: place),
                VariantCase(name: "vip_post", wire: "V.I.P.", location: place),
            ])
    }

    private var remedy: VariantType {
        let fields = [slot("amount", .money(usd)), slot("note", .text, optional: true)]
        return VariantType(
            heading: heading("Remedy"),
            cases: [
                VariantCase(name: "reship", location: place),
                VariantCase(name: "refund", fields: fields, location: place),
            ])
    }

    private var order: RecordType {
        let fields = [
            slot("number", .text),
            slot("amount", .money(usd), wire: "total_price", bounds: 0...1_000_000),
            slot("lines", .list(.record(RecordID(1)))),
            slot("paid", .boolean, optional: true),
        ]
        return RecordType(heading: heading("Order"), fields: fields)
    }

    private var line: RecordType {
        RecordType(heading: heading("Line"), fields: [slot("part", .text), slot("in_stock", .boolean)])
    }

    // MARK: Facts

    private var slots: [Slot] {
        let hours = AmountUnit.named("hours")!
        return [
            slot("order", .record(RecordID(0))),
            slot("who", .text),
            slot("reason", .text, optional: true),
            slot("carrier", .variant(VariantID(0)), optional: true),
            slot("remedy", .variant(VariantID(1)), optional: true),
            slot("count", .integer, optional: true, bounds: 0...10),
            slot("rate", .number(scale: 4), optional: true),
            slot("price", .money(usd), optional: true),
            slot("mailed", .date, optional: true),
            slot("opens", .time, optional: true),
            slot("seen", .instant, optional: true),
            slot("zone", .zone, optional: true),
            slot("plan", .calendar, optional: true),
            slot("waited", .amount(.elapsed), optional: true, unit: hours),
            slot("lead", .amount(.workingDays), optional: true, unit: AmountUnit.named("working days")),
            slot("months", .amount(.months), optional: true, unit: AmountUnit.named("years")),
            slot("tags", .list(.text), optional: true),
            slot("flag", .boolean, optional: true),
        ]
    }

    private var params: [Param] {
        [
            param("limit", .money(usd), bounds: 0...50_000),
            param("words", .list(.text)),
            param("label", .text),
        ]
    }

    private func param(_ name: String, _ type: WritType, bounds: ClosedRange<Int128>? = nil) -> Param {
        Param(heading: heading(name), slot: slot(name, type, bounds: bounds), value: term(.constant(.text("")), type))
    }

    // MARK: Decisions

    private var decisions: [Decision] {
        let order = term(.fact(FactID(0)), .record(RecordID(0)))
        let amount = term(.field(order, 1), .money(usd))
        let lines = term(.field(order, 2), .list(.record(RecordID(1))))
        let inStock = term(.field(term(.local(LocalID(0)), .record(RecordID(1))), 1), .boolean)
        let every = term(.quantifier(.every, LocalID(0), list: lines, body: inStock), .boolean)
        let large = term(.compare(.greater, amount, term(.constant(.count(0)), .money(usd))), .boolean)
        let known = term(.isKnown(term(.fact(FactID(2)), .text)), .boolean)
        let same = term(.equal(order, order), .boolean)
        return [
            decision("shipping", .boolean, term(.and([large, every, known]), .boolean)),
            decision(
                "greeting", .text,
                term(.equal(term(.fact(FactID(1)), .text), term(.constant(.text("")), .text)), .boolean),
                parameter: slot("level", .integer, bounds: 1...3)),
            decision("whole", .boolean, same),
        ]
    }

    private func decision(_ name: String, _ type: WritType, _ condition: Term, parameter: Slot? = nil) -> Decision {
        let rule = Rule(
            name: "only", location: place, condition: condition,
            conclusion: Conclusion(value: term(.constant(.boolean(true)), type), location: place))
        return Decision(
            heading: heading(name), parameters: parameter == nil ? [] : [LocalID(1)],
            parameterSlots: parameter.map { [$0] } ?? [], type: type, mode: .first, rules: [rule])
    }

    // MARK: Pieces

    private func heading(_ name: String) -> Heading { Heading(name: name, location: place, policy: "sample") }

    private func term(_ kind: Term.Kind, _ type: WritType) -> Term { Term(kind, type, place) }

    private func slot(
        _ name: String, _ type: WritType, optional: Bool = false, wire: String? = nil, unit: AmountUnit? = nil,
        bounds: ClosedRange<Int128>? = nil
    ) -> Slot {
        Slot(name: name, type: type, isOptional: optional, wire: wire, unit: unit, bounds: bounds, location: place)
    }
}

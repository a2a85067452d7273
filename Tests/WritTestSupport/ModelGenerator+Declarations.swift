import WritSemantics
import WritValues

extension ModelGenerator {
    func declareTypes() {
        let b = builder
        enumeration = b.enumeration("Level", ["low", "medium", "high"])
        variant = b.variant(
            "Outcome",
            [
                ("wait", []), ("pay", [b.slot("amount", Self.dollars), b.slot("note", .text, optional: true)]),
                (
                    "send",
                    [b.slot("amount", Self.dollars), b.slot("on", .date), b.slot("level", .variant(enumeration))]
                ),
            ])
        line = b.record(
            "Line",
            [
                b.slot("count", .integer), b.slot("price", Self.dollars, optional: true),
                b.slot("in_stock", .boolean, optional: true), b.slot("level", .variant(enumeration)),
                b.slot("due", .date),
                b.slot("rate", .number(scale: 2)),
            ])
        order = b.record(
            "Order",
            [
                b.slot("number", .text), b.slot("lines", .list(.record(line))),
                b.slot("first", .record(line), optional: true),
                b.slot("outcome", .variant(variant)), b.slot("paid", Self.dollars),
            ])
        pause = b.record("Pause", [b.slot("from", .instant), b.slot("until", .instant, optional: true)])
        actions = [
            b.action("note", [b.slot("text", .text, optional: true), b.slot("level", .variant(enumeration))]),
            b.action("refund", [b.slot("amount", Self.dollars), b.slot("after", .date, optional: true)]),
        ]
    }

    /// Two in different zones, one with an end, and one that never works.
    func declareCalendars() {
        let hours = [WorkingInterval("09:00", "18:00")!]
        let nights = [WorkingInterval("00:00", "02:30")!, WorkingInterval("20:00", "24:00")!]
        func week(_ hours: [WorkingInterval], _ days: Int) -> [Weekday: [WorkingInterval]] {
            Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(days).map { ($0, hours) })
        }
        func day(_ text: String) -> CivilDate { CivilDate(iso: text)! }
        let calendars = [
            WorkingCalendar(
                name: "shanghai", zone: Zone.named("Asia/Shanghai")!, weekly: week(hours, 5),
                holidays: [day("2024-05-01"): "Labour Day"], extraDays: [day("2024-05-11"): hours]),
            WorkingCalendar(
                name: "berlin", zone: Zone.named("Europe/Berlin")!, weekly: week(nights, 6),
                breaks: [WorkingInterval("21:00", "21:30")!], holidays: [day("2024-03-29"): ""],
                coverage: day("2023-01-01")...day("2025-12-31")),
            WorkingCalendar(name: "never", zone: .utc, weekly: [:], extraDays: [day("2024-02-29"): hours]),
        ]
        for calendar in calendars { _ = builder.calendar(calendar) }
    }

    func declareFacts() {
        var types: [WritType] = [
            .boolean, .integer, Self.dollars, .date, .list(.record(line)), .record(order), .variant(variant),
        ]
        types += [.list(.record(pause))]
        for _ in 0..<8 { types.append(anyType()) }
        for (index, type) in types.enumerated() {
            let bounds: ClosedRange<Int128>? =
                type.isQuantity && random.chance(20) ? pool(type).sorted()[2]...pool(type).max()! : nil
            let name = "fact\(index)"
            _ = builder.fact(name, type, optional: random.chance(50), bounds: bounds)
            addLeaves(&leaves, type) { self.builder.term(.fact(FactID(index)), type) }
        }
    }

    /// Params have constants, some with dated values.
    func declareParams() {
        for index in 0..<3 {
            let type = random.pick(plainTypes)
            var value = constant(type)
            if random.chance(50) {
                let period = comparison(leaf(.date), constant(.date))
                value = builder.term(.conditional(period, then: constant(type), else: value), type)
            }
            _ = builder.param("param\(index)", value)
            leaves.append(Leaf(type: type) { self.builder.term(.param(ParamID(index)), type) })
        }
    }

    func declareDefine(_ index: Int) {
        let parameters = random.chance(40) ? (0...random.below(2)).map { _ in random.pick(plainTypes) } : []
        let type = random.chance(30) ? .boolean : anyType()
        let locals = parameters.enumerated().map { builder.local("a\($0)", $1) }
        let body = inScope(locals) { kept(type, 4) }
        _ = builder.define("define\(index)", parameters: locals, body)
        let id = DefineID(builder.model.defines.count - 1)
        defines.append(Callable(type: type, parameters: parameters) { .define(id, $0) })
    }

    func declareQuotient(_ index: Int) {
        let kind = random.chance(70) ? QuotientKind.number : .money(Currency.named("USD")!)
        let body = quotient(kind, 3)
        _ = builder.define("quotient\(index)", body)
        let id = DefineID(builder.model.defines.count - 1)
        defines.append(Callable(type: .quotient(kind), parameters: []) { .define(id, $0) })
    }

    /// Makes something while these locals can be read.
    func inScope<Made>(_ locals: [LocalID], _ make: () -> Made) -> Made {
        let outer = scope
        defer { scope = outer }
        for local in locals { addLeaves(&scope, builder.model[local].type) { self.builder.read(local) } }
        return make()
    }

    /// A value, and the fields below it.
    func addLeaves(_ leaves: inout [Leaf], _ type: WritType, _ make: @escaping () -> Term) {
        leaves.append(Leaf(type: type, make: make))
        switch type {
        case .record(let id):
            for (index, field) in builder.model[id].fields.enumerated() {
                addLeaves(&leaves, field.type) { self.builder.term(.field(make(), index), field.type) }
            }
        case .variant(let id) where id == variant:
            let amounts = [Term.CaseField(caseIndex: 1, fieldIndex: 0), Term.CaseField(caseIndex: 2, fieldIndex: 0)]
            let date = [Term.CaseField(caseIndex: 2, fieldIndex: 1)]
            leaves.append(Leaf(type: Self.dollars) { self.builder.term(.caseField(make(), amounts), Self.dollars) })
            leaves.append(Leaf(type: .date) { self.builder.term(.caseField(make(), date), .date) })
        default: break
        }
    }
}

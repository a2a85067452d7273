import Testing
import WritSource
import WritValues

@testable import WritSemantics

/// Values written for people, per language, and for hosts.
@Suite struct PresentingTests {
    private let bench = ExpressionBench()

    private func value(_ source: String, expecting type: WritType? = nil) throws -> (Datum, WritType) {
        let checked = bench.check(source, expecting: type)
        #expect(checked.complaints == [])
        return (try #require(ConstantFolder().value(checked.term)), checked.term.type)
    }

    @Test(arguments: [
        ("1234.50", "1234.5"), ("12 USD", "12.00 USD"), ("-1_234_567.125 USD", "-1234567.125 USD"),
        ("500 JPY", "500 JPY"), ("2026-01-19", "2026-01-19"), ("09:05", "09:05"),
        ("2026-01-19T08:00:00+08:00", "2026-01-19T00:00:00Z"), ("3 working days", "3 working days"),
        ("90 minutes", "1 hour 30 minutes"), ("24 months", "2 years"), ("true", "true"), ("vip", "vip"),
        ("\"a \\\"b\\\" \\{c\\}\"", "\"a \\\"b\\\" \\{c\\}\""), ("[\"a\", \"b\"]", "[\"a\", \"b\"]"),
        ("refund(amount: 12 USD)", "refund(amount: 12.00 USD)"), ("plant", "plant"), ("reship()", "reship()"),
        ("Line(sku: \"a\", qty: 1, price: 2 USD)", "Line(sku: \"a\", qty: 1, price: 2.00 USD)"),
    ])
    func canonical(_ source: String, _ text: String) throws {
        let (datum, type) = try value(source)
        #expect(DatumText(model: bench.elaboration.model).text(datum, type) == text)
    }

    @Test(arguments: [
        ("en", "1_234_567.50 USD", "1,234,567.50 USD"), ("de", "1_234_567.50 EUR", "1.234.567,50 EUR"),
        ("fr", "1234.5", "1\u{202F}234,5"), ("es", "1234.5", "1234,5"), ("es", "12345", "12.345"),
        ("zh", "1234 CNY", "1,234.00 CNY"), ("en", "2026-01-19", "19 January 2026"), ("zh", "2026-01-19", "2026年1月19日"),
        ("de", "2026-01-19", "19. Januar 2026"), ("fr", "2026-08-01", "1 août 2026"),
        ("es", "2026-01-19", "19 de enero de 2026"), ("ja", "2026-01-19", "2026年1月19日"),
        ("en", "1 working day", "1 working day"), ("zh", "3 working days", "3 个工作日"),
        ("de", "3 working days", "3 Arbeitstage"),
        ("fr", "3 working days", "3 jours ouvrés"), ("es", "90 minutes", "1 hora 30 minutos"),
        ("ja", "90 minutes", "1時間30分"), ("zh", "90 minutes", "1 小时 30 分钟"), ("de", "true", "ja"), ("zh", "false", "否"),
        ("en", "[1, 2]", "1, 2"), ("zh", "\"a\"", "a"), ("en", "2026-01-19T08:00:00Z", "19 January 2026 08:00 UTC"),
        ("en", "0 hours", "0 minutes"), ("de", "2 years", "2 Jahre"),
    ])
    func localized(_ language: String, _ source: String, _ text: String) throws {
        let (datum, type) = try value(source)
        let locale = try #require(Locale.named(language))
        #expect(DatumText(model: bench.elaboration.model, locale: locale).text(datum, type) == text)
    }

    /// In a message a value is what its documents call it; to the language it keeps its name.
    @Test func wireNames() throws {
        let check = PolicyCheck("policy a\ntype Level = vip as \"VIP\" | normal\nfact levels : list of Level")
        let type = check.model.facts[2].slot.type
        let levels = Datum.list([.variant(0, []), .variant(1, [])])
        #expect(DatumText(model: check.model, locale: .named("zh")).text(levels, type) == "VIP、normal")
        #expect(DatumText(model: check.model).text(levels, type) == "[vip, normal]")
    }

    @Test func zones() throws {
        let (datum, type) = try value("2026-01-19T08:00:00Z")
        let zone = Zone.named("Asia/Shanghai")
        #expect(DatumText(model: bench.elaboration.model, zone: zone).text(datum, type) == "2026-01-19T16:00:00+08:00")
        #expect(
            DatumText(model: bench.elaboration.model, locale: .named("zh"), zone: zone).text(datum, type)
                == "2026年1月19日 16:00")
    }

    @Test func locales() {
        #expect(Locale.languages == ["de", "en", "es", "fr", "ja", "zh"])
        #expect(Locale.named("fr-CA")?.language == "fr")
        #expect(Locale.named("xx") == nil)
    }

    @Test func unknowns() {
        let unknown = Datum.unknown(.missing(FactPath(fact: FactID(0), name: "n")))
        #expect(DatumText(model: bench.elaboration.model).text(unknown, .integer) == "unknown")
        #expect(DatumText(model: bench.elaboration.model, locale: .named("de")).text(unknown, .integer) == "unbekannt")
        #expect(DatumJSON(model: bench.elaboration.model).text(unknown, .integer) == "null")
    }

    @Test(arguments: [
        ("12 USD", "\"12.00 USD\""), ("2026-01-19", "\"2026-01-19\""), ("3 working days", "\"3 working days\""),
        ("12.50", "12.5"), ("true", "true"), ("vip", "\"V.I.P.\""),
        ("refund(amount: 12 USD)", "{\"refund\":{\"amount\":\"12.00 USD\"}}"), ("[\"a\", \"b\"]", "[\"a\",\"b\"]"),
        ("plant", "\"plant\""), ("nothing", "\"nothing\""), ("reship()", "{\"reship\":{\"to\":null}}"),
        ("Line(sku: \"a\", qty: 1, price: 2 USD)", "{\"sku\":\"a\",\"qty\":1,\"price\":\"2.00 USD\",\"note\":null}"),
        ("2026-01-19T08:00:00+08:00", "\"2026-01-19T00:00:00Z\""),
    ])
    func wire(_ source: String, _ json: String) throws {
        let (datum, type) = try value(source)
        #expect(DatumJSON(model: bench.elaboration.model).text(datum, type) == json)
    }

    @Test func messages() throws {
        let (datum, _) = try value("text en \"pay {1234 USD}\" zh \"付 {2026-01-19}\" \"any {3}\"")
        guard case .message(let message) = datum else { return #expect(Bool(false)) }
        let model = bench.elaboration.model
        #expect(message.render(language: "en", model: model) == "pay 1,234.00 USD")
        #expect(message.render(language: "zh", model: model) == "付 2026年1月19日")
        #expect(message.render(language: "de", model: model) == "any 3")
        #expect(message.render(language: nil, model: model) == "any 3")
    }

    @Test func everyCodeOnce() {
        let codes = (TypeCodes.all + ExpressionNameCodes.all).map(\.id)
        #expect(Set(codes).count == codes.count)
    }
}

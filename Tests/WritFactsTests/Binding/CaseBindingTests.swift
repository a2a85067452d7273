import Testing
import WritDiagnostics
import WritFacts
import WritSemantics

@Suite struct CaseBindingTests {
    @Test func readsRecordsByTheirNamesOutside() {
        let bound = Bound(
            "order:\n  number: 007\n  total_price: 12.00 USD\n  lines:\n    - {part: a, in_stock: true}\n  paid: unknown\n"
        )
        #expect(bound.sink.diagnostics.map(\.message) == [])
        guard case .record(let fields)? = bound["order"] else { return }
        #expect(fields[0] == .text("007"))
        #expect(fields[1] == .count(1200))
        #expect(fields[2] == .list([.record([.text("a"), .boolean(true)])]))
    }

    @Test func saysWhatAFieldIsCalledOutside() {
        let bound = Bound("order: {amount: 1}")
        #expect(bound.sink.diagnostics.first?.message == "`order` has no `amount`")
        #expect(bound.sink.diagnostics.first?.primary.text == "called `total_price` in documents")
    }

    @Test func asksWhetherANearNameWasMeant() {
        let bound = Bound("oder: {}\ncarier: ups\nsomething: 1\n")
        #expect(
            bound.sink.diagnostics.map(\.help) == [
                "did you mean `order`?", "did you mean `carrier`?",
                "it has `order`, `who`, `reason`, `carrier`, `remedy`, `count`, `rate` and 11 more",
            ])
        #expect(bound.sink.diagnostics.first?.fixIts.first?.replacement == "order")
    }

    @Test func reportsEveryMistakeOfADocument() {
        let bound = Bound(
            "count: 11\nflag: maybe\norder:\n  total_price: 1 EUR\n  lines: [{in_stock: no}, {part: []}]\n")
        #expect(
            bound.sink.diagnostics.map { "\($0.primary.location.start.line) \($0.code.id)" } == [
                "4 W0607", "5 W0617", "5 W0603", "1 W0616", "2 W0617",
            ])
        #expect(bound.sink.diagnostics[1].message.hasPrefix("`order.lines[1].in_stock`"))
    }

    @Test func keepsTheNameOfTheCase() {
        #expect(Bound("id: case-17").facts?.id == "case-17")
        #expect(Bound("{\"id\": 17}", .json).facts?.id == "17")
        #expect(Bound("id: [1]").sink.diagnostics.map(\.code.id) == ["W0618"])
    }

    @Test func refusesADocumentThatIsNoGroupOfFacts() {
        #expect(Bound("- 1").sink.diagnostics.map(\.message) == ["a case is a group of facts, and this is a list"])
    }

    @Test func aPresetStandsWhateverTheDocumentSays() {
        var sink = DiagnosticSink()
        let model = SampleModel.model
        let mailed = FactID(model.facts.firstIndex { $0.heading.name == "mailed" }!)
        let node = Bound.node("mailed: 2026-01-01", sink: &sink)!
        let facts = FactBinder(model).read(
            node, for: ReachedFacts(by: [], in: model), presets: [mailed: .count(1)], sink: &sink)?.facts
        #expect(facts?[mailed] == .count(1))
    }
}

@Suite struct ParamBindingTests {
    private func bind(_ settings: [String]) -> (ParamSet, [Complaint]) {
        let model = SampleModel.model
        var params = ParamSet(of: model)
        var sink = DiagnosticSink()
        for setting in settings {
            ParamBinder(model).bind(NamedSetting(setting, option: "--param")!, into: &params, sink: &sink)
        }
        return (params, sink.diagnostics.map(Complaint.init))
    }

    @Test func readsOptionsByTheDeclaredType() {
        let (params, complaints) = bind(["limit=150 USD", "words=[a, b]", "label={not: yaml}"])
        #expect(complaints == [])
        #expect(params.overrides == [.count(15000), .list([.text("a"), .text("b")]), .text("{not: yaml}")])
    }

    @Test func refusesWhatIsOutOfBoundsOrUnknown() {
        let (_, complaints) = bind(["limit=900 USD", "limt=1", "words=[a"])
        #expect(
            complaints.prefix(2) == [
                Complaint("W0616", "900 USD", "1:7", "`limit` lies between 0.00 USD and 500.00 USD"),
                Complaint("W0706", "limt", "1:1", "the policy has no param `limt`"),
            ])
        #expect(complaints.count == 3)
    }

    @Test func readsAFile() {
        var sink = DiagnosticSink()
        var params = ParamSet(of: SampleModel.model)
        let node = Bound.node("limit: 10\nwords: no\n", sink: &sink)!
        #expect(!ParamBinder(SampleModel.model).bind(node, into: &params, sink: &sink))
        #expect(sink.diagnostics.map(\.message) == ["`words` is a list, and this is a value"])
        #expect(params.overrides[0] == .count(1000))
    }

    @Test func aSettingNeedsANameAndAnEqualsSign() {
        #expect(NamedSetting("limit", option: "--param") == nil)
        #expect(NamedSetting("=1", option: "--param") == nil)
    }

    @Test func readsArguments() {
        let binder = ArgumentBinder(SampleModel.model, SampleModel.greeting)
        var sink = DiagnosticSink()
        let node = Bound.node("{}", sink: &sink)!
        #expect(binder.bind(Bound.node("level: 2", sink: &sink)!, sink: &sink) == [.count(2)])
        #expect(sink.diagnostics.isEmpty)
        #expect(
            binder.bind([NamedSetting("level=2", option: "--arg")!], place: node.location, sink: &sink) == [.count(2)])
        #expect(binder.bind(Bound.node("levle: 2", sink: &sink)!, sink: &sink) == nil)
        #expect(sink.diagnostics.map(\.message) == ["`greeting` takes no argument `levle`"])
    }
}

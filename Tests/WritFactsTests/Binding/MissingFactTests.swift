import Testing
import WritFacts
import WritSemantics

@Suite struct MissingFactTests {
    @Test func missingNullAndTheWordUnknownAreUnknownWithTheirPath() {
        for text in ["who: x", "mailed: null", "mailed: ~", "mailed:", "mailed: unknown"] {
            #expect(Bound(text).missing("mailed") == ["mailed"], "\(text)")
        }
        #expect(Bound("reason: null").missing("reason") == ["reason"])
        #expect(Bound("{\"mailed\": null}", .json).missing("mailed") == ["mailed"])
    }

    @Test func anEmptyDocumentIsACaseWithoutFacts() {
        #expect(Bound("").facts != nil)
        #expect(Bound("{}").missing("who") == ["who"])
    }

    @Test func requiresOnlyWhatTheDecisionReads() {
        let text = "order: {total_price: 12.00, lines: [{in_stock: true}]}"
        #expect(Bound(text, for: SampleModel.shipping).sink.diagnostics.map(\.message) == [])
        #expect(
            Bound(text, for: SampleModel.greeting).sink.diagnostics.map(Complaint.init) == [
                Complaint("W0602", "o", "1:1", "`who` is missing, and `greeting` needs it")
            ])
    }

    @Test func requiresEveryPartOfARecordThatIsUsedWhole() {
        let text = "order: {total_price: 12.00, lines: [{in_stock: true}]}"
        #expect(
            Bound(text, for: SampleModel.whole).sink.diagnostics.map(\.message) == [
                "`order.number` is missing, and `whole` needs it",
                "`order.lines[1].part` is missing, and `whole` needs it",
            ])
    }

    @Test func namesTheReadFieldsOfAMissingRecord() {
        #expect(
            Bound("who: x", for: SampleModel.shipping).sink.diagnostics.map(Complaint.init) == [
                Complaint(
                    "W0602", "w", "1:1", "`order` is missing, and `shipping` reads `order.amount` and `order.lines`")
            ])
    }

    @Test func pointsAtTheNullOfARequiredFact() {
        let bound = Bound("who: x\norder:\n  total_price: null\n  lines: []\n", for: SampleModel.shipping)
        #expect(
            bound.sink.diagnostics.map(Complaint.init) == [
                Complaint("W0602", "null", "3:16", "`order.amount` is given as unknown, and `shipping` needs it")
            ])
    }

    @Test func keepsOptionalFieldsOfAMissingRecordUnknown() {
        guard case .record(let fields)? = Bound("who: x", for: SampleModel.greeting)["order"] else {
            Issue.record("a missing required record is one whose fields are missing")
            return
        }
        guard case .unknown(let cause) = fields[3] else { return }
        #expect(cause.missing.map(\.description) == ["order.paid"])
    }
}

import Testing
import WritDiagnostics
import WritFacts

@testable import WritKit

@Suite struct CaseCounterTests {
    private func counted(_ versions: DiffVersions, _ cases: [String]) throws -> CaseCounts {
        let change = try versions.changeClass(of: "answer", "amount: 180 USD\nis_known: true")
        let comparison = try versions.comparison([.changed([change], isComplete: true), .same])
        var counter = CaseCounter(comparison)
        var sink = DiagnosticSink()
        for text in cases { counter.count(try .reading(text, as: .yaml, named: "case"), sink: &sink) }
        return counter.counts
    }

    @Test func countsTheCasesOfEachKind() throws {
        let versions = try DiffVersions(
            DiffVersions.desk, [("= 150 USD", "= 200 USD"), ("queue: risk", "queue: lead")])
        let counts = try counted(
            versions,
            ["amount: 180 USD\nis_known: true", "amount: 150 USD\nis_known: true", "amount: 1 USD\nis_known: false"])
        #expect(counts.total == 3)
        #expect(counts.byChange == [[1], []])
        #expect(counts.others == [1, 0])
        #expect(counts.hasChanges)
    }

    @Test func eachTruthOfOneRuleIsCountedByItself() throws {
        let desk = "policy p\nfact amount : integer\ndecision answer : boolean\n  first\n  otherwise amount > 3\n"
        let versions = try DiffVersions(desk, [("amount > 3", "amount < 5")])
        let classes = try ["amount: 9", "amount: 1"].map { try versions.changeClass(of: "answer", $0) }
        var counter = CaseCounter(try versions.comparison([.changed(classes, isComplete: true)]))
        var sink = DiagnosticSink()
        for amount in [0, 1, 4, 6, 7, 8] {
            counter.count(try .reading("amount: \(amount)", as: .yaml, named: "case"), sink: &sink)
        }
        #expect(counter.counts.byChange == [[3, 2]])
        #expect(counter.counts.others == [0])
    }

    @Test func casesThatOneVersionRefusesAreCountedWhereNothingChanges() throws {
        let desk =
            "policy p\nfact amount : integer between 0 and 9\ndecision answer : boolean\n  first\n  otherwise amount > 1\n"
        let versions = try DiffVersions(desk, [("and 9", "and 5")])
        var counter = CaseCounter(try versions.comparison([.same]))
        var sink = DiagnosticSink()
        for amount in [3, 7, 12] {
            counter.count(try .reading("amount: \(amount)", as: .yaml, named: "case"), sink: &sink)
        }
        #expect(counter.counts.onlyOld == 1)
        #expect(counter.counts.unread == 1)
        #expect(!counter.counts.hasChanges)
    }

    @Test func casesOfOneVersionAreCountedApart() throws {
        let versions = try DiffVersions(
            DiffVersions.desk,
            [
                ("= 150 USD", "= 200 USD"),
                ("fact is_known", "fact is_gift : boolean\n\nfact is_known"),
                ("when not is_known", "when not is_known and not is_gift"),
            ])
        let change = try? versions.changeClass(of: "answer", "amount: 180 USD\nis_known: true\nis_gift: true")
        #expect(change == nil)
        let comparison = try versions.comparison([.undecided(.budget), .same])
        var counter = CaseCounter(comparison)
        var sink = DiagnosticSink()
        for text in ["amount: 1 USD", "amount: 1 USD\nis_gift: true", "amount: one"] {
            counter.count(try .reading(text, as: .yaml, named: "case"), sink: &sink)
        }
        #expect(counter.counts.onlyOld == 1)
        #expect(counter.counts.onlyNew == 1)
        #expect(counter.counts.unread == 1)
        #expect(sink.hasErrors)
    }
}

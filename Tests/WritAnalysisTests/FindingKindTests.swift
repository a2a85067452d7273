import Testing
import WritDiagnostics

@Suite("Kinds of findings")
struct FindingKindTests {
    @Test("Each kind has a code of its own, whose title is its name")
    func codes() {
        let codes = FindingKind.allCases.map(\.code)
        #expect(Set(codes.map(\.id)).count == codes.count)
        for (kind, code) in zip(FindingKind.allCases, codes) where kind != .unowned {
            #expect(code.title == kind.rawValue.split(separator: "_").joined(separator: "-"))
        }
    }
}

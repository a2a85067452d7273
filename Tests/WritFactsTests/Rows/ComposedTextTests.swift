import Testing
import WritValues

@testable import WritFacts

@Suite struct ComposedTextTests {
    /// Each character that counts as plain is in normal form C alone, and beside others: it neither combines nor reorders.
    @Test func plainCharactersStayAsTheyAre() {
        for value in UInt32(0)..<0x20000 where ComposedText.isPlain(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.properties.canonicalCombiningClass == .notReordered, "U+\(String(value, radix: 16))")
            for neighbour in ["", "a", "\u{AC00}", "\u{3042}", "\u{1100}"] {
                let text = neighbour + String(scalar)
                if !TextForms.nfc(text).utf8.elementsEqual(text.utf8) { Issue.record("U+\(String(value, radix: 16))") }
            }
        }
    }

    @Test(arguments: [
        ("", true), ("plain text of several words", true), ("Größe 包裹 📦", true), ("e\u{301}", false),
        ("1234567\u{212B}", false),
    ])
    func knowsThemAtSight(_ text: String, _ isPlain: Bool) {
        var text = text
        #expect(text.withUTF8 { ComposedText.isPlainly($0) } == isPlain)
    }
}

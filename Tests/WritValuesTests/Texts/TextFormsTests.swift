import Testing
import WritValues

@Suite struct TextFormsTests {
    @Test(arguments: [
        ("abc", "abc"), ("e\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"), ("\u{1100}\u{1161}", "\u{AC00}"),
        ("a\u{323}\u{307}", "\u{1EA1}\u{307}"),
        ("a\u{307}\u{323}", "\u{1EA1}\u{307}"), ("优先级", "优先级"), ("\u{FB01}", "\u{FB01}"),
    ])
    func composing(text: String, expected: String) {
        #expect(Array(TextForms.nfc(text).utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("ＡＢＣ－１２３", "ABC-123"), ("\u{3000} 优先\u{3000}级 ", "优先 级"), ("2024—05–11", "2024-05-11"), ("（ａ）", "(a)"),
        ("", ""), (" \t", ""),
        ("plain", "plain"),
    ])
    func halfWidth(text: String, expected: String) { #expect(TextForms.halfWidth(text) == expected) }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("优先级", 6), ("ＡＢ", 4), ("e\u{301}", 1), ("\u{301}", 0), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2),
        ("❤️", 2), ("한글", 4), ("ｱ", 1),
        ("é", 1), ("—", 1), ("\u{200B}", 0), ("ไทย", 3), ("𠀀", 2), ("\t", 0),
    ])
    func width(text: String, columns: Int) { #expect(TextForms.displayWidth(text) == columns) }
}

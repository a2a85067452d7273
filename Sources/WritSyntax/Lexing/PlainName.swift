/// Tells names of the plainest kind without the parser: letters, digits and `_` of ASCII, and no word of the language.
public enum PlainName {
    public static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, isLetter(first), bytes.allSatisfy(Lexer.isWordByte) else {
            return false
        }
        return WordTable.shared.kind(bytes, 0, bytes.count) == .name
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}

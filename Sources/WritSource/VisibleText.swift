/// Makes text from outside safe to show: what a terminal would obey, and what hides from the eye, is written as an
/// escape. A facts file must not be able to clear the screen, or to show a policy in another order than it runs in.
///
/// Everything that Writ writes for people passes through here, diagnostics and answers alike.
public enum VisibleText {
    /// The text on one line.
    public static func oneLine(_ text: String) -> String {
        show(text) { $0 == "\n" || $0 == "\t" || $0 == "\r" ? " " : escape($0) }
    }

    /// The text with its line breaks, each followed by `indent`.
    public static func lines(_ text: String, indent: String = "") -> String {
        show(text) { $0 == "\n" ? "\n" + indent : $0 == "\t" ? "  " : escape($0) }
    }

    /// The text in quotes on one line, every character that does not show as itself as an escape.
    public static func quoted(_ text: String) -> String {
        var shown = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": shown += "\\\""
            case "\\": shown += "\\\\"
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case _ where isHidden(scalar): shown += escape(scalar)
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "\""
    }

    private static func show(_ text: String, _ replacement: (Unicode.Scalar) -> String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) { shown += replacement(scalar) } else { shown.unicodeScalars.append(scalar) }
        }
        return shown
    }

    public static func escape(_ scalar: Unicode.Scalar) -> String {
        "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }

    /// Whether a scalar is a control character, changes the direction of writing, or has no shape at all.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: false
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        case 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}

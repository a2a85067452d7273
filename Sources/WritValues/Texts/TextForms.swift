@_spi(_Unicode) import Swift

/// The forms in which texts are compared and laid out.
public enum TextForms {
    /// Normalization form C (Unicode Standard Annex 15). Texts are compared by bytes after this. ASCII comes back as it is.
    public static func nfc(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text._nfc { result.append(scalar) }
        return String(result)
    }

    /// A text typed with an East Asian keyboard as ASCII: full-width letters, digits and marks (U+FF01…U+FF5E), the ideographic
    /// space, and the dashes and minus signs that stand for a hyphen become ASCII; white space at both ends is dropped.
    public static func halfWidth(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var kept = 0
        for scalar in text.unicodeScalars {
            let narrow = narrow(scalar)
            let isSpace = narrow.properties.isWhitespace
            if isSpace, result.isEmpty { continue }
            result.append(narrow)
            if !isSpace { kept = result.count }
        }
        return String(String.UnicodeScalarView(result.prefix(kept)))
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
        case 0x3000: " "
        // Hyphens and dashes, the minus sign, the box drawing line and the small and presentation forms.
        case 0x2010...0x2015, 0x2212, 0x2500, 0x2E3A, 0x2E3B, 0xFE31, 0xFE32, 0xFE58, 0xFE63: "-"
        default: scalar
        }
    }

    /// How many columns a text takes in a terminal: none for combining marks, controls and format characters, two for wide
    /// East Asian characters and emoji, one for the others.
    public static func displayWidth(_ text: String) -> Int {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    /// A character is as wide as its widest scalar: the rest of it combines, or joins an emoji sequence.
    private static func width(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars {
            // The emoji variation selector widens characters which are narrow text otherwise.
            if scalar.value == 0xFE0F { return 2 }
            widest = max(widest, WideScalars.width(scalar))
        }
        return widest
    }
}

import WritDiagnostics
import WritSource

/// What to say where the structure is not that of JSON.
extension JSONReader {
    /// What stands at the position, in words: "`}`", "the end of the file".
    var foundDescription: String {
        guard position < end else { return isLine ? "the end of the line" : "the end of the file" }
        if bytes[position] < 0x20 || bytes[position] == 0x7F {
            return "the control character 0x" + String(bytes[position], radix: 16, uppercase: true)
        }
        if bytes[position] == UInt8(ascii: "\"") { return "a text" }
        let range = foundRange
        return range.count > 40 ? "a long word" : "`\(file.text(of: range))`"
    }

    /// The word or character at the position; empty at the end.
    var foundRange: SourceRange { SourceRange(position, wordEnd(from: position)) }

    private var isValueAhead: Bool {
        guard let byte = peek else { return false }
        return byte.isWordByte || [UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(byte)
    }

    mutating func reportNoValue() {
        let found = file.text(of: foundRange)
        var message = "expected a value, found \(foundDescription)"
        var help: String?
        switch found {
        case "'": help = "write texts in double quotes"
        case "/", "#":
            message = "JSON has no comments"
            help = "remove it, or write the document in YAML, which has them"
        case ",": help = "remove the comma, or write null for a value that is not known"
        case _ where ["true", "false", "null"].contains(found.lowercased()): help = "write `\(found.lowercased())`"
        case "None", "nil", "undefined", "NaN", "nan": help = "write null for a value that is not known"
        case "Infinity": help = "JSON has finite numbers only"
        case _ where found.first == "." || found.first == "+":
            help = "a number starts with a digit or a minus sign"
        case _ where found.utf8.first?.isWordByte == true: help = "write texts in double quotes: \"\(found)\""
        default: break
        }
        log.report(.jsonSyntax, message, at: foundRange, "not a value", help: help)
    }

    mutating func reportNoKey(opened: Int) {
        let found = file.text(of: foundRange)
        let isWord = found.utf8.first?.isWordByte == true
        let help: String? =
            switch found {
            case "'": "write keys in double quotes"
            case "/", "#": "JSON has no comments: remove it, or write the document in YAML, which has them"
            default: isWord ? "write keys in double quotes: \"\(found)\"" : nil
            }
        log.report(
            .jsonSyntax, "expected a key in double quotes or a closing brace, found \(foundDescription)",
            at: foundRange, "no key", also: [(SourceRange(opened, opened + 1), "the brace opened here")], help: help)
    }

    mutating func reportNoComma(_ closer: String, opened: Int) {
        let found = file.text(of: foundRange)
        let help = found == "/" || found == "#" ? "JSON has no comments; YAML has them" : nil
        log.report(
            .jsonSyntax, "expected a comma or \(closer), found \(foundDescription)", at: foundRange,
            isValueAhead ? "a comma is missing before this" : "not here",
            also: [(SourceRange(opened, opened + 1), "opened here")], help: help)
    }
}

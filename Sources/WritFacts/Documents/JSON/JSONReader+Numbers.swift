import WritDiagnostics
import WritSource

extension JSONReader {
    /// Reads a number and gives its characters, none changed. Nil after a report.
    mutating func readNumber() -> String? {
        let start = position
        _ = skip("-")
        let whole = position
        skipDigits()
        if position == whole { return refuse(start, "expected a digit after the minus sign") }
        if position - whole > 1, bytes[whole] == UInt8(ascii: "0") {
            return refuse(
                start, "a number does not start with 0",
                help: "remove the zeros, or write a reference number as text, in double quotes")
        }
        if skip(".") {
            let fraction = position
            skipDigits()
            if position == fraction { return refuse(start, "expected a digit after the decimal point") }
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            position += 1
            if !skip("+") { _ = skip("-") }
            let exponent = position
            skipDigits()
            if position == exponent { return refuse(start, "expected a digit in the exponent") }
        }
        if let next = peek, next.isWordByte {
            return refuse(
                start, "this is not a number as JSON writes them",
                help: "write digits with one decimal point, or put the text in double quotes")
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func refuse(_ start: Int, _ message: String, help: String? = nil) -> String? {
        log.report(
            .jsonNumber, message, at: SourceRange(start, max(position, wordEnd(from: start))), "not a number",
            help: help)
        return nil
    }
}

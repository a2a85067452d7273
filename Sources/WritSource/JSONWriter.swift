/// Writes JSON text, keys in the order given and numbers digit for digit.
///
/// ```swift
/// var json = JSONWriter(.pretty)
/// json.object { json in
///     json.field("outcome", "reship")
///     json.key("amount"); json.number("40.00")
/// }
/// print(json.text)
/// ```
/// The caller keeps the structure right (a key before each value of an object, one value at the top); a mistake in
/// that stops the program in debug builds.
public struct JSONWriter: Sendable {
    /// How the text is laid out.
    public enum Layout: Sendable {
        /// One line, no spaces: for machines and for one answer a line.
        case compact
        /// One value a line, indented by two spaces: for people.
        case pretty
    }

    /// What has been written so far.
    public private(set) var text = ""
    private let layout: Layout
    /// One entry for each open object or list: whether it has anything in it yet.
    private var open: [Bool] = []
    private var followsKey = false

    public init(_ layout: Layout = .compact) { self.layout = layout }

    // MARK: Structure

    /// Writes an object, whose fields `body` writes.
    public mutating func object<Failure: Error>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        begin("{")
        try body(&self)
        end("}")
    }

    /// Writes a list, whose values `body` writes.
    public mutating func array<Failure: Error>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        begin("[")
        try body(&self)
        end("]")
    }

    /// Writes a list of one value for each element.
    public mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
    {
        array { json in for element in elements { body(&json, element) } }
    }

    /// Writes the key of the value that comes next.
    public mutating func key(_ name: String) {
        assert(!open.isEmpty && !followsKey, "a key stands in an object, before a value")
        separate()
        appendQuoted(name)
        text += layout == .pretty ? ": " : ":"
        followsKey = true
    }

    // MARK: Values

    public mutating func string(_ value: String) {
        separate()
        appendQuoted(value)
    }

    /// Writes a number exactly as `digits` says; it must be a number as JSON writes them.
    public mutating func number(_ digits: String) {
        separate()
        text += digits
    }

    public mutating func integer(_ value: some BinaryInteger) { number(String(value)) }

    /// Writes a value that is JSON already, as it is.
    public mutating func verbatim(_ json: String) {
        separate()
        text += json
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        text += value ? "true" : "false"
    }

    public mutating func null() {
        separate()
        text += "null"
    }

    // MARK: Fields

    public mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// Writes the text, or null when there is none.
    public mutating func field(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    public mutating func field(_ name: String, _ value: some BinaryInteger) {
        key(name)
        integer(value)
    }

    public mutating func field(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    // MARK: Layout

    private mutating func begin(_ bracket: String) {
        separate()
        text += bracket
        open.append(false)
    }

    private mutating func end(_ bracket: String) {
        assert(!followsKey, "a key without its value")
        let hadContent = open.removeLast()
        if hadContent { breakLine() }
        text += bracket
    }

    /// Puts what must stand between the value before and the one to come.
    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard let hasContent = open.last else { return }
        if hasContent { text += "," }
        open[open.count - 1] = true
        breakLine()
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        text += "\n"
        text += String(repeating: "  ", count: open.count)
    }
}

extension JSONWriter {
    /// Writes the value in quotes. What `VisibleText` would not show (controls of terminals, changes of the direction of
    /// writing) never appears as itself, so that JSON on a screen is as harmless as any other text.
    private mutating func appendQuoted(_ value: String) {
        text += "\""
        if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar.value {
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            case 0x0A: text += "\\n"
            case 0x0D: text += "\\r"
            case 0x09: text += "\\t"
            case _ where VisibleText.isHidden(scalar): for unit in UTF16.encode(scalar)! { text += Self.escape(unit) }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func escape(_ value: UInt16) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

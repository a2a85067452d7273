/// An element of an XML text, as far as reports of tests go: elements, attributes and text. Reading refuses what is not well-formed.
struct XMLElement {
    var name: String
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    var text = ""

    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    static func read(_ text: String) throws -> XMLElement {
        var reader = XMLReader(text)
        return try reader.document()
    }
}

/// Goes through an XML text once.
private struct XMLReader {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func document() throws -> XMLElement {
        try expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        skipSpace()
        let root = try element()
        skipSpace()
        guard index == scalars.count else { throw failure("something stands behind the root") }
        return root
    }

    private mutating func element() throws -> XMLElement {
        try expect("<")
        var element = XMLElement(name: word())
        while true {
            let hadSpace = skipSpace()
            if accept("/>") { return element }
            if accept(">") { break }
            guard hadSpace else { throw failure("attributes without a space") }
            let name = word()
            try expect("=\"")
            guard element.attributes.updateValue(try characters(upTo: "\""), forKey: name) == nil else {
                throw failure("\(name) twice")
            }
            try expect("\"")
        }
        try content(of: &element)
        return element
    }

    private mutating func content(of element: inout XMLElement) throws {
        while !accept("</\(element.name)>") {
            if peek("<") {
                element.children.append(try self.element())
            } else {
                element.text += try characters(upTo: "<")
            }
        }
    }

    /// Text with its references replaced; XML 1.0 says which characters there may be.
    private mutating func characters(upTo end: Unicode.Scalar) throws -> String {
        var text = String.UnicodeScalarView()
        while index < scalars.count, scalars[index] != end {
            let scalar = scalars[index]
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: break
            default: throw failure("U+\(String(scalar.value, radix: 16)) is not allowed")
            }
            if scalar == "<" || scalar == "\"" && end == "\"" { throw failure("\(scalar) as itself") }
            text.append(scalar == "&" ? try reference() : scalar)
            index += 1
        }
        guard index < scalars.count else { throw failure("the text ends early") }
        return String(text)
    }

    private mutating func reference() throws -> Unicode.Scalar {
        let known: [(String, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#10;", "\n"),
        ]
        for (name, scalar) in known where peek(name) {
            index += name.unicodeScalars.count - 1
            return scalar
        }
        throw failure("a bare &")
    }

    // MARK: Steps

    private func peek(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        return index + wanted.count <= scalars.count && Array(scalars[index..<index + wanted.count]) == wanted
    }

    private mutating func accept(_ text: String) -> Bool {
        guard peek(text) else { return false }
        index += text.unicodeScalars.count
        return true
    }

    private mutating func expect(_ text: String) throws {
        guard accept(text) else { throw failure("no \(text)") }
    }

    @discardableResult private mutating func skipSpace() -> Bool {
        let start = index
        while index < scalars.count, [" ", "\n"].contains(scalars[index]) { index += 1 }
        return index > start
    }

    private mutating func word() -> String {
        let start = index
        while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private func failure(_ what: String) -> XMLElement.Malformed { .init(description: "\(what), at \(index)") }
}

/// A picture of what a text looks like, as in `like "######-###"`.
///
/// `#` is one ASCII digit, `@` one letter of any script, `?` any one character (Unicode scalar), `*` any run of them, also
/// none; `\` takes the next character literally, and itself at the end. Everything else is itself. Capitals count.
public struct PicturePattern: Hashable, Sendable {
    private enum Part: Hashable {
        case literal(Unicode.Scalar)
        case digit
        case letter
        case anyOne
        case anyRun
    }

    private let parts: [Part]
    /// The pattern as it was written.
    public let text: String

    /// Compiles a pattern; every text is one.
    public init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                parts.append(.literal(scalar))
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                let part = Self.part(scalar)
                if part != .anyRun || parts.last != .anyRun { parts.append(part) }
            }
        }
        if isEscaped { parts.append(.literal("\\")) }
        self.parts = parts
    }

    private static func part(_ scalar: Unicode.Scalar) -> Part {
        switch scalar {
        case "#": .digit
        case "@": .letter
        case "?": .anyOne
        case "*": .anyRun
        default: .literal(scalar)
        }
    }

    /// Whether the whole text looks like this.
    ///
    /// Only the last `*` passed is ever gone back to: if the text from there on cannot match with this `*` longer, an earlier
    /// one being longer does not help. So it takes at most text × pattern steps, and no memory.
    public func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        var position = scalars.startIndex
        var place = 0
        var retry: (place: Int, position: String.Index)?
        while position < scalars.endIndex {
            if place < parts.count, parts[place] == .anyRun {
                place += 1
                retry = (place, position)
            } else if place < parts.count, Self.accepts(parts[place], scalars[position]) {
                place += 1
                position = scalars.index(after: position)
            } else if let last = retry {
                position = scalars.index(after: last.position)
                place = last.place
                retry = (place, position)
            } else {
                return false
            }
        }
        return place == parts.count || (place == parts.count - 1 && parts[place] == .anyRun)
    }

    private static func accepts(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .literal(let wanted): scalar == wanted
        case .digit: scalar >= "0" && scalar <= "9"
        case .letter: scalar.isASCII ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic
        case .anyOne, .anyRun: true
        }
    }
}

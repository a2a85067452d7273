import WritSource

/// One value of a document, with the place it was written.
///
/// A document says only what was written: whether `no` is a text or a boolean, and `007` a number or a reference, is
/// for the declared type to say. So a scalar keeps its characters exactly and never passes through a binary number.
public struct DocumentNode: Sendable {
    /// What was written.
    public enum Content: Sendable {
        /// `null` in JSON; `null`, `~` or nothing at all, unquoted, in YAML.
        case null
        /// A single value. A number keeps its digits as written, a text is without its quotes and escapes.
        case scalar(text: String, style: ScalarStyle)
        case list([DocumentNode])
        /// The entries in written order, no key twice.
        case mapping([DocumentEntry])
    }

    public let content: Content
    /// The exact words: with the quotes of a text and the brackets of a list. For the nothing in `key:` it is the
    /// empty range after the colon, and for an alias the place of the value it stands for.
    public let location: SourceLocation

    public init(_ content: Content, at location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

/// How a scalar was written, which is all a document knows of its type.
public enum ScalarStyle: Sendable, Hashable {
    /// YAML, without quotes: text, number, date or boolean as the declared type has it.
    case plain
    /// YAML, in quotes, in a block (`|`, `>`) or tagged `!!str`: text, whatever it looks like.
    case quoted
    /// JSON, in quotes: text, and whatever JSON has no form of its own for, such as dates.
    case string
    /// JSON digits.
    case number
    /// JSON `true` or `false`.
    case boolean
}

/// One `key: value` of a mapping.
public struct DocumentEntry: Sendable {
    public let key: String
    public let keyLocation: SourceLocation
    public let value: DocumentNode

    public init(key: String, keyLocation: SourceLocation, value: DocumentNode) {
        self.key = key
        self.keyLocation = keyLocation
        self.value = value
    }
}

extension DocumentNode {
    public var isNull: Bool {
        if case .null = content { return true }
        return false
    }

    /// The entries of a mapping, nil for anything else.
    public var entries: [DocumentEntry]? {
        if case .mapping(let entries) = content { return entries }
        return nil
    }

    /// The elements of a list, nil for anything else.
    public var elements: [DocumentNode]? {
        if case .list(let elements) = content { return elements }
        return nil
    }

    /// What a message calls it: "a list", "a number".
    public var kindDescription: String {
        switch content {
        case .null: "nothing"
        case .list: "a list"
        case .mapping: "a group of fields"
        case .scalar(_, .plain): "a value"
        case .scalar(_, .quoted), .scalar(_, .string): "a text"
        case .scalar(_, .number): "a number"
        case .scalar(_, .boolean): "true or false"
        }
    }
}

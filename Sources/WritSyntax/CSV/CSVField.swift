import WritSource

/// One field of a CSV table.
public struct CSVField: Sendable, Hashable {
    /// The content, without the quotes around it and with doubled quotes made single.
    public let text: String
    /// Where the content was written: inside the quotes, if it has any.
    public let location: SourceLocation
    public let isQuoted: Bool

    public init(text: String, location: SourceLocation, isQuoted: Bool) {
        self.text = text
        self.location = location
        self.isQuoted = isQuoted
    }
}

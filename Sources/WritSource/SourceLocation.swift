/// A range of a particular file: where a thing was written.
public struct SourceLocation: Sendable {
    public let file: SourceFile
    public let range: SourceRange

    public init(_ file: SourceFile, _ range: SourceRange) {
        self.file = file
        self.range = range
    }

    public var start: SourcePosition { file.position(of: range.lower) }
    public var end: SourcePosition { file.position(of: range.upper) }
    public var text: String { file.text(of: range) }

    /// `path:line:column`, as compilers write it and editors follow it.
    public var description: String { "\(file.path):\(start.line):\(start.column)" }

    /// The smallest location that holds both; both must be of one file.
    public func union(_ other: SourceLocation) -> SourceLocation {
        precondition(file === other.file, "locations of two files have no union")
        return SourceLocation(file, range.union(other.range))
    }
}

extension SourceLocation: Hashable {
    public static func == (left: SourceLocation, right: SourceLocation) -> Bool {
        left.file === right.file && left.range == right.range
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(file))
        hasher.combine(range)
    }
}

import WritSource

/// One case of a file: a YAML document, a JSON text, a line of NDJSON, or an element of a list of cases.
///
/// A document is whole or broken. A broken one has no tree at all, so that nobody decides a case on the half of it
/// that could be read; the diagnostics say what is wrong with it.
public struct Document: Sendable {
    /// The value at the top, or nil if the document is broken.
    public let root: DocumentNode?
    /// Where it was written. Of a broken document, at least where it starts.
    public let location: SourceLocation

    public init(root: DocumentNode?, location: SourceLocation) {
        self.root = root
        self.location = location
    }

    public var isBroken: Bool { root == nil }

    /// The line it starts on, as a person counts: in a stream, from the start of the stream.
    public var line: Int { location.start.line }
}

extension Document {
    /// The cases of one tree that has had `faults` complaints.
    ///
    /// With `splits`, a list at the top is a list of cases and only the cases with a fault are broken.
    static func cases(of root: DocumentNode, faults: Int, tally: CaseTally, splits: Bool) -> [Document] {
        guard splits, let elements = root.elements, !tally.startsBroken else {
            return [Document(root: faults == 0 ? root : nil, location: root.location)]
        }
        return zip(elements, tally.isBroken).map { element, isBroken in
            Document(root: isBroken ? nil : element, location: element.location)
        }
    }
}

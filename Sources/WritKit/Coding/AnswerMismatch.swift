/// Why an answer could not be read as a type of the host's.
///
/// Either the two disagree (`expected` and `found` say how), or there is no outcome to read.
public struct AnswerMismatch: Error, Sendable, Hashable, CustomStringConvertible {
    /// The way to the value: from the decision, `remedy.refund.amount` being the field of a case; from `actions`, or from one
    /// action, `actions.tell.who` and `tell.who`. Elements of lists count from 1.
    public let place: String
    /// What the host's type wants there, in words.
    public let expected: String
    /// What the answer has there, as a policy writes it.
    public let found: String

    init(at place: String, expected: String, found: String) {
        self.place = place
        self.expected = expected
        self.found = found
    }

    /// Where, what is there and what was expected, in one line.
    public var description: String { "`\(place)` is \(found), and \(expected) is expected" }
}

extension AnswerMismatch {
    /// The same from an error that a type's own `init(from:)` threw.
    init(_ error: any Error, at place: String, of part: AnswerPart, wanted type: Any.Type) {
        switch error {
        case let mismatch as AnswerMismatch: self = mismatch
        case DecodingError.dataCorrupted, DecodingError.typeMismatch:
            // What the standard library says of an enumeration names neither the value nor the type.
            self.init(at: place, expected: "a value that `\(type)` has", found: part.shown)
        case DecodingError.keyNotFound(let key, _):
            self.init(at: place, expected: "a field `\(key.stringValue)`", found: part.shown)
        case DecodingError.valueNotFound:
            self.init(at: place, expected: "a value", found: "unknown")
        default: self.init(at: place, expected: "\(type) (which says: \(error))", found: part.shown)
        }
    }
}

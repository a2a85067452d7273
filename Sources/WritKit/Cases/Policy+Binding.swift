import WritDiagnostics
import WritFacts
import WritSource

extension Policy {
    /// Reads and checks the case that a JSON text tells, to be asked later.
    ///
    /// - Throws: every value that does not fit its fact and every key that is no fact, each with its place. What a decision
    ///   needs and the case does not tell is said when it is asked.
    public func bind(json text: String) throws(PolicyError) -> PolicyCase {
        try PolicyCase(self, try .reading(text, as: .json, named: "facts"))
    }

    /// The same from the bytes of the text, which are checked to be UTF-8.
    public func bind(json bytes: [UInt8]) throws(PolicyError) -> PolicyCase {
        try PolicyCase(self, try .reading(SourceFile(path: "<facts>", bytes: bytes), as: .json))
    }

    /// Reads and checks the case that a YAML document tells, to be asked later.
    public func bind(yaml text: String) throws(PolicyError) -> PolicyCase {
        try PolicyCase(self, try .reading(text, as: .yaml, named: "facts"))
    }

    /// Checks a case that has been read already.
    public func bind(_ document: DocumentNode) throws(PolicyError) -> PolicyCase { try PolicyCase(self, document) }

    /// Checks the case that a value of the host's tells, whose coding keys are the names on the wire.
    ///
    /// - Throws: an error in the words of documents, which shows the value as JSON; also when the value does not encode.
    public func bind<Facts: Encodable>(_ facts: Facts) throws(PolicyError) -> PolicyCase {
        try PolicyCase(self, try .encoding(facts))
    }

    /// What a session is asked: a decision about the case that the bytes of a JSON text tell.
    ///
    /// - Throws: when there is no such decision, language, param or argument, or the text does not fit the facts.
    public func question(
        _ decision: String, json bytes: [UInt8], options: Options = Options()
    ) throws(PolicyError) -> Question {
        try bind(json: bytes).question(decision, options: options)
    }

    /// Makes a decision about the case that a value of the host's tells, whose coding keys are the names on the wire.
    ///
    /// ```swift
    /// struct Contact: Encodable {
    ///     var amount: Money
    ///     var today: String              // a date is text: 2026-03-01
    /// }
    /// let answer = try policy.decide("refund", facts: Contact(amount: paid, today: "2026-03-01"))
    /// ```
    /// Whole numbers are exact. A `Double` is what its shortest decimal digits say, and is refused where the fact has fewer
    /// decimals than these: nothing is rounded. Dates, times, amounts of time and decimals of other libraries are text; a
    /// type that is ``WireConvertible`` says how. An optional that is nil is unknown.
    public func decide<Facts: Encodable>(
        _ decision: String, facts: Facts, options: Options = Options()
    ) throws(PolicyError) -> Decided {
        try bind(facts).decide(decision, options: options)
    }
}

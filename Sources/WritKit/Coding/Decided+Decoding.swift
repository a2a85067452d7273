extension Decided {
    /// The outcome as a type of the host's.
    ///
    /// ```swift
    /// enum Resolution: Decodable {
    ///     case refund(amount: Money)
    ///     case settle
    /// }
    /// switch try answer.outcome(as: Resolution.self) {
    /// case .refund(let amount): pay(amount)
    /// case .settle: close()
    /// }
    /// ```
    /// - A variant is an enumeration with associated values, or an enumeration with raw values of `String` where no case has
    ///   fields; a record is a struct, a list an array. Coding keys are names on the wire; names of the policy do too.
    /// - A whole number is any integer type that holds it, a number is a `Double` (the nearest one) or a `String`; money is
    ///   ``Money`` or a `String`; dates, times and amounts of time are a `String` or what is ``WireConvertible``.
    /// - What may be unknown is an optional. So is the outcome of an undetermined or faulted answer.
    ///
    /// - Throws: an error that says what was expected where, and what was found.
    public func outcome<Value: Decodable>(as type: Value.Type) throws(AnswerMismatch) -> Value {
        if answer.outcome == nil, !(type is any OptionalValue.Type) {
            throw AnswerMismatch(at: decision, expected: "`\(type)`", found: status.rawValue)
        }
        return try AnswerPart.value(outcome).decoded(as: type, called: decision)
    }

    /// What the host shall do, each as a type of the host's: an enumeration with one case for each action.
    ///
    /// ```swift
    /// enum Action: Decodable {
    ///     case openMissingMail(order: String)
    ///     enum CodingKeys: String, CodingKey { case openMissingMail = "open_missing_mail" }
    /// }
    /// for action in try answer.actions(as: Action.self) { carryOut(action) }
    /// ```
    /// An argument that the rule left out is an optional that is nil.
    public func actions<Value: Decodable>(as type: Value.Type) throws(AnswerMismatch) -> [Value] {
        var values: [Value] = []
        for action in actions { values.append(try AnswerPart.choice(of: action).decoded(as: type, called: "actions")) }
        return values
    }
}

extension DecidedAction {
    /// The arguments as a type of the host's: a struct with one property for each, optional where a rule may leave it out.
    public func arguments<Value: Decodable>(as type: Value.Type) throws(AnswerMismatch) -> Value {
        try AnswerPart.arguments(of: self).decoded(as: type, called: name)
    }
}

extension PolicyValue {
    /// The value as a type of the host's, by the rules of ``Decided/outcome(as:)``.
    public func decoded<Value: Decodable>(as type: Value.Type) throws(AnswerMismatch) -> Value {
        try AnswerPart.value(self).decoded(as: type, called: "value")
    }
}

extension AnswerPart {
    fileprivate func decoded<Value: Decodable>(
        as type: Value.Type, called root: String
    ) throws(AnswerMismatch) -> Value {
        do { return try AnswerDecoder(self, called: root).decode(type) } catch {
            throw AnswerMismatch(error, at: root, of: self, wanted: type)
        }
    }
}

/// A type that has a value for nothing.
private protocol OptionalValue {}

extension Optional: OptionalValue {}

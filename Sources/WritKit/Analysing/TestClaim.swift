import WritSemantics

/// One thing that a test says of an answer. What says more implies what says less.
enum TestClaim {
    case status(AnswerStatus)
    case outcome(ExpectedValue)
    /// These rules answered, in this order.
    case rules([String])
    /// This rule is among those that answered.
    case rule(String)
    /// These actions, in this order and no others.
    case actions([CaseExpectation.ExpectedAction])
    /// This action is among those answered.
    case action(CaseExpectation.ExpectedAction)
    case because(String)
    case needs(String)
    case fault(String)
    /// These promises are broken, and no others.
    case promises([String])
    /// Any other condition, as the model prints it.
    case holds(String)

    /// Whether whoever finds this to be so knows that the other is so too.
    func implies(_ other: TestClaim, _ model: CheckedModel) -> Bool {
        switch (self, other) {
        case (.status(let own), .status(let other)): own == other
        case (.outcome(let own), .outcome(let other)): own.implies(other, model)
        case (.rules(let own), .rules(let other)): own == other
        case (.rules(let own), .rule(let other)): own.contains(other)
        // Only a determined answer has rules, but for that of `when undetermined`.
        case (.rules(let own), .status(.determined)): !own.isEmpty && own != [Self.undetermined]
        case (.rule(let own), .rule(let other)): own == other
        case (.rule(let own), .status(.determined)): own != Self.undetermined
        case (.actions(let own), .actions(let other)):
            own.count == other.count && zip(own, other).allSatisfy { Self.implies($0, $1, model) }
        case (.actions(let own), .action(let other)): own.contains { Self.implies($0, other, model) }
        case (.action(let own), .action(let other)): Self.implies(own, other, model)
        case (.because(let own), .because(let other)): own == other
        case (.needs(let own), .needs(let other)): own == other
        case (.needs, .status(.undetermined)): true
        case (.fault(let own), .fault(let other)): own == other
        case (.fault(let own), .status(.faulted)): !own.isEmpty
        case (.promises(let own), .promises(let other)): own.sorted() == other.sorted()
        case (.holds(let own), .holds(let other)): own == other
        default: false
        }
    }

    /// The name by which tests know what a decision answers when it is undetermined.
    static let undetermined = "when undetermined"

    private static func implies(
        _ own: CaseExpectation.ExpectedAction, _ other: CaseExpectation.ExpectedAction, _ model: CheckedModel
    ) -> Bool {
        own.action == other.action
            && other.arguments.allSatisfy { own.arguments[$0.key]?.implies($0.value, model) == true }
    }
}

extension ExpectedValue {
    /// Whether every value that fits this one fits the other.
    func implies(_ other: ExpectedValue, _ model: CheckedModel) -> Bool {
        switch (self, other) {
        case (.whole(let datum), _): other.matches(datum, model)
        case (.variantCase(let index, let own), .variantCase(let place, let others)):
            index == place && Self.implies(own, others, model)
        case (.record(let own), .record(let others)): Self.implies(own, others, model)
        case (.list(let own), .list(let others)):
            own.count == others.count && zip(own, others).allSatisfy { $0.implies($1, model) }
        case (.message(let own), .message(let other)): own == other
        default: false
        }
    }

    private static func implies(_ own: [Int: ExpectedValue], _ others: [Int: ExpectedValue], _ model: CheckedModel)
        -> Bool
    {
        others.allSatisfy { own[$0.key]?.implies($0.value, model) == true }
    }
}

extension CaseExpectation {
    /// What it says, one by one; nothing when it expects nothing.
    var claims: [TestClaim] {
        var claims: [TestClaim] = []
        if let status { claims.append(.status(status)) }
        if let outcome { claims.append(.outcome(outcome)) }
        if let rules { claims.append(.rules(rules)) }
        if let actions { claims.append(.actions(actions)) }
        if let because { claims.append(.because(because)) }
        claims += (needs ?? []).map { .needs($0) }
        if let fault { claims.append(.fault(fault)) }
        if let promises { claims.append(.promises(promises)) }
        return claims
    }
}

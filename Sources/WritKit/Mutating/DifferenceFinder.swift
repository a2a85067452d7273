import WritSemantics

/// Looks for a case on which two policies differ.
public protocol DifferenceFinder: Sendable {
    /// The facts of a case for which a decision without arguments answers otherwise; nil if none was found.
    ///
    /// Found or not, and what is found, depends on nothing but the arguments. Whoever asks tries the case himself.
    ///
    /// - Parameters:
    ///   - first: the policy.
    ///   - second: the same but for a change that keeps the numbers of its facts and decisions.
    ///   - decision: what is asked.
    ///   - cases: cases that come to the change or near it, to start from.
    func difference(
        between first: CheckedModel, and second: CheckedModel, decision: DecisionID, near cases: [FactSet]
    ) -> FactSet?
}

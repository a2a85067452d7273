import WritSemantics

/// A decision made in all cases at once.
struct DecisionSymbol: Sendable {
    var id: DecisionID
    /// Rule by rule: when it applies by itself, whatever the others do.
    var conditions: [Truth]
    /// When it is the one that the search comes to, or one of those that apply: earlier rules may be held.
    var reached: [Formula]
    /// When it is the answer, or part of it.
    var answers: [Formula]
    /// What each rule concludes.
    var conclusions: [ConclusionSymbol]
    /// When `otherwise` is the answer. Without one: never.
    var otherwise: Formula
    /// What `otherwise` concludes.
    var otherwiseConclusion: ConclusionSymbol?
    /// What `when undetermined` says.
    var undeterminedConclusion: ConclusionSymbol?
    /// When no rule applies, none is held, and there is no `otherwise` where one is needed.
    var uncovered: Formula
    /// When two rules of a `unique` decision apply.
    var overlapping: Formula
    var determined: Formula
    var faulted: Formula
    /// Neither.
    var undetermined: Formula
    /// What it is to those that read it.
    var outcome: Symbol
    /// Whether it has so many rules that nothing is followed.
    var isOpaque = false
}

/// What a rule concludes.
struct ConclusionSymbol: Sendable {
    /// Where every part that must be known is.
    var known: Formula
    /// Where one of them is unknown because a calculation went wrong.
    var faulted: Formula
    /// Nil only under `count`.
    var value: Symbol?
    var type: WritType
    var actions: [ActionSymbol]
}

struct ActionSymbol: Sendable {
    var action: ActionID
    var arguments: [Symbol?]
}

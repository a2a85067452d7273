import WritSemantics

/// How far a decision is in a case.
struct DecisionRun {
    enum Phase: UInt8 {
        case trying, reached, held, applying, nothing, open, undetermined, done
    }
    var phase = Phase.trying
    /// Where its notes start among the frame's.
    var firstNote = 0
    var heldCount = 0
    var applyingCount = 0
    /// The number of the conclusion reached; -1 when there is none.
    var reached: Int32 = -1
    /// Of the conclusion reached, or of the decision as a whole.
    var reachedState: UInt32 = 0
    /// Two rules at once: then nothing else that is open counts.
    var isContradictory = false
    var undeterminedState: UInt32 = 0
    /// The note whose conclusion is being worked out.
    var cursor = 0
    var agrees = true
    /// Where the arena keeps the value and arguments of the conclusion reached, while others are compared with it.
    var snapshot = 0
    var status = AnswerStatus.determined
    /// Whether its outcome is that of `when undetermined`.
    var isReplaced = false
    /// Why it is unknown to its readers.
    var state: UInt32 = 0
}

/// What became of a rule that is not false.
struct RuleNote {
    var rule: Int32
    /// Why its condition is unknown; 0 when it is true.
    var state: UInt32
    /// Why its conclusion is unknown; 0 when it is known or was not looked at.
    var conclusionState: UInt32 = 0
}

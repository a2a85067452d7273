import WritSemantics

extension AnswerStatus {
    /// Which of `enum writ_status` it is.
    var number: Int32 {
        switch self {
        case .determined: 0
        case .undetermined: 1
        case .faulted: 2
        }
    }
}

/// What went wrong between us and the other solver. After any of these the conversation is over: what a solver still holds to be true
/// after an error is not known.
enum SolverFailure: Error, Hashable, CustomStringConvertible {
    case notStarted(String)
    /// The program is gone.
    case ended
    /// No answer within the time that a query may take.
    case silent
    /// More text than any answer has.
    case flood
    /// It says that something is wrong.
    case complaint(String)
    /// It says what cannot be read.
    case garbled(String)

    var description: String {
        switch self {
        case .notStarted(let why): "the solver could not be started: \(why)"
        case .ended: "the solver ended"
        case .silent: "the solver gave no answer in time"
        case .flood: "the solver does not stop answering"
        case .complaint(let text): "the solver says: \(text)"
        case .garbled(let text): "the solver's answer makes no sense: \(text)"
        }
    }

    /// As much of what a program says as fits in a message.
    static func firstLine(_ text: some StringProtocol) -> String {
        String(text.split(whereSeparator: \.isNewline).first?.prefix(200) ?? "")
    }
}

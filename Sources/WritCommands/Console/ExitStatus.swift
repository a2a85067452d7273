import WritKit

/// How a command ends, where it does not end well.
enum ExitStatus: Int32, Error, Sendable {
    /// The policy or the case says no: errors found, a test failed, an answer faulted, a promise broken.
    case no = 1
    /// The command was used wrongly.
    case usage = 2
    /// The input is broken: a file cannot be read, or facts do not fit.
    case input = 3

    init(_ kind: PolicyError.Kind) {
        switch kind {
        case .policy: self = .no
        case .usage: self = .usage
        case .input: self = .input
        }
    }
}

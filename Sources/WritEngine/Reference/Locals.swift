import WritSemantics

/// The locals of one activation of a define, decision or promise.
///
/// No local is bound anew while it is in use, for nothing is recursive; so list forms simply set theirs.
final class Locals {
    var values: [LocalID: Evaluated] = [:]
    /// Table columns that nothing has read yet.
    var columns: [LocalID: Term] = [:]
    /// The scopes of those that were read.
    var columnScopes: [LocalID: EvaluationScope] = [:]

    init(_ parameters: [LocalID] = [], _ arguments: [Evaluated] = []) {
        for (parameter, argument) in zip(parameters, arguments) { values[parameter] = argument }
    }
}

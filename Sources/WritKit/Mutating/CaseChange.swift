import WritSemantics

/// A fact, or a part of one, with another value.
struct CaseChange: Sendable {
    var path: FactPath
    var value: Datum
    var type: WritType
}

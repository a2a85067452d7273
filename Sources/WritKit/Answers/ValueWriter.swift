import WritSemantics
import WritSource
import WritValues

/// Writes values of one model: for people, for hosts, and as policies do.
struct ValueWriter: Sendable {
    let model: CheckedModel
    let language: String?
}

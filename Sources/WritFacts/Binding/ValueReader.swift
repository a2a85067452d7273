import WritDiagnostics
import WritSemantics
import WritSource

/// Reads single values of documents that are no facts, such as the outcome that a test expects.
public struct ValueReader: Sendable {
    public let model: CheckedModel

    public init(_ model: CheckedModel) { self.model = model }

    /// The value, `null` being an unknown; nil when it does not fit the type, which is then reported.
    ///
    /// - Parameter name: what messages call it.
    public func read(
        _ node: DocumentNode, as type: WritType, called name: String, sink: inout DiagnosticSink
    ) -> Datum? {
        let slot = Slot(name: name, type: type, isOptional: true, location: node.location)
        return read(node, in: slot, called: name, sink: &sink)
    }

    /// The value of a declared slot.
    public func read(
        _ node: DocumentNode, in slot: Slot, called name: String, sink: inout DiagnosticSink
    ) -> Datum? {
        var binder = ValueBinder(model: model)
        defer { sink.absorb(binder.sink) }
        binder.place = ValuePlace(named: name)
        let value = binder.value(of: node, in: slot, near: node.location)
        return binder.isBroken ? nil : value
    }
}

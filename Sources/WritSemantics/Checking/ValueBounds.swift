import WritDiagnostics
import WritSource
import WritValues

/// Checks that a fixed value lies within the bounds that its slot, and the slots below it, declare.
struct ValueBounds {
    let elaboration: Elaboration

    func check(_ datum: Datum, in slot: Slot, at location: SourceLocation) {
        if case .count(let count) = datum, let bounds = slot.bounds {
            if !bounds.contains(count) { report(slot, at: location) }
        } else {
            check(datum, of: slot.type, at: location)
        }
    }

    private func check(_ datum: Datum, of type: WritType, at location: SourceLocation) {
        switch (datum, type) {
        case (.record(let fields), .record(let id)):
            for (field, slot) in zip(fields, elaboration.model[id].fields) { check(field, in: slot, at: location) }
        case (.variant(let index, let fields), .variant(let id)):
            let slots = elaboration.model[id].cases[index].fields
            for (field, slot) in zip(fields, slots) { check(field, in: slot, at: location) }
        case (.list(let elements), .list(let element)):
            for datum in elements { check(datum, of: element, at: location) }
        default: break
        }
    }

    private func report(_ slot: Slot, at location: SourceLocation) {
        elaboration.error(
            .outOfBounds, "the value is outside the bounds of `\(slot.name)`", at: location, "too small or too large",
            also: [Label(slot.location, "its bounds are declared here")],
            help: "write a value within the bounds, or change them")
    }
}

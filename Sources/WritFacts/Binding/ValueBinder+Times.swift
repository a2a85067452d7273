import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Dates, times of day and instants.
extension ValueBinder {
    mutating func date(_ node: DocumentNode, _ slot: Slot) -> Datum {
        guard let text = words(node) else { return refuseKind(node, wanted(.date)) }
        if let date = CivilDate(iso: text) { return bounded(Int128(date.dayNumber), node, slot) }
        var help = "give \(wanted(.date))"
        if let day = CivilDate(iso: text.prefix(10)), text.count > 10 { help = "a date has no time of day: \(day)" }
        return refuse(.notADate, "\(shown) is a date, and `\(text)` is not", at: node, reason(text), help: help)
    }

    /// A day that is written right and does not exist deserves another word than a text that is no date.
    private func reason(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isShaped = parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
        return isShaped ? "there is no such day" : "not a date"
    }

    mutating func time(_ node: DocumentNode, _ slot: Slot) -> Datum {
        guard let text = words(node) else { return refuseKind(node, wanted(.time)) }
        if let time = CivilTime(text) { return bounded(Int128(time.microseconds), node, slot) }
        return refuse(
            .notATime, "\(shown) is a time of day, and `\(text)` is not", at: node, "not a time of day",
            help: "give \(wanted(.time))")
    }

    mutating func instant(_ node: DocumentNode, _ slot: Slot) -> Datum {
        guard let text = words(node) else { return refuseKind(node, wanted(.instant)) }
        switch Instant.parse(text) {
        case .success(let instant): return bounded(Int128(instant.microseconds), node, slot)
        case .failure(let fault): return refuseInstant(text, fault, node)
        }
    }

    private mutating func refuseInstant(_ text: String, _ fault: InstantFault, _ node: DocumentNode) -> Datum {
        let (label, help) =
            switch fault {
            case .malformed: ("not a point in time", "give \(wanted(.instant))")
            case .noOffset: ("which offset?", "say how far its clock is ahead of UTC: `\(text)Z`, or `\(text)+08:00`")
            case .leapSecond: ("a leap second", "clocks count no leap seconds here; give second 59, or the next minute")
            case .tooManyDecimals: ("finer than a microsecond", "give at most six decimals of a second")
            case .outOfRange: ("outside the years 0001 to 9999", "give a point in time in these years")
            }
        return refuse(
            .notAnInstant, "\(shown) is a point in time, and `\(text)` is not one", at: node, label, help: help)
    }

    /// The text of a scalar that has no form of its own in JSON.
    func words(_ node: DocumentNode) -> String? {
        guard case .scalar(let text, let style) = node.content, style != .boolean, style != .number else { return nil }
        return text
    }
}

import WritSemantics
import WritValues

/// Writes stretches of days or of moments as a sentence says them.
struct DaysText {
    private let values: DatumText
    private let type: WritType

    init(_ model: CheckedModel, _ type: WritType) {
        values = DatumText(model: model)
        self.type = type
    }

    /// `on 2026-03-31`, `from 2026-03-31 to 2026-04-02`, `from 2026-03-31 on`
    func text(_ range: ClosedRange<Int128>) -> String {
        let (isOpenBelow, isOpenAbove) = (range.lowerBound == .min, range.upperBound == .max)
        if isOpenBelow { return isOpenAbove ? "on every day" : "up to \(text(range.upperBound))" }
        if isOpenAbove { return "from \(text(range.lowerBound)) on" }
        if range.lowerBound == range.upperBound { return (type == .date ? "on " : "at ") + text(range.lowerBound) }
        return "from \(text(range.lowerBound)) to \(text(range.upperBound))"
    }

    func text(_ count: Int128) -> String { values.text(.count(count), type) }

    /// Nobody means the moments between the last second of a day and the next day.
    var smallestHole: Int128 { type == .instant ? 1_000_000 : 1 }
}

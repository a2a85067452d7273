import WritSemantics
import WritValues

extension CaseRow {
    /// What the first cell of a value holds; nil for values that have more cells than the first, and for counts that are
    /// none of the type.
    func cell(of datum: Datum, _ type: WritType) -> Int64? {
        switch (datum, type) {
        // An unknown record is unknown in all its cells.
        case (.unknown, .record): nil
        case (.unknown(let cause), _): cause.fault == nil && cause.absence == nil ? Self.unknown : nil
        case (.boolean(let truth), _): truth ? 1 : 0
        case (.text(let text), _): Int64(number(of: text))
        case (.variant(let index, let fields), _): fields.isEmpty ? Int64(index) : nil
        case (.count(let count), _): Int64(exactly: count).flatMap { type.canCount($0) ? $0 : nil }
        default: nil
        }
    }
}

extension WritType {
    /// Whether the type has such a count and a cell can hold it.
    fileprivate func canCount(_ count: Int64) -> Bool {
        switch self {
        case .date: CivilDate(dayNumber: Int(count)) != nil
        case .time: CivilTime(microseconds: count) != nil
        case .instant: Instant(microseconds: count) != nil
        default: count != CaseRow.unknown
        }
    }
}

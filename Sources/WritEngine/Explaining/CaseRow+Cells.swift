import WritSemantics
import WritValues

/// What a fact of one cell may be, as far as taking it in must know.
///
/// A type is an enumeration with payloads: to look at it for each fact of each case is to count references.
enum CellKind: UInt8, Sendable {
    case plain, date, time, instant, record

    init(_ type: WritType) {
        switch type {
        case .date: self = .date
        case .time: self = .time
        case .instant: self = .instant
        case .record: self = .record
        default: self = .plain
        }
    }

    /// Whether the type has such a count and a cell can hold it.
    fileprivate func canCount(_ count: Int64) -> Bool {
        switch self {
        case .date: CivilDate(dayNumber: Int(count)) != nil
        case .time: CivilTime(microseconds: count) != nil
        case .instant: Instant(microseconds: count) != nil
        case .plain, .record: count != CaseRow.unknown
        }
    }
}

extension CaseRow {
    /// What the first cell of a value holds; nil for values that have more cells than the first, and for counts that are
    /// none of the type.
    func cell(of datum: Datum, _ kind: CellKind) -> Int64? {
        withUnsafePointer(to: datum) { cell(at: $0, kind) }
    }

    /// The same of a value where it lies: nothing is copied out of memory, and so no reference counted.
    func cell(at datum: UnsafePointer<Datum>, _ kind: CellKind) -> Int64? {
        switch datum.pointee {
        // An unknown record is unknown in all its cells.
        case .unknown(let cause): kind != .record && cause.fault == nil && cause.absence == nil ? Self.unknown : nil
        case .boolean(let truth): truth ? 1 : 0
        case .text(let text): Int64(number(of: text))
        case .variant(let index, let fields): fields.isEmpty ? Int64(index) : nil
        case .count(let count): Int64(exactly: count).flatMap { kind.canCount($0) ? $0 : nil }
        default: nil
        }
    }
}

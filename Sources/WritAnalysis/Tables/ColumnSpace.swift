import WritEngine
import WritSemantics

/// All combinations that the columns of a decision may have, each column for itself.
///
/// Never less than there are: what holds for all of the space holds for all cases. It may be more, since a column may depend on
/// another one, and so a box found in it has to be turned into a case before it is shown.
struct ColumnSpace: Sendable {
    struct Column: Sendable {
        /// The known values: counts of a quantity, 0 and 1 of a boolean, numbers of cases, calendars and texts.
        var values: ClosedRange<Int64>
        var mayBeUnknown: Bool
        var type: WritType
    }

    var columns: [Column]
    /// The texts that the rows write, by number. The next number stands for any other text.
    var texts: [String] = []

    var otherText: Int64 { Int64(texts.count) }

    /// The whole of a column.
    func whole(_ column: Int) -> CellValues {
        CellValues(intervals: [columns[column].values], mayBeUnknown: columns[column].mayBeUnknown)
    }

    init(columns: [Column], texts: [String] = []) {
        self.columns = columns
        self.texts = texts
    }

    /// - Parameter texts: the texts that the decision's rows write, by number.
    init(of decision: Decision, in model: CheckedModel, texts: [String]) {
        let reader = ColumnReader(model: model)
        columns = decision.columns.map { column in
            let type = column.value.type
            let values: ClosedRange<Int64> =
                switch type {
                case .boolean: 0...1
                case .variant(let id): 0...Int64(max(1, model[id].cases.count) - 1)
                case .calendar: 0...Int64(max(1, model.calendars.count) - 1)
                case .text, .zone: 0...Int64(texts.count)
                case _ where type.isQuantity: reader.range(of: column.value).within64Bits
                // Nothing but whether it is known can be asked of it.
                default: 0...0
                }
            return Column(values: values, mayBeUnknown: reader.mayBeUnknown(column.value), type: type)
        }
        self.texts = texts
    }
}

extension Interval {
    /// What of it a table's index can hold: `Int64.min` is no value there.
    var within64Bits: ClosedRange<Int64> {
        let (least, greatest) = (Int128(ValueSet.least), Int128(Int64.max))
        let bounds = (low: min(max(low, least), greatest), high: min(max(high, least), greatest))
        return Int64(bounds.low)...Int64(max(bounds.low, bounds.high))
    }
}

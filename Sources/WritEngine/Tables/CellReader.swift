import WritSemantics
import WritValues

/// Reads conditions that test one column against constants. Whatever else it meets, it gives up: an index that
/// misunderstood a row would answer wrongly, and one that is not there is only slower.
struct CellReader {
    /// The columns by their locals, and the types of their values.
    let columns: [LocalID: (index: Int, type: WritType)]
    /// The number of a text; nil where it has none.
    let text: (String) -> Int64?
    /// What a term comes to that depends on no case, such as a param with a fixed value; nil for all others.
    let constant: (Term) -> Int64?

    /// Why a term cannot be read: never told, only caught.
    private struct NotACell: Error {}

    /// A test, and the column it is about; no column where it is the same for every case.
    private struct Reading {
        var column: Int?
        var test: CellTest
    }

    /// Adds to a row, a test for each column, what a condition asks; false where a part of it cannot be read.
    func read(_ condition: Term, into row: inout [CellTest]) -> Bool {
        if case .and(let operands) = condition.kind { return operands.allSatisfy { read($0, into: &row) } }
        guard let read = try? reading(condition) else { return false }
        if read.test == .any { return true }
        // What is asked of no column stops every case: any column will do to say so.
        guard let column = read.column ?? row.indices.first else { return false }
        row[column] = row[column].and(read.test)
        return true
    }

    private func reading(_ term: Term) throws(NotACell) -> Reading {
        switch term.kind {
        case .constant(.boolean(let truth)): return Reading(column: nil, test: truth ? .any : .never)
        case .not(let operand):
            let inner = try reading(operand)
            return Reading(column: inner.column, test: inner.test.negated)
        case .and(let operands): return try all(operands, .any) { $0.and($1) }
        case .or(let operands): return try all(operands, .never) { $0.or($1) }
        case .isKnown(let operand): return Reading(column: try column(operand).index, test: .isKnown)
        case .isCase(let operand, let index):
            return Reading(column: try column(operand).index, test: .among(ValueSet(Int64(index))))
        case .compare(let ordering, let left, let right):
            if let column = subject(left) { return try compared(column, ordering, right) }
            return try compared(column(right), ordering.mirrored, left)
        case .equal(let left, let right):
            if let column = subject(left) { return try equal(column, right) }
            return try equal(column(right), left)
        case .memberOf(let sought, let list):
            guard let elements = list.writtenElements else { throw NotACell() }
            // Of no elements it is false, even for an unknown value.
            var test = CellTest.never
            let column = try column(sought)
            for element in elements { test = test.or(try equal(column, element).test) }
            return Reading(column: column.index, test: test)
        default: throw NotACell()
        }
    }

    private func all(
        _ operands: [Term], _ start: CellTest, _ join: (CellTest, CellTest) -> CellTest
    ) throws(NotACell) -> Reading {
        var whole = Reading(column: nil, test: start)
        for operand in operands {
            let part = try reading(operand)
            if let column = whole.column, let other = part.column, column != other { throw NotACell() }
            whole = Reading(column: whole.column ?? part.column, test: join(whole.test, part.test))
        }
        return whole
    }

    // MARK: Columns

    private typealias Column = (index: Int, type: WritType)

    private func subject(_ term: Term) -> Column? {
        switch term.kind {
        case .local(let id): columns[id]
        // More decimals of the same value.
        case .rescale(let inner, _): subject(inner)
        default: nil
        }
    }

    private func column(_ term: Term) throws(NotACell) -> Column {
        guard let column = subject(term) else { throw NotACell() }
        return column
    }

    // MARK: Comparisons

    private func compared(
        _ column: Column, _ ordering: Term.Ordering, _ right: Term
    ) throws(NotACell) -> Reading {
        guard column.type.isQuantity else { throw NotACell() }
        let bound = try bound(right, scale: column.type.scale)
        let values =
            switch ordering {
            case .less: ValueSet(from: .min, through: bound.above - 1)
            case .lessOrEqual: ValueSet(from: .min, through: bound.below)
            case .greater: ValueSet(from: bound.below + 1, through: .max)
            case .greaterOrEqual: ValueSet(from: bound.above, through: .max)
            }
        return Reading(column: column.index, test: .among(values))
    }

    private func equal(_ column: Column, _ right: Term) throws(NotACell) -> Reading {
        Reading(column: column.index, test: .among(try values(equalTo: right, column.type)))
    }

    private func values(equalTo term: Term, _ type: WritType) throws(NotACell) -> ValueSet {
        if type.isQuantity {
            let bound = try bound(term, scale: type.scale)
            return bound.below == bound.above ? ValueSet(from: bound.below, through: bound.above) : .none
        }
        switch (type, term.kind) {
        case (.boolean, .constant(.boolean(let truth))): return ValueSet(truth ? 1 : 0)
        case (.text, .constant(.text(let text))), (.zone, .constant(.text(let text))):
            guard let number = self.text(text) else { throw NotACell() }
            return ValueSet(number)
        case (.variant, .constant(.variant(let index, let fields))) where fields.isEmpty,
            (.calendar, .constant(.variant(let index, let fields))) where fields.isEmpty:
            return ValueSet(Int64(index))
        case (.variant, .makeCase(_, let index, let fields)) where fields.isEmpty: return ValueSet(Int64(index))
        case (.boolean, _), (.text, _), (.zone, _), (.variant, _):
            guard let value = constant(term) else { throw NotACell() }
            return ValueSet(value)
        default: throw NotACell()
        }
    }

    /// The counts of a scale next to a constant: the greatest not above it, and the least not below it.
    private func bound(_ term: Term, scale: Int) throws(NotACell) -> (below: Int128, above: Int128) {
        let (count, own) = try count(term)
        if own <= scale {
            guard let exact = Exact.rescale(count, from: own, to: scale) else { throw NotACell() }
            return (exact, exact)
        }
        guard let unit = Exact.rescale(1, from: scale, to: own) else { throw NotACell() }
        let (quotient, rest) = count.quotientAndRemainder(dividingBy: unit)
        return (rest < 0 ? quotient - 1 : quotient, rest > 0 ? quotient + 1 : quotient)
    }

    private func count(_ term: Term) throws(NotACell) -> (count: Int128, scale: Int) {
        switch term.kind {
        case .constant(.count(let count)): return (count, term.type.scale)
        case .bounded(let inner):
            let inner = try count(inner)
            guard Int64(exactly: inner.count) != nil else { throw NotACell() }
            return inner
        case .rescale(let inner, _): return try count(inner)
        default:
            guard let count = constant(term) else { throw NotACell() }
            return (Int128(count), term.type.scale)
        }
    }
}

extension Term.Ordering {
    /// The ordering with its sides changed.
    fileprivate var mirrored: Term.Ordering {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

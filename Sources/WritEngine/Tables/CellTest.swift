/// What a cell says of its column's value: true of some known values, false of the others, and something of an unknown one.
///
/// Closed under Kleene's logic, so a cell may be put together from any tests of its one column.
struct CellTest: Hashable, Sendable {
    /// Kleene's truths, in the order in which `and` takes the least and `or` the greatest.
    enum Truth: UInt8, Comparable, Sendable {
        case no, unknown, yes

        static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
        var negated: Truth { Truth(rawValue: 2 - rawValue)! }
    }

    /// The known values of which it is true.
    var values: ValueSet
    /// What it is of an unknown value.
    var ofUnknown: Truth

    /// Asks nothing.
    static let any = CellTest(values: .all, ofUnknown: .yes)
    static let never = CellTest(values: .none, ofUnknown: .no)
    static let isKnown = CellTest(values: .all, ofUnknown: .no)

    /// A comparison: of an unknown value it is unknown.
    static func among(_ values: ValueSet) -> CellTest { CellTest(values: values, ofUnknown: .unknown) }

    var negated: CellTest { CellTest(values: values.complement, ofUnknown: ofUnknown.negated) }

    func and(_ other: CellTest) -> CellTest {
        CellTest(values: values.intersection(other.values), ofUnknown: min(ofUnknown, other.ofUnknown))
    }

    func or(_ other: CellTest) -> CellTest {
        CellTest(values: values.union(other.values), ofUnknown: max(ofUnknown, other.ofUnknown))
    }
}

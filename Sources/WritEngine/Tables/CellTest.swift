/// What a cell says of its column's value: true of some known values, false of the others, and something of an unknown one.
///
/// Closed under Kleene's logic, so a cell may be put together from any tests of its one column.
package struct CellTest: Hashable, Sendable {
    /// Kleene's truths, in the order in which `and` takes the least and `or` the greatest.
    package enum Truth: UInt8, Comparable, Sendable {
        case no, unknown, yes

        package static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }
        package var negated: Truth { Truth(rawValue: 2 - rawValue)! }
    }

    /// The known values of which it is true.
    package var values: ValueSet
    /// What it is of an unknown value.
    package var ofUnknown: Truth

    package init(values: ValueSet, ofUnknown: Truth) {
        self.values = values
        self.ofUnknown = ofUnknown
    }

    /// Asks nothing.
    package static let any = CellTest(values: .all, ofUnknown: .yes)
    package static let never = CellTest(values: .none, ofUnknown: .no)
    package static let isKnown = CellTest(values: .all, ofUnknown: .no)

    /// A comparison: of an unknown value it is unknown.
    package static func among(_ values: ValueSet) -> CellTest { CellTest(values: values, ofUnknown: .unknown) }

    package var negated: CellTest { CellTest(values: values.complement, ofUnknown: ofUnknown.negated) }

    package func and(_ other: CellTest) -> CellTest {
        CellTest(values: values.intersection(other.values), ofUnknown: min(ofUnknown, other.ofUnknown))
    }

    package func or(_ other: CellTest) -> CellTest {
        CellTest(values: values.union(other.values), ofUnknown: max(ofUnknown, other.ofUnknown))
    }
}

import Testing
import WritTestSupport

@testable import WritEngine

/// Sets of values behave as sets, and cells as Kleene's logic has them.
@Suite struct ValueSetTests {
    /// A set of the numbers 0 to 9, and which of them it holds.
    private static func random(_ numbers: inout SplitMix64) -> (set: ValueSet, members: Set<Int64>) {
        var set = ValueSet.none
        var members: Set<Int64> = []
        for _ in 0..<numbers.below(4) {
            let (low, high) = (Int64(numbers.below(10)), Int64(numbers.below(10)))
            set = set.union(ValueSet(from: Int128(low), through: Int128(high)))
            if low <= high { members.formUnion(low...high) }
        }
        return (set, members)
    }

    @Test func operationsAreThoseOfSets() {
        var numbers = SplitMix64(1)
        for _ in 0..<2_000 {
            let (a, b) = (Self.random(&numbers), Self.random(&numbers))
            for value in Int64(-1)...10 {
                let (inA, inB) = (a.members.contains(value), b.members.contains(value))
                #expect(a.set.contains(value) == inA)
                #expect(a.set.complement.contains(value) == !inA)
                #expect(a.set.union(b.set).contains(value) == (inA || inB))
                #expect(a.set.intersection(b.set).contains(value) == (inA && inB))
            }
            #expect(a.set.complement.complement == a.set)
            #expect(a.set.union(a.set.complement) == .all)
        }
    }

    @Test func endsBeyond64BitsAreInfinite() {
        #expect(ValueSet(from: .min, through: .max) == .all)
        #expect(ValueSet(from: Int128(Int64.max) + 1, through: .max) == .none)
        #expect(ValueSet(from: .min, through: Int128(Int64.min)) == .none)
        #expect(ValueSet.all.complement == .none)
        #expect(ValueSet(.max).complement.complement == ValueSet(.max))
    }

    @Test func negatingACellKeepsTheUnknownUnknown() {
        let cell = CellTest.among(ValueSet(3))
        #expect(cell.negated.ofUnknown == .unknown)
        #expect(CellTest.isKnown.negated == CellTest(values: .none, ofUnknown: .yes))
        #expect(cell.or(.isKnown.negated).ofUnknown == .yes)
        #expect(cell.and(.isKnown).ofUnknown == .no)
    }
}

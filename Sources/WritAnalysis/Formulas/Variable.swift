import WritSemantics

/// Something that has one value in each case: a leaf of the facts, whether it is told, or a value worked out from others.
struct Variable: Hashable, Sendable, Comparable {
    let index: Int32

    init(_ index: Int) { self.index = Int32(index) }

    static func < (left: Variable, right: Variable) -> Bool { left.index < right.index }
}

/// The values that a variable may have.
enum Domain: Hashable, Sendable {
    /// The numbers from 0 up to, not including, this: truths (0 is false), the values of an enumeration, known texts.
    case finite(Int)
    /// Counts of a quantity's smallest unit, both ends included.
    case whole(ClosedRange<Int128>)
}

/// What is known of a variable.
struct VariableRecord: Sendable {
    /// How a person who reads the policy would call it.
    var name: String
    var domain: Domain
    /// How it is worked out from others; nil for what a case brings.
    var definition: Definition?
    var origin: Origin
    /// What its counts are counts of, where that is known: for people.
    var type: WritType?
    /// What the values of an enumeration are called, by number.
    var words: [String]?

    enum Origin: Hashable, Sendable {
        /// The value of a leaf of the facts.
        case value(FactLeaf)
        /// Whether a leaf (or the record that has it) is told.
        case known(FactLeaf)
        /// Which case a variant is in, how many elements a list has.
        case shape(FactLeaf)
        /// Worked out.
        case defined
        /// Stands for something that is not followed further, so that a case may be found that is none.
        case opaque
    }
}

/// A place in the facts of a case, as a path: `order.amount`, `order.lines[0].in_stock`, `request.refund.amount`.
///
/// By name and not by number, so that two policies that are compared mean the same place.
struct FactLeaf: Hashable, Sendable {
    var path: String
    /// Which of several cases that are looked at together; 0 is the first.
    var copy = 0
}

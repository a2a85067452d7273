/// What an instruction does. Operands are named a to e; `Opcode+Signature.swift` says what each is.
///
/// "Known" operations first: every value instruction whose operands are known touches no cause. When one is unknown,
/// the result is unknown with the operands' causes merged in their order.
public enum Opcode: UInt8, CaseIterable, Sendable {
    // MARK: Control
    /// Goes to d.
    case jump
    /// Runs block a and comes back.
    case call
    /// Runs block b and comes back, unless flag a says it ran in this case. Its result is kept for the case, unless c.
    case once
    /// Ends the block.
    case end
    /// Forgets that flag a's block ran.
    case forget
    /// Starts loop a over the known list b: the first element goes to c (e slots). Goes to d when there is none.
    case loopBegin
    /// The next element goes to c (e slots) and the machine to d; falls through after the last.
    case loopNext
    /// Mark a remembers how much of the arena is used.
    case markArena
    /// Gives back what of the arena was used since mark a, unless something that is kept was worked out since.
    case releaseArena
    /// Goes to d when a is unknown.
    case jumpIfUnknown
    /// Goes to d when a is known.
    case jumpIfKnown

    // MARK: Operands of a group (a conjunction or disjunction)
    // Each goes to d, the end of its group, and empties the group's accumulator c, when the operand decides the
    // group. When the operand is unknown its cause goes to c. Otherwise the machine goes on with the next operand.
    case decideTrue
    case decideFalse
    /// Comparisons of a and b, both counts that fit 64 bits.
    case decideLess
    case decideLessOrEqual
    case decideGreater
    case decideGreaterOrEqual
    case decideEqual
    case decideUnequal
    /// The same for counts of 128 bits.
    case decideWideLess
    case decideWideLessOrEqual
    case decideWideGreater
    case decideWideGreaterOrEqual
    case decideWideEqual
    case decideWideUnequal
    case decideKnown
    case decideUnknown
    /// Variant a is in case b, or in another.
    case decideCase
    case decideOtherCase
    /// The case of variant a is in mask b, or not.
    case decideCaseIn
    case decideCaseNotIn
    /// Decides without a condition.
    case decide
    /// Accumulator c takes over the cause of the unknown a.
    case joinAccumulator
    /// The end of an inner group none of whose operands decided: it is unknown if its accumulator a says so, which c
    /// then takes over; otherwise it is true or false, which decides the outer group.
    case endGroup
    /// The end of a group whose value is kept: a is unknown as accumulator b says, otherwise e.
    case endBoolean
    /// a becomes the boolean e.
    case setBoolean
    /// The end of a filter: when accumulator a has a cause, slot b's state takes it over, and the machine goes to d.
    case endFilter
    /// When accumulator a has a cause, slot b is unknown with it, and the machine goes to d.
    case takeUnknown

    // MARK: Values
    /// a becomes b, e slots.
    case copy
    /// a, of shape e, becomes unknown as b is, with all its parts.
    case spread
    /// The unknown a, of shape e, becomes b; where b is unknown too, the causes of both are kept, without a fault of a's.
    case fallBack
    /// a, of shape e, becomes unknown because there is nothing: reason b, at site c.
    case absent
    /// The header of record a, or of the case b of a variant: it is known.
    case setHeader
    case setTag
    /// a becomes the field of variant b, by table c, of shape d: unknown in another case, at site e.
    case caseField
    /// a becomes known; what it holds does not matter yet.
    case setKnown
    /// State of a takes over what state of b says, after its own.
    case join
    /// When a is known, its state becomes that of b.
    case inherit

    // MARK: Arithmetic, at site e
    case add
    case subtract
    case multiply
    /// Both counts fit 64 bits, so the result fits 128.
    case multiplyNarrow
    case negate
    /// a becomes b times the power of ten with exponent c.
    case rescale
    case bounded
    /// a becomes the quotient of b and c, whose scales are d / 64 and d % 64.
    case divide
    /// As divide, by a number of elements; of none there is no average: nothing, at site e.
    case average
    case round
    case roundQuotient
    case least
    case greatest
    /// a becomes whether b and c are in order; d says how (`ScaledComparison`).
    case compare
    /// a becomes whether b, of shape d, and c, of shape e, are equal in all parts.
    case equal
    /// a becomes whether b, of shape d, is an element of list c, of shape e.
    case memberOf

    // MARK: Text
    case textTest
    case like
    case textLength
    case plainText
    case message

    // MARK: Time
    case shift
    case between
    case atTime
    case datePart
    case localPart
    case edge
    case isWorkingDay
    case rollToWorkingDay

    // MARK: Lists
    /// a becomes an empty list with room for as many elements (of e slots) as list b has.
    case reserveLike
    /// a becomes an empty list with room for b elements (of e slots).
    case reserve
    /// List a gets b (e slots) as a further element.
    case append
    /// a counts one more.
    case increment
    /// Total a takes b in, or the cause of an unknown b. The first overflow becomes the state of c, at site e; then a
    /// stays.
    case accumulate
    /// Best value a takes b in when it is the first, as c says, or less (d = 0) or greater (d = 1) than the best so
    /// far. When not, the machine goes to e.
    case keepBest

    // MARK: Decisions
    /// Decision a starts anew.
    case enter
    /// The end of the condition of rule c of decision b, with accumulator a: held and false ones go to d, a true one
    /// to e.
    case endRule
    /// The same where all rules are tried: notes what it is, and goes on.
    case noteRule
    /// Makes one result of what the rules of decision a said; runs conclusions as it needs.
    case settle
    /// The conclusion of decision a starts: nothing is unknown yet.
    case beginConclusion
    /// Part b, of shape c, of the conclusion of decision a must be known, unless d.
    case require
}

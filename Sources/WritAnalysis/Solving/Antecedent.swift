/// What a conclusion about the domains rests on. Of a bound it says no more than what the conclusion needs, so that an explanation can
/// go back to the oldest event that gave as much.
enum Antecedent {
    case literal(Formula)
    /// The variable is this or more.
    case lower(Variable, Int128)
    /// The variable is this or less.
    case upper(Variable, Int128)
    /// No value that makes this atom of a finite variable true is left.
    case excluded(Formula)
    /// The finite variable does not have this value.
    case absent(Variable, Int)
    /// The values that the conclusion takes from its variable are no values of this one.
    case sameValues(Variable)
    /// It was tried, as this number.
    case trial(Int)
}

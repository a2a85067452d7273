import WritSource

/// What a name stands for where it is used.
public enum Symbol: Hashable, Sendable {
    case variant(VariantID)
    case record(RecordID)
    case fact(FactID)
    case param(ParamID)
    case define(DefineID)
    case calendar(CalendarID)
    case action(ActionID)
    case decision(DecisionID)
    /// A named set of facts; the index into the model's `cases`.
    case namedCase(Int)
    case promise(Int)
    /// A promise about two cases; the index into the model's `relations`.
    case relation(Int)
    case local(LocalID)
}

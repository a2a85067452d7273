/// Why a plan must not run: a mistake of whoever made it, never of a policy's author.
public struct PlanFlaw: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case blockOutOfPlace, slotOutOfRange, wrongSlotKind, jumpOutOfPlace, callOutOfOrder, indexOutOfRange,
            brokenLoop, brokenTable
        case brokenDecision
    }
    public var kind: Kind
    /// The instruction, if it is one.
    public var place: Int?
    public var detail: String

    init(_ kind: Kind, at place: Int? = nil, _ detail: String = "") {
        self.kind = kind
        self.place = place
        self.detail = detail
    }
}

/// One step of the machine: 24 bytes, all of the same form, so that the next is always at the same distance.
public struct Instruction: Sendable, Hashable {
    public var opcode: Opcode
    public var a: Int32
    public var b: Int32
    public var c: Int32
    public var d: Int32
    public var e: Int32

    public init(_ opcode: Opcode, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0, d: Int32 = 0, e: Int32 = 0) {
        self.opcode = opcode
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.e = e
    }

    /// The operands, a to e.
    public var operands: [Int32] { [a, b, c, d, e] }
}

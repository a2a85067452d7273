/// The digits that a text begins with, up to eight, read at once.
struct ShortDigits {
    /// How many there are; 8 when there may be more.
    let count: Int
    /// The number that they are.
    let value: Int64

    /// - Parameter text: has at least eight bytes.
    @inline(__always)
    init(_ text: UnsafePointer<UInt8>) {
        let word = RowName.load(text) ^ 0x3030_3030_3030_3030
        // A byte is a digit when neither its high half nor what six more carries into it is set.
        let others = (word | ((word & 0x0F0F_0F0F_0F0F_0F0F) &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
        let bits = others.trailingZeroBitCount & 0x78
        count = bits &>> 3
        // The digits move to the end of the word, with zeros before them. A shift by 64 bits would be one by none.
        let digits = word &<< UInt64(truncatingIfNeeded: 64 &- bits)
        value = bits == 0 ? 0 : Int64(truncatingIfNeeded: Self.number(digits))
    }

    /// The number that eight digits are, the first in the lowest byte: pairs, then fours, then all.
    @inline(__always)
    private static func number(_ digits: UInt64) -> UInt64 {
        let pairs = digits &* 10 &+ digits &>> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (low &+ high) &>> 32
    }
}

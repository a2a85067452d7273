import Testing
import WritValues

@Suite struct ValueTests {
    @Test func sixteenTrivialBytes() {
        #expect(MemoryLayout<Value>.size == 16)
        #expect(_isPOD(Value.self))
    }

    @Test(arguments: [0, 1, -1, .max, .min] as [Int128])
    func counts(count: Int128) { #expect(Value(count: count).count == count) }

    @Test func booleans() {
        #expect(Value(boolean: true).boolean)
        #expect(!Value(boolean: false).boolean)
    }

    @Test(arguments: [(0, 0), (5, 3), (Int.max, Int.max), (-1, 1), (1, -1), (Int.min, Int.min)])
    func runs(start: Int, count: Int) {
        let value = Value(start: start, count: count)
        #expect(value.start == start)
        #expect(value.length == count)
        #expect(Value(tag: start).tag == start)
    }
}

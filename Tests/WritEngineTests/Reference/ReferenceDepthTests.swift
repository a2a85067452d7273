import Testing
import WritEngine
import WritSemantics
import WritTestSupport

/// Long chains of declarations are evaluated on the small stack of a thread, too.
@Suite struct ReferenceDepthTests {
    @Test(arguments: [100, 1000, 5000])
    func eachDefineReadsTheOneBefore(_ length: Int) {
        let model = ModelBuilder()
        var last = model.define("d0", model.fact("n", .integer))
        for index in 1...length {
            let previous = last
            last = model.define(
                "d\(index)", model.term(.bounded(model.term(.add(previous([]), model.integer(1)), .integer)), .integer))
        }
        #expect(model.value(last([]), ["n": 1]) == .count(Int128(length) + 1))
    }
}

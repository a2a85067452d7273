import Testing
import WritSource

@Suite("Stacks of their own")
struct DeepStackTests {
    @Test("Works that run together give their results in order, however deep they go")
    func together() {
        let results = DeepStack.runTogether((0..<6).map { work in { @Sendable in Self.sum(to: 100_000 + work) } })
        #expect(results == (0..<6).map { (100_000 + $0) * (100_001 + $0) / 2 })
        #expect(DeepStack.runTogether([@Sendable () -> Int]()) == [])
    }

    @Test("One goes deeper than the stack of the caller")
    func deep() {
        #expect(DeepStack.run { Self.sum(to: 200_000) } == 20_000_100_000)
    }

    /// As deep as the number is great.
    private static func sum(to number: Int) -> Int { number == 0 ? 0 : number + sum(to: number - 1) }
}

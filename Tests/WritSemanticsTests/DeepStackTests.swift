import Testing
import WritSource

@Suite("Stacks of their own")
struct DeepStackTests {
    @Test("One goes deeper than the stack of the caller")
    func deep() {
        #expect(DeepStack.run { Self.sum(to: 200_000) } == 20_000_100_000)
    }

    /// As deep as the number is great.
    private static func sum(to number: Int) -> Int { number == 0 ? 0 : number + sum(to: number - 1) }
}

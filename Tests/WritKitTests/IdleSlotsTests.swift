import Testing

@testable import WritKit

/// What threads leave for each other is there once, and goes with the slots.
@Suite struct IdleSlotsTests {
    private final class Thing: Sendable {
        let number: Int
        init(_ number: Int) { self.number = number }
    }

    @Test func whatIsLeftIsTakenOnce() {
        let slots = IdleSlots<Thing>()
        #expect(slots.take() == nil)
        for number in 0..<10 { slots.leave(Thing(number)) }
        var taken: [Int] = []
        while let thing = slots.take() { taken.append(thing.number) }
        #expect(taken.sorted() == Array(0..<10))
        #expect(taken.first == 0, "a thread finds first what it left first")
    }

    @Test func whatHasNoRoomGoes() {
        let slots = IdleSlots<Thing>()
        weak var last: Thing?
        for number in 0..<100 {
            let thing = Thing(number)
            last = thing
            slots.leave(thing)
        }
        #expect(last == nil)
        var count = 0
        while slots.take() != nil { count += 1 }
        #expect(count == 64)
    }

    @Test func whatIsIdleGoesWithTheSlots() {
        weak var thing: Thing?
        do {
            let slots = IdleSlots<Thing>()
            let left = Thing(1)
            thing = left
            slots.leave(left)
            #expect(thing != nil)
        }
        #expect(thing == nil)
    }
}

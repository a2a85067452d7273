import Testing
import WritValues

@Suite struct PausesTests {
    func second(_ n: Int) -> Instant { Instant(microseconds: Int64(n)) ?? .first }

    @Test func handChecked() {
        let pauses = Pauses([(second(10), second(20)), (second(15), second(30)), (second(50), second(40))])
        #expect(pauses.elapsed(10, after: second(0)) == second(10))
        #expect(pauses.elapsed(11, after: second(0)) == second(31))
        #expect(pauses.elapsed(0, after: second(15)) == second(15))
        #expect(pauses.elapsed(1, after: second(15)) == second(31))
        #expect(pauses.elapsed(-1, after: second(30)) == second(9))
        #expect(pauses.elapsed(-1, after: second(31)) == second(30))
        #expect(pauses.elapsed(between: second(0), and: second(45)) == 25)
        #expect(pauses.elapsed(between: second(45), and: second(0)) == -25)
        #expect(pauses.elapsed(.max, after: second(0)) == nil)
        #expect(pauses.elapsed(.min, after: second(0)) == nil)
    }

    @Test func againstTheLoop() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<1000 {
            let intervals = (0..<4).map { _ in
                (Int.random(in: 0...60, using: &random), Int.random(in: 0...60, using: &random))
            }
            let pauses = Pauses(intervals.map { (second($0.0), second($0.1)) })
            let isPaused = { (moment: Int) in intervals.contains { $0.0 <= moment && moment < $0.1 } }
            let start = Int.random(in: 0...60, using: &random)
            let amount = Int.random(in: -30...30, using: &random)
            var (now, left) = (start, abs(amount))
            while left > 0 {
                if amount > 0 {
                    if !isPaused(now) { left -= 1 }
                    now += 1
                } else {
                    now -= 1
                    if !isPaused(now) { left -= 1 }
                }
            }
            #expect(pauses.elapsed(Int64(amount), after: second(start)) == second(now))
            #expect(pauses.elapsed(between: second(start), and: second(now)) == Int64(amount))
        }
    }
}

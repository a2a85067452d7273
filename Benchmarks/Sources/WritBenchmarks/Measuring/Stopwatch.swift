import Foundation

/// Times a piece of work: the median of several rounds, each long enough to be measured.
///
/// It is the processor's time of this process that counts, not the clock on the wall: who else uses the machine then costs a
/// few lost cache lines and not a multiple. Work on several threads counts the time of all.
struct Stopwatch {
    var rounds = 9
    var leastRound = 30e6

    /// Nanoseconds for one run of `work`.
    func nanoseconds(_ work: () -> Void) -> Double {
        var repeats = 1
        while true {
            let time = Self.measure { for _ in 0..<repeats { work() } }
            if time >= leastRound { break }
            repeats = time * 16 < leastRound ? repeats * 8 : repeats * 2
        }
        let times = (0..<rounds).map { _ in Self.measure { for _ in 0..<repeats { work() } } }.sorted()
        return times[rounds / 2] / Double(repeats)
    }

    /// Two pieces of work in turn, round by round, so that what changes on the machine meanwhile changes both.
    func nanoseconds(_ work: () -> Void, against other: () -> Void) -> (Double, Double) {
        var (mine, others): ([Double], [Double]) = ([], [])
        let brief = Stopwatch(rounds: 1, leastRound: leastRound)
        for _ in 0..<rounds {
            mine.append(brief.nanoseconds(work))
            others.append(brief.nanoseconds(other))
        }
        return (mine.sorted()[rounds / 2], others.sorted()[rounds / 2])
    }

    private static func measure(_ work: () -> Void) -> Double {
        let start = now()
        work()
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}

/// Keeps a result from being optimised away.
@inline(never)
func use<T>(_ value: T) { withExtendedLifetime(value) {} }

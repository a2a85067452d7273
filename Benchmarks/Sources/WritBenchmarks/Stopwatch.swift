/// Times a piece of work: the median of several rounds, each long enough to be measured.
struct Stopwatch {
    var rounds = 15
    var leastRound = Duration.milliseconds(20)

    /// Nanoseconds for one run of `work`.
    func nanoseconds(_ work: () -> Void) -> Double {
        var repeats = 1
        while ContinuousClock().measure({ for _ in 0..<repeats { work() } }) < leastRound { repeats *= 2 }
        let times = (0..<rounds).map { _ in ContinuousClock().measure { for _ in 0..<repeats { work() } } }.sorted()
        return times[rounds / 2].nanoseconds / Double(repeats)
    }
}

extension Duration {
    var nanoseconds: Double { Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9 }
}

/// Keeps a result from being optimised away.
@inline(never)
func use<T>(_ value: T) { withExtendedLifetime(value) {} }

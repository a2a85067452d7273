/// Says on standard error how far a long run is: on a terminal that does not show the output as well, and only once the run
/// has lasted a second.
final class Progress {
    private let console: Console
    private let noun: String
    private let total: Int?
    private var done = 0
    private let start = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant
    private var isShown = false

    init(_ console: Console, _ noun: String, total: Int? = nil) {
        self.console = console
        self.noun = noun
        self.total = total
        shownAt = start.advanced(by: .milliseconds(900))
    }

    /// Whether somebody looks at standard error and does not see the output there as well.
    static func isWanted(on console: Console) -> Bool { console.isErrorTerminal && !console.isOutputTerminal }

    /// - Parameters:
    ///   - count: how many more are done.
    ///   - fraction: how much of the whole is done, from 0 to 1, where that is better known than the number.
    func step(_ count: Int = 1, fraction: @autoclosure () -> Double? = nil) {
        done += count
        guard Self.isWanted(on: console), count > 1 || done & 0xFF == 0 || total != nil else { return }
        let now = ContinuousClock.now
        guard shownAt.duration(to: now) >= .milliseconds(100) else { return }
        shownAt = now
        isShown = true
        console.error("\r" + line(fraction() ?? total.map { Double(done) / Double(max(1, $0)) }, now) + "\u{1B}[K")
    }

    /// Takes the line away.
    func finish() {
        if isShown { console.error("\r\u{1B}[K") }
        isShown = false
    }

    /// `[=====     ]  50%  12,000 cases, 8,000 a second`
    private func line(_ fraction: Double?, _ now: ContinuousClock.Instant) -> String {
        let seconds = start.duration(to: now) / .seconds(1)
        let counted = "\(Grouped.text(done)) \(noun), \(Grouped.text(Int(Double(done) / max(seconds, 0.001)))) a second"
        guard let fraction else { return counted }
        let filled = Int(30 * fraction)
        let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
        let percent = String(Int(100 * fraction))
        return "[\(bar)] \(String(repeating: " ", count: max(0, 3 - percent.count)))\(percent)%  \(counted)"
    }
}

/// Says on standard error how far a long run is: on a terminal only, and only once it has lasted a second.
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

    func step() {
        done += 1
        guard console.isErrorTerminal, done & 0xFF == 0 || total != nil else { return }
        let now = ContinuousClock.now
        guard shownAt.duration(to: now) >= .milliseconds(100) else { return }
        shownAt = now
        isShown = true
        console.error("\r" + line + "\u{1B}[K")
    }

    /// Takes the bar away.
    func finish() {
        if isShown { console.error("\r\u{1B}[K") }
        isShown = false
    }

    private var line: String {
        guard let total, total > 0 else { return "\(done) \(noun)" }
        let filled = min(30, done * 30 / total)
        let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
        return "[\(bar)] \(done) of \(total) \(noun)"
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SolverProcess {
    /// No answer is longer: a value for each of a hundred thousand variables.
    private static let longestAnswer = 16 << 20

    /// Says something, and gives the lines of the answer.
    ///
    /// The answer ends with the echo of a word that was not used before, so what belongs to an earlier question cannot be taken for it.
    /// After a failure the process is not to be asked again.
    func ask(_ commands: String) throws(SolverFailure) -> [Substring] {
        fences += 1
        let fence = "writ-\(fences)"
        var exchange = Exchange(unsent: Array("\(commands)\n(echo \"\(fence)\")\n".utf8)[...])
        let end = ContinuousClock.now + patience
        while true {
            if let lines = Self.lines(of: exchange.received, before: fence) { return try Self.checked(lines) }
            try wait(for: &exchange, until: end)
        }
    }

    /// What is still to be said, and what was answered so far.
    private struct Exchange {
        var unsent: ArraySlice<UInt8>
        var received: [UInt8] = []
    }

    /// Sends and receives what there is to send and receive; waits if that is nothing. It reads while it writes: a child that answers
    /// before it has read all would otherwise wait for us as we for it.
    private func wait(for exchange: inout Exchange, until end: ContinuousClock.Instant) throws(SolverFailure) {
        let left = end - ContinuousClock.now
        guard left > .zero else { throw .silent }
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        var state = pollfd(
            fd: socket, events: Int16(POLLIN) | (exchange.unsent.isEmpty ? 0 : Int16(POLLOUT)), revents: 0)
        let ready = poll(&state, 1, Int32(min(milliseconds + 1, 1_000_000)))
        if ready < 0, errno != EINTR { throw .ended }
        if ready <= 0 { return }
        if state.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { try receive(&exchange) }
        if state.revents & Int16(POLLOUT) != 0 { try send(&exchange) }
    }

    private func send(_ exchange: inout Exchange) throws(SolverFailure) {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(MSG_NOSIGNAL)
        #endif
        let count = exchange.unsent.withUnsafeBytes { bytes in
            #if canImport(Darwin)
                Darwin.send(socket, bytes.baseAddress, bytes.count, flags)
            #elseif canImport(Musl)
                Musl.send(socket, bytes.baseAddress, bytes.count, flags)
            #else
                Glibc.send(socket, bytes.baseAddress, bytes.count, flags)
            #endif
        }
        if count > 0 { exchange.unsent = exchange.unsent.dropFirst(count) }
        if count < 0, errno != EAGAIN, errno != EINTR { throw lastWords(exchange) }
    }

    private func receive(_ exchange: inout Exchange) throws(SolverFailure) {
        let count = read(&exchange)
        if exchange.received.count > Self.longestAnswer { throw .flood }
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { throw lastWords(exchange) }
    }

    private func read(_ exchange: inout Exchange) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            let count = recv(socket, buffer.baseAddress, buffer.count, 0)
            if count > 0 { exchange.received.append(contentsOf: buffer.prefix(count)) }
            return count
        }
    }

    /// A solver that runs out of memory says so and ends. That it is gone is reported once before what it left can be read.
    private func lastWords(_ exchange: Exchange) -> SolverFailure {
        var exchange = exchange
        var failures = 0
        while failures < 3 {
            let count = read(&exchange)
            if count == 0 || exchange.received.count > Self.longestAnswer { break }
            if count < 0 { failures += 1 }
        }
        let text = String(decoding: exchange.received.prefix(1000), as: UTF8.self)
        return text.hasPrefix("(error") ? .complaint(SolverFailure.firstLine(text)) : .ended
    }

    /// The lines before the fence; nil while it is not there.
    private static func lines(of received: [UInt8], before fence: String) -> [Substring]? {
        // By the standard an echo is printed with its quotes, by z3 without them.
        for ending in ["\(fence)\n", "\"\(fence)\"\n"]
        where received.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
            let before = received.dropLast(ending.utf8.count)
            guard before.isEmpty || before.last == UInt8(ascii: "\n") else { continue }
            return String(decoding: before, as: UTF8.self).split(separator: "\n")
        }
        return nil
    }

    /// After an error a solver goes on with what it understood, and its answer is one to a weaker question: no line of that kind is let
    /// pass.
    private static func checked(_ lines: [Substring]) throws(SolverFailure) -> [Substring] {
        for line in lines where line.hasPrefix("(error") || line.hasPrefix("unsupported") {
            throw .complaint(SolverFailure.firstLine(line))
        }
        return lines
    }
}

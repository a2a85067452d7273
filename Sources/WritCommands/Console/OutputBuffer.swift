/// Gathers output and hands it over in large pieces, or line by line to a terminal.
final class OutputBuffer {
    private let console: Console
    private var text = ""
    private static let limit = 1 << 16

    init(_ console: Console) { self.console = console }

    func write(_ piece: String) throws(OutputFailure) {
        text += piece
        if console.isOutputTerminal || text.utf8.count >= Self.limit { try flush() }
    }

    func flush() throws(OutputFailure) {
        if text.isEmpty { return }
        let piece = text
        text = ""
        try console.output(piece)
    }
}

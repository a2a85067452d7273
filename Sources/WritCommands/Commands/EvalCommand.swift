import ArgumentParser
import WritKit
import WritSource

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", _superCommandName: "writ", abstract: "Answer cases.",
        discussion: """
            Prints one answer a case, in the order of the cases. Without --decision every decision that needs no argument is \
            answered; one that needs facts the case does not tell is named on standard error, and the others are answered all \
            the same. Without --facts the case tells nothing.

            Ends with 0 when every case was answered, determined or not; with 1 when an answer is faulted or breaks a promise; \
            with 3 when a case could not be read or bound. The cases after it are still answered, and json and ndjson have a \
            line with the status "rejected" in its place.
            """)

    @OptionGroup var question: QuestionOptions

    @Option(help: "text for people; json or ndjson for machines, one answer a line.")
    var format = AnswerFormat.text

    @Flag(help: "Say everything that led to the answer.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "How many threads answer; for NDJSON cases, one --decision, and --format json or ndjson.",
            valueName: "threads"))
    var jobs = 1

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is from 1 to 256; \(jobs) is not.") }
    }

    func run() throws {
        try AnswerRun(question: question, format: format, explained: explain, jobs: jobs).run(Console.current)
    }
}

enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson }

/// Asks, and prints the answers.
struct AnswerRun {
    let question: QuestionOptions
    let format: AnswerFormat
    let explained: Bool
    var jobs = 1

    func run(_ console: Console) throws {
        var asker = try Asker(question, console: console)
        let input = try question.input(console)
        defer { input?.close() }
        if let input, input.format == .ndjson, question.decision != nil, format != .text, !explained {
            // Who reads no further learns from the exit code of what was answered until then.
            try console.untilClosed { try asker.askLines(input, jobs: jobs) }
        } else {
            try printReplies(&asker, input, console)
        }
        try asker.conclude()
    }

    private func printReplies(_ asker: inout Asker, _ input: CaseInput?, _ console: Console) throws {
        if jobs > 1 {
            throw ValidationError(
                "--jobs \(jobs) needs NDJSON cases, one --decision, and --format json or ndjson without --explain.")
        }
        let buffer = OutputBuffer(console)
        var isFirst = true
        // Who reads no further learns from the exit code of what was answered until then.
        try console.untilClosed {
            try asker.ask(input) { reply in
                guard let text = text(reply, console) else { return }
                if format == .text, !isFirst { try buffer.write("\n") }
                isFirst = false
                try buffer.write(text)
            }
            try buffer.flush()
        }
    }

    /// Nil for a refused case among texts for people, who are told on standard error.
    private func text(_ reply: Reply, _ console: Console) -> String? {
        switch reply {
        case .answer(let decided, let isMany): text(decided, isMany, console)
        case .refusal(let refusal): format == .text ? nil : refusal.json + "\n"
        }
    }

    private func text(_ decided: Decided, _ isMany: Bool, _ console: Console) -> String {
        switch format {
        case .json, .ndjson: AnswerJSON.text(decided, explained: explained) + "\n"
        case .text:
            AnswerText(color: console.colorsOutput, namesCase: isMany).text(of: decided)
                + (explained ? ExplanationText(color: console.colorsOutput).text(of: decided) : "")
        }
    }
}

import ArgumentParser

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", _superCommandName: "writ",
        abstract: "Answer cases and say everything that led to each answer.",
        discussion: """
            After the answer: the facts that were used, the rules that were passed over and what stopped each, and the smallest \
            change of one fact that would have given another answer.
            """)

    @OptionGroup var question: QuestionOptions

    @Option(help: "text for people; json or ndjson for machines, one answer a line.")
    var format = AnswerFormat.text

    func run() throws {
        try AnswerRun(question: question, format: format, explained: true).run(Console.current)
    }
}

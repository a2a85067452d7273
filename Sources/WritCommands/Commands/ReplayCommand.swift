import ArgumentParser
import WritDiagnostics
import WritFacts
import WritKit
import WritSemantics
import WritSource

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", _superCommandName: "writ",
        abstract: "Run a day of contacts through a policy and count what becomes of them.",
        discussion: """
            A contact is an object {"kind": …, "decision": …, "facts": {…}}; one that goes through several decisions lists them \
            under decisions. Prints for each kind how many contacts were decided without a person, how many go to a person, \
            and how many stay open because an answer is undetermined or faulted; then why, and what each decision answered.

            A contact goes to a person when one of its outcomes is called what --person says; without it, human.

            Ends with 3 when a contact could not be read, with 1 when an answer is faulted or breaks a promise; all others are \
            counted all the same.
            """)

    @Argument(help: "Policy files, or folders of them.", completion: .file())
    var paths: [String]

    @Option(help: "The file with the contacts, best NDJSON; - for standard input.", completion: .file())
    var contacts: String

    @Option(help: "How the contacts are written; told by the file's ending if not given, else by what is in it.")
    var inputFormat: QuestionOptions.InputFormat?

    @Option(
        help: ArgumentHelp(
            "The name of the outcomes that hand a contact to a person; may be given several times.",
            valueName: "outcome"))
    var person = ["human"]

    @Option(name: .customLong("param"), help: ArgumentHelp("Another value for a param.", valueName: "name=value"))
    var params: [String] = []

    @Option(name: .customLong("params"), help: "A YAML or JSON file with values for params.", completion: .file())
    var paramsFile: String?

    @Option(help: "text for people, json for machines.")
    var format = ReplayFormat.text

    func run() throws {
        let console = Console.current
        let policy = try Policy(paths: paths)
        try checkPersons(in: policy)
        let settings = SettingReader(policy: policy, params: params, paramsFile: paramsFile)
        var replay = Replay(policy: policy, params: try settings.paramSet(), persons: person, console)
        let stated = inputFormat?.documentFormat ?? DocumentFormat.guess(path: contacts)
        try replay.run(contacts, stated)
        let report = ReplayReport(replay.tally, color: format == .text && console.colorsOutput)
        try console.untilClosed { try console.output(format == .json ? report.json : report.text) }
        if replay.isInputBroken { throw ExitStatus.input }
        if replay.saysNo { throw ExitStatus.no }
    }

    /// An outcome that no decision has would count every contact as decided without a person.
    private func checkPersons(in policy: Policy) throws {
        let known = Set(policy.model.variants.flatMap { $0.cases.map(\.wireName) })
        for name in person where !known.contains(name) && person != ["human"] {
            Console.current.complain("no outcome is called `\(name)`")
            if let help = Spelling.question(name, among: known.sorted()) { Console.current.error("help: \(help)\n") }
            throw ExitStatus.usage
        }
    }
}

enum ReplayFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// Runs contacts, one after the other, and counts.
private struct Replay {
    let policy: Policy
    private(set) var tally: ReplayTally
    private(set) var isInputBroken = false
    private(set) var saysNo = false
    private let params: ParamSet
    private let console: Console

    init(policy: Policy, params: ParamSet, persons: [String], _ console: Console) {
        self.policy = policy
        self.params = params
        self.console = console
        tally = ReplayTally(personCases: Set(persons))
    }

    mutating func run(_ path: String, _ format: DocumentFormat?) throws {
        var sink = DiagnosticSink()
        let progress = Progress(console, "contacts")
        defer { progress.finish() }
        let input = try CaseInput(path, format, console)
        defer { input.close() }
        var stream = try CaseStream(input, sink: &sink)
        report(&sink)
        var session = DecisionSession(policy)
        while let document = try stream.next(sink: &sink) {
            let contact = document.root.flatMap { Contact($0, policy: policy, sink: &sink) }
            if let contact, let answers = answers(contact, &session, &sink) {
                if !answers.allSatisfy(\.isSound) { saysNo = true }
                tally.count(answers, kind: contact.kind)
            } else {
                tally.countUnread()
            }
            report(&sink)
            progress.step(fraction: stream.fraction)
        }
    }

    /// Nil when the facts do not fit, which is then reported.
    private func answers(
        _ contact: Contact, _ session: inout DecisionSession, _ sink: inout DiagnosticSink
    ) -> [Decided]? {
        var answers: [Decided] = []
        for decision in contact.decisions {
            let reach = policy.reach(of: decision)
            guard
                let facts = policy.binder.bind(
                    contact.facts, for: reach, decision: policy.name(of: decision), presets: [:], sink: &sink)
            else { return nil }
            answers.append(session.decide(Question(decision, facts: facts, params: params)))
        }
        return answers
    }

    private mutating func report(_ sink: inout DiagnosticSink) {
        if sink.diagnostics.isEmpty { return }
        if sink.hasErrors { isInputBroken = true }
        console.error(RichRenderer(color: console.colorsError).render(sink.diagnostics))
        sink = DiagnosticSink()
    }
}

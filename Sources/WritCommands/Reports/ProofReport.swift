import WritAnalysis
import WritDiagnostics
import WritKit
import WritSource

/// What was proved of a policy's promises, for people and for tools.
struct ProofReport {
    let policy: Policy
    let proofs: [PromiseProof]
    /// How many steps each question was given.
    let steps: Int
    /// Whether what is not decided counts as a failure.
    let isStrict: Bool
    /// By promise, the tests that break it, each with a name that no test of the policy has.
    private let testsByPromise: [[String]]

    init(policy: Policy, proofs: [PromiseProof], steps: Int, isStrict: Bool) {
        (self.policy, self.proofs, self.steps, self.isStrict) = (policy, proofs, steps, isStrict)
        var names = Set(policy.model.tests.map(\.name))
        testsByPromise = proofs.map { proof in
            proof.cases.enumerated().map { index, example in
                let title = Self.title(proof.heading.name, index, of: proof.cases.count)
                return policy.test(example, named: Self.unused(title, &names))
            }
        }
    }

    /// Whether the command ends with 1.
    var fails: Bool {
        proofs.contains { proof in
            switch proof.verdict {
            case .proved: false
            case .refuted: true
            case .undecided: isStrict
            }
        }
    }

    /// The cases that break a promise, as tests to paste.
    var tests: String { testsByPromise.flatMap(\.self).joined(separator: "\n") }

    private static func title(_ name: String, _ index: Int, of count: Int) -> String {
        count == 1 ? "\(name) is broken" : "\(name) is broken, \(index == 0 ? "before" : "after")"
    }

    /// Two tests of a policy have two names.
    private static func unused(_ title: String, _ names: inout Set<String>) -> String {
        var name = title
        var number = 2
        while !names.insert(name).inserted {
            name = "\(title) (\(number))"
            number += 1
        }
        return name
    }

    // MARK: For people

    func text(color: Bool) -> String {
        if proofs.isEmpty { return "no promises\n" }
        let ink = Ink(isOn: color)
        return zip(proofs, testsByPromise).map { line($0, $1, ink) }.joined() + summary + "\n" + budget + "\n"
    }

    private func line(_ proof: PromiseProof, _ tests: [String], _ ink: Ink) -> String {
        let name = VisibleText.oneLine(proof.heading.name)
        let place = ink.dim("(\(VisibleText.oneLine(proof.heading.location.description)))")
        switch proof.verdict {
        case .proved: return "\(ink.green("proved"))       \(name)\n"
        case .undecided(let hardness):
            return "\(ink.yellow("not decided"))  \(name)  \(place)\n" + indented(VisibleText.lines(hardness.help))
        case .refuted: return "\(ink.red("refuted"))      \(name)  \(place)\n" + tests.map(indented).joined()
        }
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
            .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }

    /// `3 promises: 1 proved, 1 refuted, 1 not decided`
    private var summary: String {
        var parts = ["\(proofs.count { $0.isProved }) proved"]
        let refuted = proofs.count { !$0.cases.isEmpty }
        if refuted > 0 { parts.append("\(refuted) refuted") }
        if undecided > 0 { parts.append("\(undecided) not decided") }
        return "\(proofs.count) promise\(proofs.count == 1 ? "" : "s"): \(parts.joined(separator: ", "))"
    }

    /// What each question was given. The other solver is only asked for its name where it might have helped.
    private var budget: String {
        let budget = "budget: \(stepsInWords) a question"
        return undecided == 0 ? budget : "\(budget); other solver: \(VisibleText.oneLine(SolverChoice.otherSolver))"
    }

    private var stepsInWords: String { "\(Grouped.text(steps)) step\(steps == 1 ? "" : "s")" }

    private var undecided: Int { proofs.count { $0.hardness != nil } }
}

extension PromiseProof {
    /// The cases that break the promise; none where it is not refuted.
    var cases: [ExampleCase] {
        if case .refuted(let cases) = verdict { return cases }
        return []
    }

    var isProved: Bool {
        if case .proved = verdict { return true }
        return false
    }

    var hardness: Hardness? {
        if case .undecided(let hardness) = verdict { return hardness }
        return nil
    }
}

// MARK: For tools

extension ProofReport {
    var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.field("steps", steps)
            json.field("other_solver", SolverChoice.otherSolver)
            json.key("promises")
            json.array(zip(proofs, testsByPromise)) { json, entry in
                json.object { write(entry.0, entry.1, to: &$0) }
            }
        }
        return json.text + "\n"
    }

    private func write(_ proof: PromiseProof, _ tests: [String], to json: inout JSONWriter) {
        json.field("promise", proof.heading.name)
        json.field("file", proof.heading.location.file.path)
        json.field("line", proof.heading.location.start.line)
        switch proof.verdict {
        case .proved: json.field("verdict", "proved")
        case .undecided(let hardness):
            json.field("verdict", "not_decided")
            json.field("why", hardness.help)
        case .refuted(let examples):
            json.field("verdict", "refuted")
            json.key("cases")
            json.array(zip(examples, tests)) { json, entry in
                json.object { json in
                    json.key("facts")
                    json.verbatim(policy.json(entry.0))
                    json.field("test", entry.1)
                }
            }
        }
    }

    /// What is not proved, as findings of the kinds that `writ check` has for it.
    var diagnostics: [Diagnostic] { zip(proofs, testsByPromise).compactMap(diagnostic) }

    private func diagnostic(_ proof: PromiseProof, _ tests: [String]) -> Diagnostic? {
        let (name, place) = (proof.heading.name, proof.heading.location)
        switch proof.verdict {
        case .proved: return nil
        case .undecided(let hardness):
            var diagnostic = Diagnostic(
                FindingKind.undecided.code, isStrict ? .error : FindingKind.undecided.severity,
                "it is not decided whether `\(name)` holds in every case, in \(stepsInWords)",
                at: Label(place, "not decided"), help: hardness.help)
            diagnostic.finding = FindingNote(.undecided)
            return diagnostic
        case .refuted(let examples):
            var diagnostic = Diagnostic(
                FindingKind.broken_promise.code, FindingKind.broken_promise.severity,
                "`\(name)` is broken by \(examples.count == 1 ? "a case" : "two cases")",
                at: Label(place, "does not hold"), help: "mend the rules that decide this, or what is promised")
            diagnostic.finding = FindingNote(.broken_promise, example: note(examples, tests))
            return diagnostic
        }
    }

    /// Facts are those of the first case; the tests show both where there are two.
    private func note(_ examples: [ExampleCase], _ tests: [String]) -> FindingNote.Example? {
        guard let first = examples.first else { return nil }
        return FindingNote.Example(
            decision: first.decision.map { policy.name(of: $0) }, test: tests.joined(separator: "\n"),
            facts: policy.json(first))
    }
}

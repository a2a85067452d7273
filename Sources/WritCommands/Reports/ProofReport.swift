import WritAnalysis
import WritDiagnostics
import WritKit
import WritSource

/// What was proved of a policy's promises, for people and for tools.
struct ProofReport {
    let policy: Policy
    /// How many steps each question was given.
    let steps: Int
    let color: Bool

    private var ink: Ink { Ink(isOn: color) }

    // MARK: For people

    func text(_ proofs: [PromiseProof]) -> String {
        proofs.map(text).joined() + summary(proofs) + "\n"
    }

    private func text(_ proof: PromiseProof) -> String {
        let name = proof.heading.name
        switch proof.verdict {
        case .proved: return "\(ink.green("proved"))       \(name)\n"
        case .undecided(let hardness):
            return "\(ink.yellow("not decided"))  \(name)\n\(indented(hardness.help))"
        case .refuted(let examples):
            let place = proof.heading.location
            let line = "\(ink.red("refuted"))      \(name)  (\(place.description))\n"
            return line
                + examples.enumerated().map { index, example in
                    indented(policy.test(example, named: title(name, index, of: examples.count)))
                }.joined()
        }
    }

    private func title(_ name: String, _ index: Int, of count: Int) -> String {
        count == 1 ? "\(name) is broken" : "\(name) is broken, \(index == 0 ? "before" : "after")"
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
            .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }

    private func summary(_ proofs: [PromiseProof]) -> String {
        let counts = Counts(proofs)
        var parts = ["\(counts.proved) proved"]
        if counts.refuted > 0 { parts.append("\(counts.refuted) refuted") }
        if counts.undecided > 0 {
            parts.append(
                "\(counts.undecided) not decided in \(steps) steps each (other solver: \(SolverChoice.otherSolver))")
        }
        let count = "\(proofs.count) promise\(proofs.count == 1 ? "" : "s")"
        return "\(count): \(parts.joined(separator: ", "))"
    }

    private struct Counts {
        var proved = 0
        var refuted = 0
        var undecided = 0

        init(_ proofs: [PromiseProof]) {
            for proof in proofs {
                switch proof.verdict {
                case .proved: proved += 1
                case .refuted: refuted += 1
                case .undecided: undecided += 1
                }
            }
        }
    }

    // MARK: For tools

    func json(_ proofs: [PromiseProof]) -> String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.field("steps", steps)
            json.field("other_solver", SolverChoice.otherSolver)
            json.key("promises")
            json.array(proofs) { json, proof in json.object { write(proof, to: &$0) } }
        }
        return json.text + "\n"
    }

    private func write(_ proof: PromiseProof, to json: inout JSONWriter) {
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
            json.array(examples) { json, example in
                json.object { json in
                    json.key("facts")
                    json.verbatim(policy.json(example))
                    json.field("test", policy.test(example, named: proof.heading.name))
                }
            }
        }
    }
}

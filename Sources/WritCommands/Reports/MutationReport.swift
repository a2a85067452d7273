import WritKit
import WritSource

/// Which changes of a policy its tests notice.
struct MutationReport {
    private let ink: Ink
    private let results: [MutantResult]
    /// For each result the test that is missing, if there is one.
    private let tests: [WrittenTest?]
    private let sampled: [SampledTable]

    init(_ results: [MutantResult], _ tests: [WrittenTest?], sampled: [SampledTable] = [], color: Bool = false) {
        self.results = results
        self.tests = tests
        self.sampled = sampled
        ink = Ink(isOn: color)
    }

    // MARK: For people

    /// The changes that no test notices, by place, with the tests that would; then the scores.
    var text: String { missed + same + scores + notTried }

    private var missed: String {
        var text = ""
        var shown: Set<String> = []
        for (result, test) in zip(results, tests) {
            guard case .missed = result.fate, let test else { continue }
            let isNew = shown.insert(test.name).inserted
            let told = isNew ? Self.written(test) : "  as test \"\(VisibleText.oneLine(test.name))\" above\n"
            text += ink.red("unnoticed") + " " + heading(result) + "\n" + told + "\n"
        }
        return text
    }

    /// The block for the policy's file; the entry for a file of cases where that cannot name everything.
    static func written(_ test: WrittenTest) -> String {
        let note = test.block == nil ? "  as a case, since the file cannot say it as a test:\n" : ""
        let lines = (test.block ?? test.entry).split(separator: "\n", omittingEmptySubsequences: false)
        return note + lines.filter { !$0.isEmpty }.map { "  " + VisibleText.oneLine(String($0)) + "\n" }.joined()
    }

    private var same: String {
        let lines = results.compactMap { result -> String? in
            guard case .same = result.fate else { return nil }
            return "  " + heading(result) + "\n"
        }
        if lines.isEmpty { return "" }
        return "no difference found, perhaps the same policy:\n" + lines.joined() + "\n"
    }

    private func heading(_ result: MutantResult) -> String {
        let place = ink.dim(VisibleText.oneLine(result.mutant.location.description))
        return "\(VisibleText.oneLine(result.mutant.description))  \(place)"
    }

    private var scores: String {
        let scores = MutationScore.scores(of: results)
        let lines = scores.map { line($0, $0.policy.isEmpty ? "the policy" : VisibleText.oneLine($0.policy)) }
        let total = scores.count > 1 ? line(MutationScore.total(of: results), "all") : ""
        return lines.joined() + total
    }

    private func line(_ score: MutationScore, _ name: String) -> String {
        var rest: [String] = []
        if score.missed > 0 { rest.append("\(score.missed) with a test missing") }
        if score.undecided > 0 { rest.append("\(score.undecided) without a difference found") }
        let open = rest.isEmpty ? "" : "; " + rest.joined(separator: ", ")
        let count = "\(score.noticed) of \(score.total) change\(score.total == 1 ? "" : "s") noticed"
        return "\(name): \(count), \(score.percent) %\(open)\n"
    }

    private var notTried: String {
        sampled.map { table in
            "\(VisibleText.oneLine(table.decision)) is a large table: \(table.tried) of its \(table.all) changes were tried\n"
        }.joined()
    }

    // MARK: For machines

    var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("policies")
            json.array(MutationScore.scores(of: results)) { write($1, to: &$0) }
            json.key("all")
            write(MutationScore.total(of: results), to: &json)
            json.key("sampled")
            json.array(sampled) { json, table in
                json.object { json in
                    json.field("policy", table.policy)
                    json.field("decision", table.decision)
                    json.field("tried", table.tried)
                    json.field("changes", table.all)
                }
            }
            json.key("unnoticed")
            json.array(zip(results, tests).filter { !$0.0.isNoticed }.map { ($0, $1) }) { json, found in
                write(found.0, found.1, to: &json)
            }
        }
        return json.text + "\n"
    }

    private func write(_ score: MutationScore, to json: inout JSONWriter) {
        json.object { json in
            json.field("policy", score.policy)
            json.field("changes", score.total)
            json.field("noticed", score.noticed)
            json.field("missed", score.missed)
            json.field("undecided", score.undecided)
            json.field("percent", score.percent)
        }
    }

    private func write(_ result: MutantResult, _ test: WrittenTest?, to json: inout JSONWriter) {
        let start = result.mutant.location.start
        json.object { json in
            json.field("policy", result.mutant.policy)
            json.field("file", result.mutant.location.file.path)
            json.field("line", start.line)
            json.field("column", start.column)
            json.field("change", result.mutant.description)
            json.key("test")
            if let test { TestJSON.write(test, to: &json) } else { json.null() }
        }
    }
}

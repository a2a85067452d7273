import WritKit
import WritSource

/// The tests that policies lack, to be put into their files.
struct SuggestionReport {
    private let found: [TestSuggestions]
    /// For each policy its tests, written out.
    private let written: [[WrittenTest]]

    init(_ found: [TestSuggestions], _ written: [[WrittenTest]]) {
        self.found = found
        self.written = written
    }

    // MARK: For people

    /// A text that may stand in a policy file as it is: what is not a test is a comment.
    var text: String { zip(found, written).map(text).joined(separator: "\n") }

    private func text(_ found: TestSuggestions, _ written: [WrittenTest]) -> String {
        let name = found.policy.isEmpty ? "the policy" : VisibleText.oneLine(found.policy)
        var text = "# \(name): the tests show \(found.shown) of \(found.total)"
        let later = found.total - found.notFound.count
        text += later > found.shown ? ", with those below \(later)" : ""
        text += found.notFound.isEmpty ? "\n" : "; for \(found.notFound.count) no case was found\n"
        let entries = written.count { $0.block == nil }
        for (suggestion, test) in zip(found.tests, written) {
            guard let block = test.block else { continue }
            text += "\n" + suggestion.shows.map { "# \(VisibleText.oneLine($0))\n" }.joined() + block
        }
        if entries > 0 {
            let tests = "\(entries) more test\(entries == 1 ? "" : "s")"
            text += "\n# \(tests) can only be cases of a file: --format json has them\n"
        }
        return text
    }

    // MARK: For machines

    var json: String {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("policies")
            json.array(zip(found, written).map { ($0, $1) }) { json, policy in
                write(policy.0, policy.1, to: &json)
            }
        }
        return json.text + "\n"
    }

    private func write(_ found: TestSuggestions, _ written: [WrittenTest], to json: inout JSONWriter) {
        json.object { json in
            json.field("policy", found.policy)
            json.field("total", found.total)
            json.field("shown", found.shown)
            json.key("tests")
            json.array(zip(found.tests, written).map { ($0, $1) }) { json, pair in
                json.object { json in
                    json.key("shows")
                    json.array(pair.0.shows) { $0.string($1) }
                    json.key("test")
                    TestJSON.write(pair.1, to: &json)
                }
            }
            json.key("notFound")
            json.array(found.notFound) { $0.string($1) }
        }
    }
}

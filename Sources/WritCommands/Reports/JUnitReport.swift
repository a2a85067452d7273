import WritKit
import WritSource

/// The results of tests as JUnit XML, which build servers show.
enum JUnitReport {
    static func text(_ policy: Policy, _ outcomes: [TestOutcome]) -> String {
        let failures = outcomes.count { !$0.passed }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let counts = "tests=\"\(outcomes.count)\" failures=\"\(failures)\""
        text += "<testsuites \(counts)>\n  <testsuite name=\"\(escaped(policy.name))\" \(counts)>\n"
        for outcome in outcomes { text += element(outcome, policy) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private static func element(_ outcome: TestOutcome, _ policy: Policy) -> String {
        let place = outcome.test.location
        let head =
            "    <testcase name=\"\(escaped(outcome.test.name))\" classname=\"\(escaped(policy.name))\""
            + " file=\"\(escaped(place.file.path))\" line=\"\(place.start.line)\""
        if outcome.passed { return head + "/>\n" }
        let lines =
            outcome.differences.map { "expected \($0.what) \($0.expected), got \($0.actual)" }
            + (outcome.disagreement.map { ["the two evaluators disagree: \($0)"] } ?? [])
        let message = lines.first ?? ""
        return head
            + ">\n      <failure message=\"\(escaped(message))\">\(escaped(lines.joined(separator: "\n")))</failure>\n"
            + "    </testcase>\n"
    }

    /// What XML allows in a text or an attribute; control characters that it does not allow become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

import WritKit
import WritSource

/// What became of a day of contacts.
struct ReplayReport {
    private let ink: Ink
    private let tally: ReplayTally

    init(_ tally: ReplayTally, color: Bool = false) {
        self.tally = tally
        ink = Ink(isOn: color)
    }

    // MARK: For people

    var text: String {
        unread + kinds + section("To a person", tally.handOvers) + section("Open", tally.open)
            + section("Broken promises", tally.broken) + answers
    }

    private var unread: String {
        if tally.unread == 0 { return "" }
        return ink.red("\(tally.unread) contact\(tally.unread == 1 ? "" : "s") could not be read") + "\n\n"
    }

    /// A line a kind, and one for all.
    private var kinds: String {
        let rows = tally.kinds + (tally.kinds.count > 1 ? [tally.total] : [])
        let width = max(4, rows.map { DisplayWidth.of(VisibleText.oneLine($0.name)) }.max() ?? 0)
        let head = "kind".padded(to: width) + "  contacts  without a person  to a person  open"
        let lines = rows.map { kind in
            VisibleText.oneLine(kind.name).padded(to: width) + number(kind.contacts, 10)
                + number(kind.alone, 9) + Self.share(kind.alone, of: kind.contacts).leading(9)
                + number(kind.handedOver, 13) + number(kind.open, 6)
        }
        return ink.dim(head) + "\n" + lines.map { $0 + "\n" }.joined()
    }

    private func section(_ title: String, _ counts: [ReplayTally.Count]) -> String {
        if counts.isEmpty { return "" }
        let lines = counts.map { count in
            let why = [count.decision, count.rule, count.what].compactMap(\.self).joined(separator: "  ")
            return number(count.contacts, 6) + "  " + VisibleText.oneLine(why) + "\n"
        }
        return "\n" + ink.bold(title) + "\n" + lines.joined()
    }

    /// A line a decision.
    private var answers: String {
        if tally.answers.isEmpty { return "" }
        var lines: [(decision: String, parts: [String])] = []
        for count in tally.answers {
            if lines.last?.decision != count.decision { lines.append((count.decision, [])) }
            lines[lines.count - 1].parts.append("\(count.what) \(count.contacts)")
        }
        return "\n" + ink.bold("Answers") + "\n"
            + lines.map { "  " + VisibleText.oneLine("\($0.decision): \($0.parts.joined(separator: ", "))") + "\n" }
            .joined()
    }

    private func number(_ number: Int, _ width: Int) -> String { String(number).leading(width) }

    /// With one decimal, cut off rather than rounded up, so that only all is 100 %.
    private static func share(_ part: Int, of whole: Int) -> String {
        if whole == 0 { return "–" }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }

    // MARK: For machines

    var json: String {
        var json = JSONWriter()
        json.object { json in
            write(tally.total, to: &json)
            json.field("unread", tally.unread)
            json.key("kinds")
            json.array(tally.kinds) { json, kind in
                json.object { json in
                    json.field("kind", kind.name)
                    write(kind, to: &json)
                }
            }
            write(tally.handOvers, as: "why_to_a_person", to: &json)
            write(tally.open, as: "why_open", to: &json)
            write(tally.broken, as: "broken_promises", to: &json)
            write(tally.answers, as: "answers", to: &json)
        }
        return json.text + "\n"
    }

    private func write(_ kind: ReplayTally.Kind, to json: inout JSONWriter) {
        json.field("contacts", kind.contacts)
        json.field("without_a_person", kind.alone)
        json.field("to_a_person", kind.handedOver)
        json.field("open", kind.open)
    }

    private func write(_ counts: [ReplayTally.Count], as key: String, to json: inout JSONWriter) {
        json.key(key)
        json.array(counts) { json, count in
            json.object { json in
                json.field("decision", count.decision)
                if let rule = count.rule { json.field("rule", rule) }
                json.field("what", count.what)
                json.field("contacts", count.contacts)
            }
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }

    fileprivate func leading(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}

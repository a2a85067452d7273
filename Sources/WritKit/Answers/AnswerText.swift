import WritSemantics
import WritSource

/// Writes answers for people: the outcome, the reason, the rule and its source, the actions.
public struct AnswerText: Sendable {
    private let ink: Ink
    /// Whether to say which case it is, for one of many.
    private let namesCase: Bool

    /// - Parameters:
    ///   - color: whether the text is for a terminal that shows colours.
    ///   - namesCase: whether the case is named, as it must be where there are many.
    public init(color: Bool = false, namesCase: Bool = false) {
        ink = Ink(isOn: color)
        self.namesCase = namesCase
    }

    /// The answer in a few lines, each ended; the first is the decision and its outcome.
    public func text(of decided: Decided) -> String {
        var lines = TextLines(ink: ink)
        lines.add(VisibleText.oneLine(decided.decision), headline(decided))
        if namesCase, let id = decided.id { lines.add("case", VisibleText.oneLine(id)) }
        if !decided.because.isEmpty { lines.add("because", folded(decided.because)) }
        if !decided.rules.isEmpty { lines.add("rule", rules(decided)) }
        if !decided.sources.isEmpty { lines.add("source", VisibleText.lines(decided.sources.joined(separator: "\n"))) }
        if !decided.actions.isEmpty {
            lines.add("do", VisibleText.lines(decided.actions.map(\.description).joined(separator: "\n")))
        }
        addGaps(decided, to: &lines)
        return lines.text
    }

    /// Broken between words, so that a line with its label keeps within 100 columns.
    private func folded(_ text: String) -> String {
        VisibleText.lines(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            TextWrapping.wrapped(
                line.split(separator: " ", omittingEmptySubsequences: false).map(String.init), columns: 89)
        }.joined(separator: "\n")
    }

    private func headline(_ decided: Decided) -> String {
        let outcome = decided.answer.outcome == nil ? nil : VisibleText.oneLine(decided.outcome.description)
        switch decided.status {
        case .determined: return ink.green(outcome ?? "nothing")
        case .undetermined: return ink.yellow(outcome.map { "\($0) (undetermined)" } ?? "undetermined")
        case .faulted: return ink.red("faulted")
        }
    }

    /// The rules' names and places.
    private func rules(_ decided: Decided) -> String {
        zip(decided.rules, decided.answer.rules).map { name, rule in
            let place = decided.policy.location(of: rule, in: decided.answer.decision)
            let shown = place.map { " " + ink.dim("(\(VisibleText.oneLine($0.file.path)):\($0.start.line))") }
            return VisibleText.oneLine(name) + (shown ?? "")
        }.joined(separator: "\n")
    }

    private func addGaps(_ decided: Decided, to lines: inout TextLines) {
        if decided.status == .undetermined, !decided.needs.isEmpty {
            lines.add("needs", folded(decided.needs.joined(separator: ", ")))
        }
        if let fault = decided.fault { lines.add("fault", VisibleText.lines(FaultText.text(fault))) }
        if !decided.certain.isEmpty {
            lines.add("certain", VisibleText.lines(decided.certain.map(\.description).joined(separator: "\n")))
        }
        for promise in decided.broken {
            let doc = promise.heading.doc.map { ": " + VisibleText.lines($0) } ?? ""
            lines.add("broken", ink.red(VisibleText.oneLine(promise.heading.name)) + doc)
        }
    }
}

/// Labels in one column, texts in the next; a text of several lines stays in its column.
struct TextLines {
    let ink: Ink
    private(set) var text = ""
    private static let width = 9

    init(ink: Ink) { self.ink = ink }

    mutating func add(_ label: String, _ value: String) {
        let isHead = text.isEmpty
        let space = String(repeating: " ", count: max(1, Self.width - label.count))
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let head = isHead ? ink.bold(label) + ": " : "  " + ink.dim(label) + space
            text += (index == 0 ? head : String(repeating: " ", count: Self.width + 2)) + line + "\n"
        }
    }
}

/// What went wrong, in words.
enum FaultText {
    static func text(_ fault: Fault) -> String {
        let detail = fault.detail.isEmpty ? "" : ": \(fault.detail)"
        return "\(words(fault.kind))\(detail)  (\(fault.location.description))"
    }

    private static func words(_ kind: Fault.Kind) -> String {
        switch kind {
        case .overflow: "the result is larger than a value can hold"
        case .zeroDivisor: "division by zero"
        case .dateOutOfRange: "the date is outside the years 1 to 9999"
        case .outsideCalendar: "the calendar does not know these days"
        case .noWorkingTime: "the calendar has no working time there"
        case .unknownZone: "there is no such time zone"
        case .severalRules: "several rules apply at once"
        case .noRule: "no rule applies"
        }
    }
}

import WritSemantics
import WritSource

/// Says what a change does in the words of the policy, on one line.
struct MutationWords {
    private let conditions: ConditionText
    private let literals: DatumText

    init(model: CheckedModel) {
        conditions = ConditionText(model: model)
        literals = DatumText(model: model)
    }

    /// A longer text says no more than where it is.
    private static let longest = 72

    /// What was written, between backticks.
    func quoted(_ term: Term) -> String {
        quoted(term.type == .boolean ? conditions.text(of: term) : term.location.text)
    }

    func quoted(_ text: String) -> String { "`\(Self.short(text))`" }

    func literal(_ datum: Datum, _ type: WritType) -> String { literals.text(datum, type) }

    private static func short(_ text: String) -> String {
        let line = VisibleText.oneLine(text.split { $0.isWhitespace }.joined(separator: " "))
        return line.count <= longest ? line : line.prefix(longest - 1) + "…"
    }
}

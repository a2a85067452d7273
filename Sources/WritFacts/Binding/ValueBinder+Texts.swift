import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Booleans, texts, and texts that name something: zones and calendars.
extension ValueBinder {
    mutating func truth(_ node: DocumentNode) -> Datum {
        guard case .scalar(let text, let style) = node.content else { return refuseKind(node, wanted(.boolean)) }
        let canBe = style == .plain || style == .boolean
        if canBe, text == "true" { return .boolean(true) }
        if canBe, text == "false" { return .boolean(false) }
        let written = style == .quoted || style == .string ? "the text `\(text)`" : "`\(text)`"
        return refuse(
            .notATruth, "\(shown) is true or false, and \(written) is neither", at: node, "neither true nor false",
            help: "write true or false, without quotes")
    }

    mutating func text(_ node: DocumentNode) -> Datum {
        if let text = words(node) { return .text(TextForms.nfc(text)) }
        guard case .scalar(let text, _) = node.content else { return refuseKind(node, wanted(.text)) }
        return refuse(
            .wrongKind, "\(shown) is a text, and this is \(node.kindDescription)", at: node, node.kindDescription,
            help: "put it in quotes: \"\(text)\"")
    }

    mutating func zone(_ node: DocumentNode) -> Datum {
        guard let text = words(node) else { return refuseKind(node, wanted(.zone)) }
        if Zone.named(text) != nil { return .text(text) }
        let city = Zone.names.first { $0.split(separator: "/").last.map(String.init) == text.replacingSpaces }
        let guess = city ?? NearestName.of(text, among: Zone.names)
        return refuse(
            .unknownZone, "\(shown) is a time zone, and there is none called `\(text)`", at: node, "no such zone",
            help: guess.map { "did you mean `\($0)`?" } ?? "give \(wanted(.zone))")
    }

    mutating func calendar(_ node: DocumentNode) -> Datum {
        guard let text = words(node) else { return refuseKind(node, wanted(.calendar)) }
        let names = model.calendars.map(\.heading.name)
        if let index = names.firstIndex(of: TextForms.nfc(text)) { return .variant(index, []) }
        return refuse(
            .unknownCalendar, "\(shown) is a calendar of the policy, and it has none called `\(text)`", at: node,
            "no such calendar", help: NearestName.question(text, among: names) ?? "it has \(NearestName.list(names))")
    }
}

extension String {
    fileprivate var replacingSpaces: String { String(map { $0 == " " ? "_" : $0 } as [Character]) }
}

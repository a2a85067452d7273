import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// A value as a case of a file expects it: fields that are not written are not compared.
indirect enum ExpectedValue: Sendable {
    case whole(Datum)
    /// The number of a variant's case, and those of its fields that are written.
    case variantCase(Int, [Int: ExpectedValue])
    /// The fields of a record that are written.
    case record([Int: ExpectedValue])
    case list([ExpectedValue])
    /// The text of a message in one of the policy's languages.
    case message(String)

    func matches(_ actual: Datum?, _ model: CheckedModel) -> Bool {
        switch (self, actual) {
        case (.whole(let datum), nil): datum.isUnknown
        case (.whole(let datum), let actual?): datum.matches(actual)
        case (.variantCase(let index, let fields), .variant(let other, let values)?):
            index == other && Self.match(fields, values, model)
        case (.record(let fields), .record(let values)?): Self.match(fields, values, model)
        case (.list(let elements), .list(let values)?):
            elements.count == values.count && zip(elements, values).allSatisfy { $0.matches($1, model) }
        case (.message(let text), .message(let message)?): message.texts(model).contains(text)
        default: false
        }
    }

    private static func match(_ fields: [Int: ExpectedValue], _ values: [Datum], _ model: CheckedModel) -> Bool {
        fields.allSatisfy { index, expected in expected.matches(values[index], model) }
    }
}

extension RenderedMessage {
    /// What people may read: the text in the policy's first language, and in each of the others.
    fileprivate func texts(_ model: CheckedModel) -> [String] {
        ([nil] + model.languages).map { render(language: $0, model: model) }
    }

    /// Whether it reads the same. One text without a language may be that of any language.
    func readsLike(_ other: RenderedMessage, _ model: CheckedModel) -> Bool {
        let (texts, others) = (texts(model), other.texts(model))
        return self.texts.allSatisfy { $0.language == nil } ? others.contains(texts[0]) : texts == others
    }
}

/// Reads what is expected by its type.
struct ExpectedValueReader {
    let model: CheckedModel
    private(set) var sink = DiagnosticSink()

    init(model: CheckedModel) { self.model = model }

    /// Nil when it does not fit the type, which is then reported.
    mutating func read(_ node: DocumentNode, in slot: Slot) -> ExpectedValue? {
        switch slot.type {
        case .variant(let id): variant(node, id) ?? whole(node, in: slot)
        case .record(let id):
            node.entries.map { .record(fields($0, among: model[id].fields, of: "`\(model[id].heading.name)`")) }
                ?? whole(node, in: slot)
        case .list(let element): list(node, of: element, in: slot) ?? whole(node, in: slot)
        case .message: message(node, in: slot)
        default: whole(node, in: slot)
        }
    }

    private mutating func whole(_ node: DocumentNode, in slot: Slot) -> ExpectedValue? {
        var slot = slot
        slot.isOptional = true
        return ValueReader(model).read(node, in: slot, called: slot.name, sink: &sink).map(ExpectedValue.whole)
    }

    private mutating func message(_ node: DocumentNode, in slot: Slot) -> ExpectedValue? {
        let read = whole(node, in: slot)
        if case .whole(.text(let text))? = read { return .message(text) }
        return read
    }

    /// `refund`, whatever its fields, or `{refund: {amount: 12.00 USD}}`; nil where neither is written.
    private mutating func variant(_ node: DocumentNode, _ id: VariantID) -> ExpectedValue? {
        if case .scalar(let name, _) = node.content {
            return index(of: name, id).map { .variantCase($0, [:]) }
        }
        guard let entry = node.entries?.first, node.entries?.count == 1, let index = index(of: entry.key, id),
            let given = entry.value.isNull ? [] : entry.value.entries
        else { return nil }
        let fields = fields(given, among: model[id].cases[index].fields, of: "`\(entry.key)`")
        return .variantCase(index, fields)
    }

    private func index(of name: String, _ id: VariantID) -> Int? {
        let cases = model[id].cases
        return cases.firstIndex { $0.wireName == name } ?? cases.firstIndex { $0.name == name }
    }

    private mutating func list(_ node: DocumentNode, of element: WritType, in slot: Slot) -> ExpectedValue? {
        guard let nodes = node.elements else { return nil }
        var element = Slot(name: slot.name, type: element, isOptional: false, location: slot.location)
        element.unit = slot.unit
        return .list(nodes.compactMap { read($0, in: element) })
    }

    private mutating func fields(
        _ entries: [DocumentEntry], among slots: [Slot], of owner: String
    ) -> [Int: ExpectedValue] {
        var fields: [Int: ExpectedValue] = [:]
        for entry in entries {
            let found = slots.firstIndex { $0.wireName == entry.key } ?? slots.firstIndex { $0.name == entry.key }
            guard let index = found else {
                let names = slots.map(\.wireName)
                let all = names.isEmpty ? "it has none" : "it has \(Spelling.list(names))"
                sink.report(
                    Diagnostic(
                        .unknownExpectation, .error, "\(owner) has no `\(entry.key)`",
                        at: Label(entry.keyLocation, "not declared"),
                        help: Spelling.question(entry.key, among: names) ?? all))
                continue
            }
            if fields[index] != nil {
                sink.report(
                    Diagnostic(
                        .unknownExpectation, .error, "`\(slots[index].name)` is expected twice",
                        at: Label(entry.keyLocation, "again, by another name"),
                        help: "write it once, as `\(slots[index].wireName)`"))
            }
            fields[index] = read(entry.value, in: slots[index])
        }
        return fields
    }
}

extension ExpectedValue {
    /// As a policy writes it, with the fields that are compared.
    func literal(_ type: WritType, _ writer: ValueWriter, _ model: CheckedModel) -> String {
        switch (self, type) {
        case (.whole(let datum), _): return writer.literal(datum, type)
        case (.message(let text), _): return writer.literal(.text(text), .text)
        case (.variantCase(let index, let fields), .variant(let id)):
            let declared = model[id].cases[index]
            return declared.name + Self.list(fields, declared.fields, writer, model)
        case (.record(let fields), .record(let id)):
            return model[id].heading.name + Self.list(fields, model[id].fields, writer, model)
        case (.list(let elements), .list(let element)):
            return "[\(elements.map { $0.literal(element, writer, model) }.joined(separator: ", "))]"
        default: return ""
        }
    }

    private static func list(
        _ fields: [Int: ExpectedValue], _ slots: [Slot], _ writer: ValueWriter, _ model: CheckedModel
    ) -> String {
        if fields.isEmpty { return "" }
        let written = fields.sorted { $0.key < $1.key }.map { index, value in
            "\(slots[index].name): \(value.literal(slots[index].type, writer, model))"
        }
        return "(\(written.joined(separator: ", ")))"
    }
}

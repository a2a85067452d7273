import WritDiagnostics
import WritSource
import WritSyntax

/// Keeps messages, which people read, out of what is told from outside and compared: facts, params, arguments of decisions.
struct MessagePlacement {
    let elaboration: Elaboration

    /// The type, or one that agrees with everything where it is or holds a message, which is reported. `owner` says what is
    /// told, as in “a fact”.
    func plain(_ type: WritType, _ syntax: TypeSyntax?, for owner: String) -> WritType {
        guard let syntax, let found = elaboration.model.message(in: type) else { return type }
        let reason = "hosts tell plain values, and rules compare them"
        switch found {
        case .itself:
            elaboration.error(
                TypeCodes.messageTold, "\(owner) cannot be a `message`: \(reason)", at: syntax.location,
                "text that people read", help: "declare it as `text`, which has no holes and one language",
                fixIts: fixIts(syntax))
        case .slot(let slot):
            let name = TypeNames.quoted(type, in: elaboration.model)
            elaboration.error(
                TypeCodes.messageTold, "\(owner) cannot be \(name), which holds a `message`: \(reason)",
                at: syntax.location, "holds text that people read", also: [Label(slot.location, "the message")],
                help: "declare `\(slot.name)` as `text`, or keep the answer and what is told in types of their own")
        }
        return .poison
    }

    private func fixIts(_ syntax: TypeSyntax) -> [FixIt] {
        guard case .named = syntax else { return [] }
        return [FixIt("write `text`", replacing: syntax.location, with: "text")]
    }
}

extension CheckedModel {
    /// Where a type has a message: it is one, or a list of them, or a slot somewhere below is.
    enum FoundMessage {
        case itself
        case slot(Slot)
    }

    /// The first message in a type. Types do not contain themselves, but the same one may be in many: each is looked at once.
    func message(in type: WritType) -> FoundMessage? {
        switch type {
        case .message, .list, .record: break
        case .variant(let id): if self[id].isEnumeration { return nil }
        // Asked of both sides of every comparison, and nearly always of something that holds nothing.
        default: return nil
        }
        var seen: Set<WritType> = []
        return message(in: type, &seen)
    }

    private func message(in type: WritType, _ seen: inout Set<WritType>) -> FoundMessage? {
        guard seen.insert(type).inserted else { return nil }
        switch type {
        case .message: return .itself
        case .list(let element): return message(in: element, &seen)
        case .record(let id): return message(among: self[id].fields, &seen)
        case .variant(let id): return message(among: self[id].cases.flatMap(\.fields), &seen)
        default: return nil
        }
    }

    private func message(among slots: [Slot], _ seen: inout Set<WritType>) -> FoundMessage? {
        for slot in slots {
            switch message(in: slot.type, &seen) {
            case .itself?: return .slot(slot)
            case .slot(let inner)?: return .slot(inner)
            case nil: continue
            }
        }
        return nil
    }
}

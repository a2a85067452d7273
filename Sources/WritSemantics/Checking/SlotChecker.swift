import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Makes slots of fields and parameters, and reads their bounds once all types are known.
struct SlotChecker {
    let elaboration: Elaboration
    let globals: GlobalScope

    private var types: TypeResolver { TypeResolver(elaboration: elaboration, globals: globals) }

    /// The fields of a record or of a fact. A name or a wire name that stands twice is reported, and both are kept.
    func fields(_ syntax: [FieldSyntax], of owner: String) -> [Slot] {
        let slots = syntax.compactMap(field)
        reportDoubles(slots, of: owner)
        return slots
    }

    func parameters(_ syntax: [ParameterSyntax], of owner: String) -> [Slot] {
        let slots = syntax.compactMap(parameter)
        reportDoubles(slots, of: owner)
        return slots
    }

    /// Parameters whose arguments are values that rules compare. `owner` is what messages call one.
    func plainParameters(_ syntax: [ParameterSyntax], of declaration: String, for owner: String) -> [Slot] {
        var slots = parameters(syntax, of: declaration)
        let placement = MessagePlacement(elaboration: elaboration)
        for (index, syntax) in syntax.filter({ $0.name != nil }).enumerated() {
            slots[index].type = placement.plain(slots[index].type, syntax.type, for: owner)
        }
        return slots
    }

    private func field(_ syntax: FieldSyntax) -> Slot? {
        guard let name = syntax.name else { return nil }
        let written = types.slot(syntax.type)
        return Slot(
            name: name.text, type: written.type, isOptional: written.isOptional,
            wire: elaboration.fixed(syntax.wire, "a name in documents"),
            unit: written.unit, doc: elaboration.fixed(syntax.doc, "a description"), location: name.location)
    }

    private func parameter(_ syntax: ParameterSyntax) -> Slot? {
        guard let name = syntax.name else { return nil }
        let written = types.slot(syntax.type)
        return Slot(
            name: name.text, type: written.type, isOptional: written.isOptional, unit: written.unit,
            location: name.location)
    }

    private func reportDoubles(_ slots: [Slot], of owner: String) {
        MemberNames.check(
            slots.map { MemberNames.Member(name: $0.name, wire: $0.wire, location: $0.location) }, of: owner,
            elaboration)
    }

    // MARK: Bounds

    /// `between low and high`, in counts of the slot's type.
    func bounds(_ syntax: BoundsSyntax?, of slot: Slot) -> ClosedRange<Int128>? {
        guard let syntax, let low = syntax.low, let high = syntax.high, slot.type != .poison else { return nil }
        guard slot.type.isQuantity else {
            elaboration.error(
                .invalidBounds, "`\(slot.name)` cannot have bounds: its values have no order", at: syntax.location,
                "only for numbers, money, amounts of time, dates, times and instants", help: "remove the bounds")
            return nil
        }
        guard let lower = count(low, slot.type), let upper = count(high, slot.type) else { return nil }
        if lower <= upper { return lower...upper }
        elaboration.error(
            .invalidBounds, "the bounds of `\(slot.name)` are the wrong way round", at: syntax.location,
            "no value is between these", help: "write the lower one first")
        return nil
    }

    private func count(_ syntax: ExprSyntax, _ type: WritType) -> Int128? {
        let constants = ConstantChecker(elaboration: elaboration, globals: globals)
        guard case .count(let count) = constants.value(syntax, as: type, of: "a bound") else { return nil }
        return count
    }
}

/// Names that must differ inside one declaration, and their names in documents.
enum MemberNames {
    struct Member {
        var name: String
        var wire: String?
        var location: SourceLocation
    }

    static func check(_ members: [Member], of owner: String, _ elaboration: Elaboration) {
        if areFewAndDiffer(members) { return }
        var names: [String: SourceLocation] = [:]
        var wires: [String: SourceLocation] = [:]
        for member in members {
            let wire = member.wire ?? member.name
            if let first = names[member.name] {
                report("`\(member.name)` stands twice in \(owner)", member, first, elaboration)
            } else if let first = wires[wire] {
                report("two parts of \(owner) are called \"\(wire)\" in documents", member, first, elaboration)
            }
            names[member.name] = names[member.name] ?? member.location
            wires[wire] = wires[wire] ?? member.location
        }
    }

    /// Whether there are so few that comparing them takes less than hashing them, and no two are called the same.
    private static func areFewAndDiffer(_ members: [Member]) -> Bool {
        if members.count > 12 { return false }
        for index in members.indices.dropFirst() {
            let member = members[index]
            for other in members[..<index] {
                if member.name == other.name || (member.wire ?? member.name) == (other.wire ?? other.name) {
                    return false
                }
            }
        }
        return true
    }

    private static func report(_ message: String, _ member: Member, _ first: SourceLocation, _ elaboration: Elaboration)
    {
        elaboration.error(
            .duplicateMember, message, at: member.location, "again", also: [Label(first, "first here")],
            help: "give one of them another name")
    }
}

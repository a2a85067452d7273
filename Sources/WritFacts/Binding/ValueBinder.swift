import WritDiagnostics
import WritSemantics
import WritSource

/// Reads the values of one document by their declared types and reports what does not fit.
///
/// One mistake costs one message: a value that cannot be read becomes an unknown, and the reading goes on.
struct ValueBinder {
    let model: CheckedModel
    var place = ValuePlace(named: "")
    private(set) var sink = DiagnosticSink()
    private(set) var isBroken = false
    var missing: [MissingValue] = []
    /// The outermost missing record around the place, while the fields of one are gone through.
    private var missingRecord: FactPath?

    init(model: CheckedModel) { self.model = model }

    /// The value of a slot; `near` is where it would stand if it is missing.
    mutating func value(of node: DocumentNode?, in slot: Slot, near location: SourceLocation) -> Datum {
        guard let node, !isUnknown(node, for: slot.type) else { return nothing(node, in: slot, near: location) }
        return value(node, in: slot, as: slot.type)
    }

    /// A value that is there. `type` is that of the slot, or of an element of its list.
    mutating func value(_ node: DocumentNode, in slot: Slot, as type: WritType) -> Datum {
        switch type {
        case .boolean: truth(node)
        case .number(let scale): number(node, scale, slot)
        case .money(let currency, let scale): money(node, currency, scale, slot)
        case .text, .message: text(node)
        case .date: date(node, slot)
        case .time: time(node, slot)
        case .instant: instant(node, slot)
        case .zone: zone(node)
        case .calendar: calendar(node)
        case .amount(let kind): amount(node, kind, slot)
        case .variant(let id): variant(node, id)
        case .record(let id): record(node, id)
        case .list(let element): list(node, of: element, slot)
        case .quotient, .poison: preconditionFailure("no fact has this type")
        }
    }

    // MARK: Nothing

    /// `null` anywhere; the bare word `unknown` where it can mean nothing else.
    private func isUnknown(_ node: DocumentNode, for type: WritType) -> Bool {
        switch node.content {
        case .null: return true
        case .scalar("unknown", .plain): break
        default: return false
        }
        switch type {
        case .text, .message: return false
        case .variant(let id): return !model[id].cases.contains { $0.wireName == "unknown" || $0.name == "unknown" }
        default: return true
        }
    }

    private mutating func nothing(_ node: DocumentNode?, in slot: Slot, near location: SourceLocation) -> Datum {
        let location = node?.location.nonEmpty(or: location) ?? location
        guard case .fact = place.origin else { return nothingOutsideFacts(slot, node, location) }
        if !slot.isOptional {
            if case .record(let id) = slot.type, place.steps.count < 32 { return emptyRecord(id, node, location) }
            missing.append(
                MissingValue(
                    path: place.path, steps: place.reachSteps, outermost: missingRecord ?? place.path,
                    location: location,
                    isWritten: node != nil, wanted: wanted(slot.type, unit: slot.unit)))
        }
        return .unknown(.missing(place.path))
    }

    /// A required record that is missing is one whose fields are: those declared with `?` are then unknown.
    private mutating func emptyRecord(_ id: RecordID, _ node: DocumentNode?, _ location: SourceLocation) -> Datum {
        let outer = missingRecord
        missingRecord = outer ?? place.path
        defer { missingRecord = outer }
        let fields = model[id].fields.enumerated().map { index, field in
            below(.field(field.name), .field(index)) { $0.nothing(node, in: field, near: location) }
        }
        return .record(fields)
    }

    /// Params and arguments are no facts, so nobody can be asked for them later.
    private mutating func nothingOutsideFacts(_ slot: Slot, _ node: DocumentNode?, _ location: SourceLocation) -> Datum
    {
        if !slot.isOptional {
            report(
                .missingArgument, "\(shown) has no value", at: location, "a value is missing here",
                help: "give \(wanted(slot.type, unit: slot.unit))")
        }
        return .unknown(.nothing(Absence(.written, at: location)))
    }

    // MARK: Places and complaints

    /// Reads something one step further down.
    mutating func below<Result>(
        _ shown: FactPath.Step, _ reached: FactReach.Step, _ body: (inout ValueBinder) -> Result
    ) -> Result {
        place.steps.append(ValuePlace.Step(shown: shown, reached: reached))
        defer { place.steps.removeLast() }
        return body(&self)
    }

    /// The place as a message shows it.
    var shown: String { "`\(place.path.description)`" }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String, help: String? = nil,
        fixIts: [FixIt] = []
    ) {
        isBroken = true
        sink.report(Diagnostic(code, .error, message, at: Label(location, label), help: help, fixIts: fixIts))
    }

    /// Reports a value that cannot be read, and stands an unknown in for it.
    mutating func refuse(
        _ code: DiagnosticCode, _ message: String, at node: DocumentNode, _ label: String, help: String? = nil
    ) -> Datum {
        report(code, message, at: node.location, label, help: help)
        return .unknown(.nothing(Absence(.written, at: node.location)))
    }
}

extension SourceLocation {
    /// The first bytes of it, for what concerns a whole document.
    func start(_ length: Int) -> SourceLocation {
        SourceLocation(file, SourceRange(range.lower, min(range.lower + length, range.upper)))
    }

    func nonEmpty(or other: SourceLocation) -> SourceLocation { range.isEmpty ? other : self }
}

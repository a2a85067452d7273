import WritDiagnostics
import WritSemantics

/// Declarations that nothing reads: no rule, no promise, no other declaration and nothing that a test expects.
///
/// A policy that decides nothing itself is there for others, so what it declares is looked at only where one of them is loaded too.
enum UnusedCheck: AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding] {
        // Everything in a library is for somebody who is not here.
        if model.decisions.isEmpty { return [] }
        let readings = ModelReadings(model)
        let deciding = Set(model.decisions.map(\.heading.policy) + model.promises.map(\.heading.policy))
        let judged = deciding.union(readings.sharedPolicies)
        return candidates(model, readings).filter { judged.contains($0.heading.policy) }.map(finding)
    }

    /// A declaration without a reader.
    private struct Candidate {
        var what: String
        var heading: Heading
        var help: String
    }

    private static func candidates(_ model: CheckedModel, _ readings: ModelReadings) -> [Candidate] {
        let facts = indices(model.facts, FactID.init, notIn: readings.facts).map {
            Candidate(
                what: "fact", heading: model[$0].heading, help: factHelp)
        }
        let params = indices(model.params, ParamID.init, notIn: readings.params).map {
            Candidate(
                what: "param", heading: model[$0].heading,
                help: "remove it, or use it in place of the number it stands for")
        }
        let defines = indices(model.defines, DefineID.init, notIn: readings.defines).map {
            Candidate(
                what: "define", heading: model[$0].heading, help: "remove it, or use it where its words are repeated")
        }
        let actions = indices(model.actions, ActionID.init, notIn: readings.actions).map {
            Candidate(
                what: "action", heading: model[$0].heading,
                help: "remove it, or write `do` in the rule that asks for it")
        }
        return facts + fields(model, readings) + params + defines + actions + types(model, readings)
            + calendars(model, readings)
    }

    /// Fields of facts that are written field by field. A record with a name may have fields that its other users read.
    private static func fields(_ model: CheckedModel, _ readings: ModelReadings) -> [Candidate] {
        let fields = FieldReadings(model)
        return model.facts.indices.flatMap { index -> [Candidate] in
            let fact = model.facts[index]
            guard readings.facts.contains(FactID(index)), case .record(let id) = fact.slot.type,
                model[id].heading.location == fact.heading.location
            else { return [] }
            return model[id].fields.enumerated().filter { !fields.isRead($0.offset, of: id) }.map { _, slot in
                var heading = fact.heading
                heading.name += ".\(slot.name)"
                heading.location = slot.location
                return Candidate(what: "fact", heading: heading, help: factHelp)
            }
        }
    }

    private static let factHelp =
        "remove it, so that no host tells it in vain, or write the rule that it is for"

    private static func types(_ model: CheckedModel, _ readings: ModelReadings) -> [Candidate] {
        let help = "remove it, or declare what has this type"
        let variants = indices(model.variants, VariantID.init, notIn: readings.variants).map {
            Candidate(what: "type", heading: model[$0].heading, help: help)
        }
        let records = indices(model.records, RecordID.init, notIn: readings.records).map {
            Candidate(what: "record", heading: model[$0].heading, help: help)
        }
        return variants + records
    }

    private static func calendars(_ model: CheckedModel, _ readings: ModelReadings) -> [Candidate] {
        if readings.hostsChooseCalendars { return [] }
        return indices(model.calendars, CalendarID.init, notIn: readings.calendars).map {
            Candidate(what: "calendar", heading: model[$0].heading, help: "remove it, or count working days `on` it")
        }
    }

    private static func indices<Element, ID: ModelID>(
        _ table: [Element], _ id: (Int) -> ID, notIn read: Set<ID>
    ) -> [ID] {
        table.indices.map(id).filter { !read.contains($0) }
    }

    private static func finding(_ candidate: Candidate) -> Finding {
        Finding(
            .unused, "nothing reads \(candidate.what) `\(candidate.heading.name)`",
            at: Label(candidate.heading.location, "never read"), help: candidate.help)
    }
}

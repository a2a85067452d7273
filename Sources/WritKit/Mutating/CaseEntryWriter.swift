import WritSemantics
import WritSource

/// Writes a case and what the policy answers to it as an entry of a file of cases, on top of the case it was made from.
struct CaseEntryWriter {
    let policy: Policy

    private var model: CheckedModel { policy.model }

    func text(of missing: MissingTest, named name: String) -> String {
        var lines = ["- name: \(quoted(name))"]
        var told: [ToldFact]
        if let base = missing.start, base.isFiled {
            lines.append("  like: \(quoted(base.name))")
            told = model.told(missing.changes.map(\.path), of: missing.decided.question.facts)
        } else {
            told = model.told(everyFact, of: missing.decided.question.facts)
        }
        lines.append("  decision: \(missing.decided.decision)")
        if !told.isEmpty { lines.append("  facts: \(facts(told))") }
        if missing.start?.isFiled != true { lines += settings(missing.decided.question) }
        lines.append("  expect: \(expectation(missing))")
        return lines.joined(separator: "\n") + "\n"
    }

    private var everyFact: [FactPath] {
        model.facts.indices.map { FactPath(fact: FactID($0), name: model.facts[$0].heading.name) }
    }

    private func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return json.text
    }

    // MARK: What is told

    /// Nested as the records are, each name once.
    private func facts(_ told: [ToldFact]) -> String {
        var tree = FactTree()
        for fact in told {
            let names = model.slots(to: fact).map(\.wireName)
            var json = JSONWriter()
            policy.json(in: nil).write(fact.value, fact.type, to: &json)
            tree.add(names[...], json.text)
        }
        return tree.text
    }

    private func settings(_ question: Question) -> [String] {
        let decision = model[question.decision]
        var lines: [String] = []
        if !question.arguments.isEmpty {
            lines.append("  arguments: \(object(zip(decision.parameterSlots, question.arguments).map { ($0, $1) }))")
        }
        let params = question.params.overrides.enumerated().compactMap { index, value in
            value.map { (named(model[ParamID(index)]), $0) }
        }
        if !params.isEmpty { lines.append("  params: \(object(params))") }
        return lines
    }

    private func named(_ param: Param) -> Slot {
        var slot = param.slot
        slot.wire = param.heading.name
        return slot
    }

    private func object(_ values: [(Slot, Datum)]) -> String {
        var json = JSONWriter()
        policy.json(in: nil).object(values.map(\.1), values.map(\.0), to: &json)
        return json.text
    }

    // MARK: What is expected

    private func expectation(_ missing: MissingTest) -> String {
        let decided = missing.decided
        var json = JSONWriter()
        json.object { json in
            json.field("status", decided.status.rawValue)
            if let outcome = decided.answer.outcome {
                json.key("outcome")
                policy.json(in: nil).write(outcome, decided.type, to: &json)
            }
            if let fault = decided.fault { json.field("fault", fault.kind.rawValue) }
            if decided.answer.outcome == nil, !decided.needs.isEmpty {
                json.key("needs")
                json.array(decided.needs) { $0.string($1) }
            }
            if decided.status == .determined, !decided.rules.isEmpty {
                json.key("rule")
                if decided.rules.count == 1 {
                    json.string(decided.rules[0])
                } else {
                    json.array(decided.rules) { $0.string($1) }
                }
            }
            if decided.status == .determined { actions(decided, &json) }
            if missing.isAboutWords, !decided.because.isEmpty { json.field("because", decided.because) }
        }
        return json.text
    }

    private func actions(_ decided: Decided, _ json: inout JSONWriter) {
        json.key("actions")
        json.array(decided.actions) { json, action in
            json.object { json in
                json.field("action", action.name)
                json.key("arguments")
                json.object { json in
                    for (name, value) in action.arguments {
                        json.key(name)
                        value.writer.write(value.datum, value.type, to: &json)
                    }
                }
            }
        }
    }
}

extension TestCase {
    /// Whether it is a case of a file.
    var isFiled: Bool {
        if case .filed = kind { true } else { false }
    }
}

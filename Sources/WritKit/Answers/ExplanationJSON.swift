import WritEngine
import WritSemantics
import WritSource

/// Writes explanations as JSON.
struct ExplanationJSON {
    private let decided: Decided
    private let writer: ValueWriter
    private let conditions: ConditionText
    private var model: CheckedModel { decided.policy.model }

    static func write(_ decided: Decided, to json: inout JSONWriter) {
        let conditions = ConditionText(model: decided.policy.model)
        ExplanationJSON(decided: decided, writer: decided.writer, conditions: conditions).write(
            decided.explanation, to: &json)
    }

    private func write(_ explanation: Explanation, to json: inout JSONWriter) {
        json.object { json in
            trace(explanation.trace, to: &json)
            json.key("decisions")
            json.array(explanation.nested) { json, nested in
                json.object { json in
                    json.field("decision", decided.policy.name(of: nested.answer.decision))
                    answer(nested.answer, to: &json)
                    trace(nested, to: &json)
                }
            }
            json.key("changes")
            json.array(explanation.changes.changes) { change($1, to: &$0) }
            json.field("changesAreComplete", explanation.changes.isComplete)
            json.field("changesAreCapped", explanation.changes.isCapped)
        }
    }

    private func trace(_ trace: DecisionTrace, to json: inout JSONWriter) {
        json.key("facts")
        json.object { facts(trace.facts, to: &$0) }
        json.key("params")
        json.array(trace.params) { param($1, to: &$0) }
        json.key("rules")
        json.array(trace.rules) { rule($1, to: &$0) }
    }

    private func facts(_ facts: [UsedFact], to json: inout JSONWriter) {
        for fact in facts {
            json.key(fact.path.description)
            writer.write(fact.value, fact.type, to: &json)
        }
    }

    private func param(_ used: UsedParam, to json: inout JSONWriter) {
        json.object { json in
            json.field("param", model[used.param].heading.name)
            json.key("value")
            writer.write(used.value, model[used.param].slot.type, to: &json)
            json.field("source", used.source?.description)
            json.field("isGiven", used.isOverridden)
        }
    }

    private func rule(_ tried: TriedRule, to json: inout JSONWriter) {
        json.object { json in
            json.field("rule", tried.name)
            json.field("at", tried.location.description)
            json.field("fate", tried.fate.rawValue)
            json.key("stoppedBy")
            json.array(tried.stoppedBy) { condition($1, in: tried, to: &$0) }
        }
    }

    private func condition(_ tried: TriedCondition, in rule: TriedRule, to json: inout JSONWriter) {
        json.object { json in
            json.field("condition", conditions.text(of: tried.term, in: rule))
            json.field("at", tried.location.description)
            json.field("isUnknown", tried.value.isUnknown)
            json.key("waitsFor")
            json.array(tried.waitsFor) { $0.string($1.description) }
            json.key("tests")
            json.array(tried.tests) { test($1, to: &$0) }
            json.key("facts")
            json.object { facts(tried.facts, to: &$0) }
        }
    }

    private func test(_ test: TriedTest, to json: inout JSONWriter) {
        json.object { json in
            json.field("test", conditions.text(of: test.term))
            json.key("value")
            writer.write(test.value, .boolean, to: &json)
            json.key("sides")
            json.array(test.sides) { side($1, to: &$0) }
        }
    }

    private func side(_ side: TestedSide, to json: inout JSONWriter) {
        json.object { json in
            json.field("text", conditions.name(of: side.term))
            json.key("value")
            if let value = side.value { writer.write(value, side.type, to: &json) } else { json.null() }
            json.field("isRounded", side.isRounded)
            json.field("fact", side.path?.description)
        }
    }

    private func change(_ change: Change, to json: inout JSONWriter) {
        json.object { json in
            json.field("fact", change.fact.path.description)
            json.key("value")
            writer.write(change.value, change.fact.type, to: &json)
            answer(change.answer, to: &json)
        }
    }

    private func answer(_ answer: Answer, to json: inout JSONWriter) {
        json.field("status", answer.status.rawValue)
        json.key("outcome")
        if let outcome = answer.outcome {
            writer.write(outcome, model[answer.decision].type, to: &json)
        } else {
            json.null()
        }
        json.key("rule")
        json.array(answer.rules) { $0.string(decided.policy.name(of: $1, in: answer.decision)) }
    }
}

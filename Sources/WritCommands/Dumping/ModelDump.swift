import WritSemantics

/// The checked model: what the declarations mean, with every name bound and every default explicit.
struct ModelDump {
    private let model: CheckedModel
    private let printer: TermPrinter

    init(_ model: CheckedModel) {
        self.model = model
        printer = TermPrinter(model: model)
    }

    var text: String {
        let params = model.params.map { "param \($0.heading.name) = \(printer.text($0.value))\n" }
        let defines = model.defines.map { "define \($0.heading.name) = \(printer.text($0.body))\n" }
        let decisions = model.decisions.map(decision)
        let promises = model.promises.map {
            "\($0.isNever ? "never" : "always") \($0.heading.name) \(printer.text($0.condition))\n"
        }
        let (relations, acceptances) = (model.relations.map(relation), model.acceptances.map(acceptance))
        return (params + defines + decisions + promises + relations + acceptances).joined()
    }

    private func relation(_ relation: RelationalPromise) -> String {
        let path = relation.path(in: model).description
        let condition = relation.condition.map { " while \(printer.text($0))" } ?? ""
        return
            "always \(relation.heading.name) whenever \(path) \(relation.changeRises ? "rises" : "falls")\(condition), "
            + "\(printer.text(relation.value)) never \(relation.valueNever.rawValue)\n"
    }

    private func acceptance(_ acceptance: Acceptance) -> String {
        let rule = acceptance.rule.map { " of \($0)" } ?? ""
        let until = acceptance.until.map { " until \(printer.text(day($0, acceptance)))" } ?? ""
        let owner = acceptance.decision.map { "  decision \(model[$0].heading.name)\n" } ?? ""
        return "accept \(acceptance.kind.rawValue)\(rule) \"\(acceptance.reason)\"\(until)\n"
            + "  in \(acceptance.scope.description)\n" + owner
    }

    private func day(_ number: Int, _ acceptance: Acceptance) -> Term {
        Term(.constant(.count(Int128(number))), .date, acceptance.location)
    }

    private func decision(_ decision: Decision) -> String {
        var text = "decision \(decision.heading.name) \(decision.mode.rawValue)\n"
        for column in decision.columns {
            text += "  column \(model[column.local].name) = \(printer.text(column.value))\n"
        }
        for rule in decision.rules {
            text += "  rule \(rule.name)\n    when \(printer.text(rule.condition))\n" + conclusion(rule.conclusion)
        }
        if let otherwise = decision.otherwise { text += "  otherwise\n" + conclusion(otherwise) }
        if let undetermined = decision.undetermined { text += "  when undetermined\n" + conclusion(undetermined) }
        return text
    }

    private func conclusion(_ conclusion: Conclusion) -> String {
        var text = conclusion.value.map { "    then \(printer.text($0))\n" } ?? ""
        for call in conclusion.actions {
            let arguments = call.arguments.map { $0.map(printer.text) ?? "-" }
            text += "    do \(model[call.action].heading.name)(\(arguments.joined(separator: ", ")))\n"
        }
        return text
    }
}

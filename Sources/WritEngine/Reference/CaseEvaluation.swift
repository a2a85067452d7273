import WritSemantics
import WritSource

/// The evaluation of one case: what is asked of it is worked out once.
final class CaseEvaluation<Observer: EvaluationObserver> {
    let model: CheckedModel
    let facts: FactSet
    let params: ParamSet
    var observer: Observer
    private var workedOut: [Call: (scope: EvaluationScope, value: Evaluated)] = [:]
    private var answers: [Call: (scope: EvaluationScope, resolution: Resolution)] = [:]
    private var scopeCount = 0

    /// What names a thing that is worked out once.
    private enum Call: Hashable {
        case define(DefineID, [Evaluated])
        case decision(DecisionID, [Evaluated])
        case param(ParamID)
    }

    init(_ model: CheckedModel, _ facts: FactSet, _ params: ParamSet, observer: Observer) {
        self.model = model
        self.facts = facts
        self.params = params
        self.observer = observer
    }

    func fact(_ id: FactID, _ type: WritType) -> Evaluated {
        let path = Observer.isObserving ? FactPath(fact: id, name: model.facts[id.index].heading.name) : nil
        return seen(Evaluated(facts[id], path: path), type)
    }

    func param(_ id: ParamID) -> Evaluated {
        let value = once(.param(id), .param(id)) {
            self.params[id].map { Evaluated($0) } ?? self.evaluate(self.model[id].value, Locals())
        }
        observer.read(id, value.datum)
        return Evaluated(value.datum)
    }

    func define(_ id: DefineID, _ arguments: [Evaluated]) -> Evaluated {
        let define = model[id]
        return once(.define(id, arguments), .define(id)) {
            self.evaluate(define.body, Locals(define.parameters, arguments))
        }
    }

    func decision(_ id: DecisionID, _ arguments: [Evaluated]) -> Resolution {
        let call = Call.decision(id, arguments)
        if let known = answers[call] {
            observer.recalled(known.scope)
            return known.resolution
        }
        let scope = newScope(.decision(id, arguments: arguments.map(\.datum)))
        observer.began(scope)
        let resolution = resolve(id, arguments)
        observer.answered(resolution.answer)
        observer.ended(scope)
        answers[call] = (scope, resolution)
        return resolution
    }

    /// A local's value; a column is worked out when it is first read.
    func local(_ id: LocalID, _ locals: Locals, _ type: WritType) -> Evaluated {
        if let value = locals.values[id] {
            if let scope = locals.columnScopes[id] { observer.recalled(scope) }
            return seen(value, type)
        }
        guard let column = locals.columns[id] else { preconditionFailure("local \(id.index) is not bound") }
        let scope = newScope(.column(id))
        observer.began(scope)
        let value = evaluate(column, locals)
        observer.ended(scope)
        locals.values[id] = value
        locals.columnScopes[id] = scope
        return value
    }

    private func once(_ call: Call, _ kind: EvaluationScope.Kind, _ work: () -> Evaluated) -> Evaluated {
        if let known = workedOut[call] {
            observer.recalled(known.scope)
            return known.value
        }
        let scope = newScope(kind)
        observer.began(scope)
        let value = work()
        observer.ended(scope)
        workedOut[call] = (scope, value)
        return value
    }

    private func newScope(_ kind: EvaluationScope.Kind) -> EvaluationScope {
        scopeCount += 1
        return EvaluationScope(kind: kind, number: scopeCount)
    }

    /// Reports a value that was read. Records and lists are reported by what uses them, mostly part by part.
    func seen(_ value: Evaluated, _ type: WritType) -> Evaluated {
        guard let path = value.path, case .datum(let datum) = value.content else { return value }
        switch datum {
        case .record, .list: break
        default: observer.read(path, datum, type)
        }
        return value
    }

    /// Reports a record or list that is used as a whole.
    func used(_ value: Evaluated, _ type: WritType) {
        guard let path = value.path, case .datum(let datum) = value.content else { return }
        switch datum {
        case .record, .list: observer.read(path, datum, type)
        default: break
        }
    }
}

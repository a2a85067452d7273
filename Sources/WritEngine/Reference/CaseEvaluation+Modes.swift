import WritSemantics

extension CaseEvaluation {
    /// Goes through the rules to the first that applies.
    func makeFirst(_ making: DecisionMaking) -> Resolution {
        var tried = TriedRules()
        for index in making.decision.rules.indices where tried.applying.isEmpty {
            tried.add(index, tryRule(index, making))
        }
        let reached = conclude(tried.applying.first.map { .rule($0) } ?? .otherwise, making)
        return settle(reached: reached ?? unreached(tried, making), tried, making)
    }

    /// Tries all rules; two that apply are a fault.
    func makeUnique(_ making: DecisionMaking) -> Resolution {
        let tried = tryAll(making)
        if tried.applying.count > 1 {
            let names = tried.applying.map { making.decision.rules[$0].name }.joined(separator: ", ")
            let fault = Fault(.severalRules, at: making.decision.heading.location, detail: names)
            return open(OpenCauses([.fault(fault)]), held: tried.heldRules, making)
        }
        if let index = tried.applying.first { return settle(reached: conclude(.rule(index), making)!, tried, making) }
        return settle(reached: conclude(.otherwise, making) ?? unreached(tried, making), tried, making)
    }

    /// What stands for the reached conclusion where the search ends at nothing: a gap, unless a held rule may still close it.
    private func unreached(_ tried: TriedRules, _ making: DecisionMaking) -> Concluded? {
        tried.held.isEmpty ? noRule(making) : nil
    }

    func tryAll(_ making: DecisionMaking) -> TriedRules {
        making.decision.rules.indices.reduce(into: TriedRules()) { $0.add($1, tryRule($1, making)) }
    }

    /// The reached conclusion, when all held ones agree with it.
    private func settle(reached: Concluded?, _ tried: TriedRules, _ making: DecisionMaking) -> Resolution {
        let held = tried.held.map { conclude(.rule($0), making)! }
        if let reached, reached.cause == nil, held.allSatisfy({ $0.agrees(with: reached) }) {
            return determined(reached.value, [reached], held: tried.heldRules, making)
        }
        let conclusions = held + [reached].compactMap(\.self)
        return open(OpenCauses(tried.causes + conclusions.map(\.cause)), held: tried.heldRules, making)
    }

    /// All rules that apply, together.
    func makeCollected(_ making: DecisionMaking) -> Resolution {
        let tried = tryAll(making)
        let conclusions = tried.applying.map { conclude(.rule($0), making)! }
        let causes = OpenCauses(tried.causes + conclusions.map(\.cause))
        if !causes.causes.isEmpty {
            let isList = making.decision.mode == .collect
            let certain = isList ? conclusions.filter { $0.cause == nil }.compactMap(\.value) : []
            return open(causes, held: tried.heldRules, certain: certain, making)
        }
        if conclusions.isEmpty { return ofNothing(making) }
        return together(conclusions, making)
    }

    /// No rule applies and none is held.
    private func ofNothing(_ making: DecisionMaking) -> Resolution {
        if let otherwise = conclude(.otherwise, making) {
            if let cause = otherwise.cause { return open(OpenCauses([cause]), held: [], making) }
            return determined(outcome(ofOtherwise: otherwise, making), [otherwise], held: [], making)
        }
        switch making.decision.mode {
        case .collect: return determined(.list([]), [], held: [], making)
        case .sum, .count: return determined(.count(0), [], held: [], making)
        default: return settle(reached: noRule(making), TriedRules(), making)
        }
    }

    /// Under `collect` it is an element, or the list.
    private func outcome(ofOtherwise otherwise: Concluded, _ making: DecisionMaking) -> Datum? {
        switch making.decision.mode {
        case .collect where making.decision.otherwise?.value?.type != making.decision.type: .list([otherwise.value!])
        case .count: otherwise.value ?? .count(0)
        default: otherwise.value
        }
    }

    private func together(_ conclusions: [Concluded], _ making: DecisionMaking) -> Resolution {
        let values = conclusions.compactMap(\.value)
        switch making.decision.mode {
        case .collect: return determined(.list(values), conclusions, held: [], making)
        case .count: return determined(.count(Int128(conclusions.count)), conclusions, held: [], making)
        case .min: return determined(.count(values.map(\.asCount).min()!), conclusions, held: [], making)
        case .max: return determined(.count(values.map(\.asCount).max()!), conclusions, held: [], making)
        default: return total(values.map(\.asCount), conclusions, making)
        }
    }

    /// The values are kept ones, so no number of rules brings their total out of `Int128`; as an outcome it must fit `Int64`.
    private func total(_ counts: [Int128], _ conclusions: [Concluded], _ making: DecisionMaking) -> Resolution {
        let total = counts.reduce(0, +)
        if Int64(exactly: total) != nil { return determined(.count(total), conclusions, held: [], making) }
        let decision = making.decision
        let detail = FaultDetail.text(total, decision.type)
        let fault = Fault(.overflow, at: decision.heading.location, detail: detail)
        return open(OpenCauses([.fault(fault)]), held: [], making)
    }
}

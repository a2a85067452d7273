import WritSemantics

extension SymbolicEvaluation {
    func conclude(_ conclusion: Conclusion, _ locals: SymbolicLocals) -> ConclusionSymbol {
        let value = conclusion.value.map { evaluate($0, locals) }
        let type = conclusion.value?.type ?? .integer
        var blocks = value.map { [blocked($0, type)] } ?? []
        let actions = conclusion.actions.map { call in
            ActionSymbol(action: call.action, arguments: call.arguments.map { $0.map { evaluate($0, locals) } })
        }
        for action in actions {
            for (argument, slot) in zip(action.arguments, model[action.action].parameters) {
                if let argument { blocks.append(blocked(argument, slot)) }
            }
        }
        let isBlocked = table.any(blocks.map(\.isBlocked))
        return ConclusionSymbol(
            known: !isBlocked, faulted: table.any(blocks.map(\.isFaulted)), value: value, type: type, actions: actions)
    }

    /// Where a part that must be known is not, and where that is for a fault.
    private typealias Block = (isBlocked: Formula, isFaulted: Formula)

    private func blocked(_ part: Symbol, _ slot: Slot) -> Block {
        let inside = blocked(part, slot.type)
        if !slot.isOptional { return inside }
        // Left open is allowed, gone wrong is not; what is there must be whole.
        let whole = table.all([part.known, inside.isBlocked])
        return (
            table.any([part.faulted, whole]), table.any([part.faulted, table.all([part.known, inside.isFaulted])])
        )
    }

    private func blocked(_ symbol: Symbol, _ type: WritType) -> Block {
        var blocks: [Block] = []
        switch (symbol.content, type) {
        case (.record(let fields), .record(let id)):
            blocks = zip(fields, model[id].fields).map { blocked($0, $1) }
        case (.variant(let cases), .variant(let id)):
            for one in cases {
                for (field, slot) in zip(one.fields, model[id].cases[one.index].fields) {
                    let block = blocked(field, slot)
                    blocks.append((table.all([one.isIt, block.isBlocked]), table.all([one.isIt, block.isFaulted])))
                }
            }
        case (.list(let list), .list(let element)):
            for part in list.parts {
                switch part {
                case .element(let isThere, let symbol):
                    let block = blocked(symbol, element)
                    blocks.append((table.all([isThere, block.isBlocked]), table.all([isThere, block.isFaulted])))
                case .many(let isThere, let many):
                    let (block, passes) = ofStandIn(many) { (blocked($0.value, element), $0.passes) }
                    follow(many, block.isBlocked) { self.blocked($0, element).isBlocked }
                    func some(_ formula: Formula) -> Formula {
                        table.all([isThere, self.some(of: many.base, table.all([passes, formula]))])
                    }
                    blocks.append((some(block.isBlocked), some(block.isFaulted)))
                }
            }
        default: break
        }
        let inside = table.any(blocks.map(\.isBlocked))
        return (
            table.any([!symbol.known, inside]),
            table.any([symbol.faulted, table.all([symbol.known, table.any(blocks.map(\.isFaulted))])])
        )
    }

    /// Where two conclusions are known, equal in value and actions, and have no unknown part.
    func agree(_ left: ConclusionSymbol, _ right: ConclusionSymbol) -> Formula {
        guard left.actions.map(\.action) == right.actions.map(\.action) else { return .no }
        var parts = [left.known, right.known]
        if let a = left.value, let b = right.value {
            if left.type == right.type, table.certainlyDiffer(a, b) { return .no }
            parts.append(equal(a, left.type, b, right.type).isTrue)
        }
        for (a, b) in zip(left.actions, right.actions) {
            let slots = model[a.action].parameters
            for (slot, pair) in zip(slots, zip(a.arguments, b.arguments)) {
                switch pair {
                case (nil, nil): continue
                case (let x?, let y?): parts.append(equal(x, slot.type, y, slot.type).isTrue)
                default: return .no
                }
            }
        }
        return table.all(parts)
    }
}

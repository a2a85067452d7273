import WritSemantics
import WritValues

extension BranchCompiler {
    /// The node at which a value is worked out, for what `use` makes of its place.
    mutating func value(
        _ term: Term, _ use: (inout BranchCompiler, CellPlace) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        if let datum = constantDatum(term) { return try use(&self, constant(datum, term.type)) }
        switch term.kind {
        case .fact(let id): return try use(&self, CellPlace(base: .fact, index: Int32(layout.facts[id.index])))
        case .field(let record, let index):
            guard case .record(let id) = record.type else { throw Obstacle("a field of no record") }
            let offset = layout.offset(of: index, in: id)
            return try value(record) { compiler, place throws(Obstacle) in
                try use(&compiler, place.advanced(by: offset))
            }
        case .local(let id):
            switch locals[id] {
            case .place(let place): return try use(&self, place)
            case .block(let block): return try once(block, use)
            case .constant, nil:
                throw Obstacle("a local of this kind \(id.index < model.localCount ? model[id].name : "synthetic")")
            }
        case .param(let id):
            guard let block = paramBlocks[id] else { throw Obstacle("a param of this kind") }
            return try once(block, use)
        case .define(let id, let arguments):
            if let block = defineBlocks[id], arguments.isEmpty, try inlined(id, arguments) == nil {
                return try once(block, use)
            }
            guard let body = try inlined(id, arguments, always: true) else { throw Obstacle("a define") }
            return try inline(body, id, arguments) { compiler throws(Obstacle) in try compiler.value(body, use) }
        case .decision(let id, let arguments): return try decision(id, arguments, use)
        case .bounded(let operand): return try value(operand, use)
        case .rescale(let operand, let scale) where scale == operand.type.scale: return try value(operand, use)
        default: break
        }
        let place = temporary(layout.width(of: term.type))
        let next = try use(&self, place)
        return try value(term, into: place, next: next)
    }

    /// The value of a term as a term of its own that may be read several times.
    mutating func bound(
        _ term: Term, _ use: (inout BranchCompiler, Term) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        try value(term) { compiler, place throws(Obstacle) in
            let local = LocalID(compiler.model.localCount + compiler.syntheticLocals)
            compiler.syntheticLocals += 1
            compiler.locals[local] = .place(place)
            return try use(&compiler, Term(.local(local), term.type, term.location))
        }
    }

    private mutating func once(
        _ block: Block, _ use: (inout BranchCompiler, CellPlace) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        let next = try use(&self, block.result)
        return try emit(BranchNode(op: .once, a: block.flag, b: block.entry, yes: next))
    }

    // MARK: Defines

    /// The body, where it stands in place of the define: what is used once, and what takes arguments.
    func inlined(_ id: DefineID, _ arguments: [Term], always: Bool = false) throws(Obstacle) -> Term? {
        if inlineDepth > 40 { throw Obstacle("defines that nest deeply") }
        let define = model[id]
        if always || !define.parameters.isEmpty || define.body.isLeaf { return define.body }
        return uses.isUsedOnceOutsideLoops(id) && inlineDepth < 16 ? define.body : nil
    }

    mutating func inline(
        _ body: Term, _ make: (inout BranchCompiler) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        inlineDepth += 1
        defer { inlineDepth -= 1 }
        return try make(&self)
    }

    /// Binds the parameters to the arguments while the body is made.
    mutating func inline(
        _ body: Term, _ id: DefineID, _ arguments: [Term], _ make: (inout BranchCompiler) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        try places(arguments[...], []) { compiler, places throws(Obstacle) in
            let outer = compiler.locals
            for (local, place) in zip(compiler.model[id].parameters, places) { compiler.locals[local] = .place(place) }
            defer { compiler.locals = outer }
            return try compiler.inline(body, make)
        }
    }

    /// The places of several values.
    mutating func places(
        _ terms: ArraySlice<Term>, _ found: [CellPlace],
        _ use: (inout BranchCompiler, [CellPlace]) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        guard let first = terms.first else { return try use(&self, found) }
        return try value(first) { compiler, place throws(Obstacle) in
            try compiler.places(terms.dropFirst(), found + [place], use)
        }
    }

    // MARK: Into a place

    mutating func set(_ place: CellPlace, _ value: Int64, next: Label) throws(Obstacle) -> Label {
        try emit(BranchNode(op: .set, a: place.index, yes: next, low: value))
    }

    mutating func setUnknown(_ place: CellPlace, width: Int, next: Label) throws(Obstacle) -> Label {
        var next = next
        for offset in 0..<width { next = try set(place.advanced(by: offset), CaseRow.unknown, next: next) }
        return next
    }

    mutating func copy(_ source: CellPlace, to place: CellPlace, width: Int, next: Label) throws(Obstacle) -> Label {
        if source == place { return next }
        return try emit(
            BranchNode(op: .copy, bBase: source.base, a: place.index, b: source.index, yes: next, low: Int64(width)))
    }

    mutating func value(_ term: Term, into place: CellPlace, next: Label) throws(Obstacle) -> Label {
        if term.type == .boolean, term.isCondition {
            let yes = try set(place, 1, next: next)
            let no = try set(place, 0, next: next)
            let unknown = try set(place, CaseRow.unknown, next: next)
            return try condition(term, BranchTargets(yes: yes, no: no, unknown: unknown))
        }
        if let datum = constantDatum(term) {
            var next = next
            for (offset, cell) in try cells(of: datum, term.type).enumerated() {
                next = try set(place.advanced(by: offset), cell, next: next)
            }
            return next
        }
        let width = layout.width(of: term.type)
        switch term.kind {
        case .makeRecord(let id, let parts):
            let slots = model[id].fields
            var next = next
            for index in parts.indices.reversed() {
                let part = place.advanced(by: layout.offset(of: index, in: id))
                next = try self.part(parts[index], slots[index].type, into: part, next: next)
            }
            return try set(place, 0, next: next)
        case .makeCase(let id, let number, let parts):
            let made = try self.parts(parts, number, of: id, into: place, next: next)
            return try set(place, Int64(number), next: made)
        case .caseField(let variant, let places): return try caseField(variant, places, width, into: place, next: next)
        case .orElse(let first, let second):
            let instead = try value(second, into: place, next: next)
            let test = try self.test(.isKnown, place, BranchTargets(yes: next, no: instead, unknown: instead))
            return try value(first, into: place, next: test)
        case .conditional(let condition, let then, let otherwise):
            let yes = try value(then, into: place, next: next)
            let no = try value(otherwise, into: place, next: next)
            let unknown = try setUnknown(place, width: width, next: next)
            return try self.condition(condition, BranchTargets(yes: yes, no: no, unknown: unknown))
        case .add(let left, let right): return try operation(.add, left, right, into: place, next: next)
        case .subtract(let left, let right): return try operation(.subtract, left, right, into: place, next: next)
        case .multiply(let left, let right): return try multiply(left, right, term, into: place, next: next)
        case .extreme(let extreme, let operands): return try self.extreme(extreme, operands, into: place, next: next)
        case .negate(let operand):
            return try value(operand) { compiler, operand throws(Obstacle) in
                try compiler.operation(.negate, operand, operand, into: place, next: next)
            }
        case .rescale(let operand, let scale): return try rescale(operand, scale, into: place, next: next)
        case .round(let operand, let unit, let mode):
            return try ratio(operand) { compiler, ratio throws(Obstacle) in
                try compiler.round(ratio, unit, term.type.scale, mode, into: place, next: next)
            }
        case .textLength(let text):
            return try value(text) { compiler, text throws(Obstacle) in
                try compiler.operation(.textLength, text, text, into: place, next: next)
            }
        case .shift, .between, .atTime, .part, .localPart, .edge, .isWorkingDay, .rollToWorkingDay:
            return try time(term, into: place, next: next)
        case .count, .aggregate, .first, .map, .makeList: return try list(term, into: place, next: next)
        case .fact, .field, .local, .param, .define, .decision, .bounded:
            return try value(term) { compiler, source throws(Obstacle) in
                try compiler.copy(source, to: place, width: width, next: next)
            }
        case .plainText(let text):
            return try value(text) { compiler, text throws(Obstacle) in
                try compiler.operation(.plainText, text, text, into: place, next: next)
            }
        case .message: throw Obstacle("a message")
        case .divide: throw Obstacle("a quotient that is kept")
        default: throw Obstacle("a value of this kind")
        }
    }

    /// The fields of a variant's case, without its tag.
    mutating func parts(
        _ parts: [Term?], _ number: Int, of id: VariantID, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let slots = model[id].cases[number].fields
        var next = next
        for index in parts.indices.reversed() {
            let part = place.advanced(by: layout.offset(of: index, inCase: number, of: id))
            next = try self.part(parts[index], slots[index].type, into: part, next: next)
        }
        return next
    }

    /// A part that was left out is unknown.
    private mutating func part(
        _ term: Term?, _ type: WritType, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        guard let term else { return try setUnknown(place, width: layout.width(of: type), next: next) }
        return try value(term, into: place, next: next)
    }

    private mutating func caseField(
        _ variant: Term, _ places: [Term.CaseField], _ width: Int, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        guard case .variant(let id) = variant.type else { throw Obstacle("a field of no variant") }
        return try value(variant) { compiler, whole throws(Obstacle) in
            let other = try compiler.setUnknown(place, width: width, next: next)
            var label = other
            for field in places.reversed() {
                let offset = compiler.layout.offset(of: field.fieldIndex, inCase: field.caseIndex, of: id)
                let source = whole.advanced(by: offset)
                let copy = try compiler.copy(source, to: place, width: width, next: next)
                let tag = Int64(field.caseIndex)
                label = try compiler.range(whole, tag...tag, BranchTargets(yes: copy, no: label, unknown: other))
            }
            return label
        }
    }

    // MARK: Arithmetic

    /// A result that leaves 64 bits is the machine's.
    mutating func operation(
        _ op: BranchOp, _ left: CellPlace, _ right: CellPlace, low: Int64 = 0, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        try emit(
            BranchNode(
                op: op, bBase: left.base, cBase: right.base, a: place.index, b: left.index, c: right.index, yes: next,
                low: low))
    }

    private mutating func operation(
        _ op: BranchOp, _ left: Term, _ right: Term, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        try value(left) { compiler, left throws(Obstacle) in
            try compiler.value(right) { compiler, right throws(Obstacle) in
                try compiler.operation(op, left, right, into: place, next: next)
            }
        }
    }

    /// The product of an amount of time with a number that has decimals is brought back to whole units.
    private mutating func multiply(
        _ left: Term, _ right: Term, _ term: Term, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let scale = left.type.scale + right.type.scale
        guard case .amount = term.type, scale > 0 else {
            return try operation(.multiply, left, right, into: place, next: next)
        }
        let product = temporary()
        let rounded = try round(
            BranchRatio(numerator: product, scale: scale), 1, 0, .halfUp, into: place, next: next)
        return try operation(.multiply, left, right, into: product, next: rounded)
    }

    private mutating func extreme(
        _ extreme: Term.Extreme, _ operands: [Term], into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        try places(operands[...], []) { compiler, places throws(Obstacle) in
            let op: BranchOp = extreme == .least ? .least : .greatest
            var label = next
            for operand in places.dropFirst().reversed() {
                label = try compiler.operation(op, place, operand, into: place, next: label)
            }
            return try compiler.copy(places[0], to: place, width: 1, next: label)
        }
    }

    private mutating func rescale(
        _ operand: Term, _ scale: Int, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        let exponent = scale - operand.type.scale
        guard (0...18).contains(exponent) else { throw Obstacle("fewer decimals") }
        let factor = Int64(Exact.power(of10: exponent))
        return try value(operand) { compiler, operand throws(Obstacle) in
            try compiler.operation(.scale, operand, operand, low: factor, into: place, next: next)
        }
    }

    private mutating func round(
        _ ratio: BranchRatio, _ unit: Int128, _ unitScale: Int, _ mode: RoundingMode, into place: CellPlace, next: Label
    ) throws(Obstacle) -> Label {
        roundings.append(BranchRounding(ratio: ratio, unit: unit, unitScale: unitScale, mode: mode))
        return try emit(
            BranchNode(
                op: .round, bBase: ratio.numerator.base, a: place.index, b: ratio.numerator.index, yes: next,
                low: Int64(roundings.count - 1)))
    }

    /// A quantity, or a quotient, which is only compared or rounded.
    mutating func ratio(
        _ term: Term, _ use: (inout BranchCompiler, BranchRatio) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        switch term.kind {
        case .divide(let left, let right):
            return try value(left) { compiler, numerator throws(Obstacle) in
                try compiler.value(right) { compiler, divisor throws(Obstacle) in
                    try use(
                        &compiler,
                        BranchRatio(
                            numerator: numerator, scale: left.type.scale, divisor: divisor,
                            divisorScale: right.type.scale))
                }
            }
        case .aggregate(.average, let local, let list, let filter, let value):
            return try average(local, list, filter, value, use)
        case .define(let id, let arguments) where !term.type.isQuantity:
            let body = model[id].body
            return try inline(body, id, arguments) { compiler throws(Obstacle) in try compiler.ratio(body, use) }
        default:
            guard term.type.isQuantity else { throw Obstacle("a quotient of this kind") }
            return try value(term) { compiler, place throws(Obstacle) in
                try use(&compiler, BranchRatio(numerator: place, scale: term.type.scale))
            }
        }
    }
}

extension Term {
    /// Whether it is made of tests.
    fileprivate var isCondition: Bool {
        switch kind {
        case .not, .and, .or, .isKnown, .compare, .equal, .isCase, .memberOf, .text, .like, .quantifier: true
        default: false
        }
    }
}

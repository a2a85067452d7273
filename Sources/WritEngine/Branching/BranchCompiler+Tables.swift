import WritSemantics

extension BranchCompiler {
    /// The columns of tables: a cell that is there already, or a block that runs when it is first read. Where a decision
    /// takes arguments they are worked out when it begins.
    mutating func columns(
        _ decision: Decision, _ make: (inout BranchCompiler) throws(Obstacle) -> Label
    ) throws(Obstacle) -> Label {
        var eager: [(CellPlace, Term)] = []
        for column in decision.columns {
            if let datum = constantDatum(column.value) {
                locals[column.local] = .constant(datum)
            } else if let place = place(of: column.value) {
                locals[column.local] = .place(place)
            } else if decision.parameters.isEmpty {
                locals[column.local] = .block(try block(of: column.value))
            } else {
                let place = temporary(layout.width(of: column.value.type))
                locals[column.local] = .place(place)
                eager.append((place, column.value))
            }
        }
        var label = try make(&self)
        for (place, term) in eager.reversed() { label = try value(term, into: place, next: label) }
        return label
    }

    /// Where a term's value lies without anything being done.
    func place(of term: Term) -> CellPlace? {
        switch term.kind {
        case .fact(let id): return CellPlace(base: .fact, index: Int32(layout.facts[id.index]))
        case .local(let id):
            if case .place(let place) = locals[id] { return place }
            return nil
        case .field(let record, let index):
            guard case .record(let id) = record.type, let whole = place(of: record) else { return nil }
            return whole.advanced(by: layout.offset(of: index, in: id))
        default: return nil
        }
    }

    // MARK: Tables

    /// Fewer rows are as quickly gone through.
    private static let fewestRows = 6

    /// The row of a table is found by an index, where all rules are rows that ask nothing but their columns.
    mutating func table(_ decision: Decision, _ conclusions: [Label]) throws(Obstacle) -> Label? {
        guard decision.rules.count >= Self.fewestRows, !decision.columns.isEmpty else { return nil }
        var found = self
        let boxes = TableBoxes(
            decision, text: { Int64(found.number(of: $0)) }, constant: { found.constantCell($0) })
        (texts, textNumbers) = (found.texts, found.textNumbers)
        guard let boxes else { return nil }
        tables.append(TableIndex(boxes))
        let first = try rowOfConclusions(decision, conclusions)
        let values = temporary(decision.columns.count)
        var label = try emit(
            BranchNode(
                op: .table, a: values.index, c: Int32(decision.rules.count), yes: first, low: Int64(tables.count - 1)))
        for (index, column) in decision.columns.enumerated().reversed() {
            let read = Term(.local(column.local), column.value.type, column.value.location)
            label = try value(read) { compiler, place throws(Obstacle) in
                try compiler.copy(place, to: values.advanced(by: index), width: 1, next: label)
            }
        }
        return label
    }
}

extension FormulaTable {
    /// Whether two values of one type are different in every case, as far as that shows without making a formula: what most pairs of
    /// outcomes are.
    func certainlyDiffer(_ left: Symbol, _ right: Symbol) -> Bool {
        switch (left.content, right.content) {
        case (.truth(let a), .truth(let b)): return a == !b
        case (.count(let a), .count(let b)):
            guard let first = interval(of: a).single, let second = interval(of: b).single else { return false }
            return first != second
        case (.text(let a), .text(let b)): return !a.contains { one in b.contains { canBe(one, $0) } }
        case (.variant(let a), .variant(let b)): return !a.contains { one in b.contains { canBe(one, $0) } }
        case (.record(let a), .record(let b)): return zip(a, b).contains { certainlyDiffer($0, $1) }
        case (.list(let a), .list(let b)): return certainlyDiffer(a, b)
        default: return false
        }
    }

    private func canBe(_ left: TextSymbol, _ right: TextSymbol) -> Bool {
        if left.isIt == .no || right.isIt == .no { return false }
        guard case .constant(let a) = left.value, case .constant(let b) = right.value else { return true }
        return a == b
    }

    private func canBe(_ left: CaseSymbol, _ right: CaseSymbol) -> Bool {
        left.index == right.index && left.isIt != .no && right.isIt != .no
            && !zip(left.fields, right.fields).contains { certainlyDiffer($0, $1) }
    }

    private func certainlyDiffer(_ left: ListSymbol, _ right: ListSymbol) -> Bool {
        guard let a = left.elements, let b = right.elements, (a + b).allSatisfy({ $0.isThere == .yes }) else {
            return false
        }
        return a.count != b.count || zip(a, b).contains { certainlyDiffer($0.value, $1.value) }
    }
}

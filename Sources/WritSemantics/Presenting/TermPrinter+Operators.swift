extension TermPrinter {
    func logic(_ term: Term) -> String {
        switch term.kind {
        case .not(let operand): form("not", [operand])
        case .and(let operands): form("and", operands)
        case .or(let operands): form("or", operands)
        case .isKnown(let operand): form("known", [operand])
        case .orElse(let first, let second): form("orElse", [first, second])
        case .conditional(let test, then: let first, else: let second): form("if", [test, first, second])
        default: ""
        }
    }

    func relation(_ term: Term) -> String {
        switch term.kind {
        case .compare(let ordering, let left, let right): form(ordering.rawValue, [left, right])
        case .equal(let left, let right): form("is", [left, right])
        case .isCase(let operand, let index): form("isCase", text(operand), caseName(operand.type, index))
        case .memberOf(let operand, list: let list): form("in", [operand, list])
        case .text(let test, let left, let right): form(test.rawValue, [left, right])
        case .like(let operand, let pattern): form("like", text(operand), DatumText.quoted(pattern.text))
        default: ""
        }
    }

    private func caseName(_ type: WritType, _ index: Int) -> String {
        if case .variant(let id) = type { model[id].cases[index].name } else { String(index) }
    }

    func calculation(_ term: Term) -> String {
        switch term.kind {
        case .textLength(let operand): form("length", [operand])
        case .plainText(let operand): form("plain", [operand])
        case .rescale(let operand, let scale): form("rescale", text(operand), String(scale))
        case .negate(let operand): form("-", [operand])
        case .add(let left, let right): form("+", [left, right])
        case .subtract(let left, let right): form("-", [left, right])
        case .multiply(let left, let right): form("*", [left, right])
        case .divide(let left, let right): form("/", [left, right])
        case .round(let operand, let unit, let mode):
            form("round", text(operand), DatumText(model: model).text(.count(unit), term.type), mode.rawValue)
        case .extreme(let which, let operands): form(which.rawValue, operands)
        case .bounded(let operand): form("bounded", [operand])
        default: ""
        }
    }
}

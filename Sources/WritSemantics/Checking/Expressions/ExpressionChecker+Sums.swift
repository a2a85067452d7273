import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `a + b`, `a - b`: of one kind; the result has the larger number of decimals.
    func sum(_ view: SumSyntax) -> Term {
        if let joined = reportedJoining(view) { return joined }
        let left = operand(view.left, of: view)
        let right = operand(view.right, of: view, expecting: left.type)
        if left.isPoison || right.isPoison { return poison(at: view.location) }
        if let quotient = [left, right].first(where: { $0.type.isQuotient }) {
            reportUnrounded(quotient)
            return poison(at: view.location)
        }
        guard isSummable(left.type), isSummable(right.type) else { return wrongSum(left, right, view) }
        guard left.type.isAlike(right.type), let type = left.type.joined(with: right.type) else {
            return mismatch(left, right, doing: view.operator == .plus ? "add" : "subtract", at: view.location)
        }
        let (a, b) = (widened(left, to: type), widened(right, to: type))
        return Term(view.operator == .plus ? .add(a, b) : .subtract(a, b), type, view.location)
    }

    /// Texts are not added up: `"Dear " + name` is written `"Dear {name}"`. Nil where no text in quotes is added.
    private func reportedJoining(_ view: SumSyntax) -> Term? {
        guard let parts = parts(of: view), parts.contains(where: { if case .textLiteral = $0 { true } else { false } })
        else { return nil }
        var text = ""
        for part in parts {
            if case .textLiteral = part {
                text += part.location.text.dropFirst().dropLast()
            } else {
                if check(part).isPoison { return poison(at: view.location) }
                text += "{\(part.location.text)}"
            }
        }
        return mistake(
            TypeCodes.badOperand, "`+` does not go with `text`", at: view.location, "texts are not added up",
            help: "write one text with holes: `\"\(text)\"`",
            fixIts: [FixIt("write one text", replacing: view.location, with: "\"\(text)\"")])
    }

    /// What a sum adds up, from left to right; nil where it subtracts, or is itself the start of a longer sum.
    private func parts(of view: SumSyntax) -> [ExprSyntax]? {
        if view.node.parent?.kind == .sum { return nil }
        var parts: [ExprSyntax] = []
        var rest = view
        while rest.operator == .plus, let left = rest.left, let right = rest.right {
            parts.append(right)
            guard case .sum(let inner) = left else { return [left] + parts.reversed() }
            rest = inner
        }
        return nil
    }

    private func isSummable(_ type: WritType) -> Bool {
        switch type {
        case .number, .money, .amount: true
        default: false
        }
    }

    private func wrongSum(_ left: Term, _ right: Term, _ view: SumSyntax) -> Term {
        let wrong = isSummable(left.type) ? right : left
        let sign = view.operator == .plus ? "+" : "-"
        return mistake(
            isTime(wrong.type) ? TypeCodes.timePhrase : TypeCodes.badOperand,
            "`\(sign)` does not go with \(typeName(wrong.type))", at: wrong.location, "this is \(typeName(wrong.type))",
            help: phrase(left, right, view.operator))
    }

    private func isTime(_ type: WritType) -> Bool { type == .date || type == .instant || type == .time }

    /// How the language says what was meant.
    private func phrase(_ left: Term, _ right: Term, _ sign: SumSyntax.Operator) -> String? {
        let (a, b) = (left.location.text, right.location.text)
        switch (left.type, right.type, sign) {
        case (.date, .date, .minus): return "write `days between \(b) and \(a)`"
        case (.instant, .instant, .minus): return "write `hours between \(b) and \(a)`"
        case (.date, .amount, .plus), (.instant, .amount, .plus): return "write `\(b) after \(a)`"
        case (.date, .amount, .minus), (.instant, .amount, .minus): return "write `\(b) before \(a)`"
        case (.amount, .date, .plus), (.amount, .instant, .plus): return "write `\(a) after \(b)`"
        case (.date, .number, .plus): return "write `\(b) days after \(a)`"
        case (.date, .number, .minus): return "write `\(b) days before \(a)`"
        case (.text, _, .plus), (_, .text, .plus): return "put values into a text with holes: `\"… {\(a)} …\"`"
        default: return nil
        }
    }

    /// `-x`.
    func sign(_ view: SignSyntax) -> Term {
        let term = operand(view.operand, of: view)
        if term.isPoison { return poison(at: view.location) }
        if term.type.isQuotient {
            reportUnrounded(term)
            return poison(at: view.location)
        }
        guard isSummable(term.type) else {
            return mistake(TypeCodes.badOperand, "`-` does not go with \(typeName(term.type))", at: term.location)
        }
        if case .constant(.count(let count)) = term.kind {
            return Term(.constant(.count(-count)), term.type, view.location)
        }
        return Term(.negate(term), term.type, view.location)
    }
}

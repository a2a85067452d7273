import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// A value that is kept, as an outcome, an argument, a param or a declared define: checked, widened (`.rescale`), kept in
    /// bounds (`.bounded`), and reported when it cannot be kept in this type.
    ///
    /// - Parameter isOptional: whether the place may hold an unknown (`T?`), so that `unknown` may be written for it.
    func checkKept(_ syntax: ExprSyntax, as type: WritType, isOptional: Bool = false) -> Term {
        if isOptional, case .unknownLiteral = syntax { return broken(type, at: syntax.location) }
        let term = check(syntax, expecting: type)
        if term.isPoison { return broken(type, at: syntax.location) }
        if type == .poison { return kept(term) }
        if let joined = term.type.joined(with: type), joined == type { return kept(widened(term, to: type)) }
        reportUnkeepable(term, syntax, as: type)
        return broken(type, at: syntax.location)
    }

    /// A term that was checked without a declared type (the body of a define): quotients and messages are left as they are,
    /// other quantities are kept in bounds.
    func kept(_ term: Term) -> Term {
        switch term.type {
        case .number, .money, .amount: term.isKept ? term : Term(.bounded(term), term.type, term.location)
        default: term
        }
    }

    /// The same value in a type it goes into.
    func widened(_ term: Term, to type: WritType) -> Term {
        if term.type == type { return term }
        switch (term.type, type) {
        case (.number, .number(let scale)), (.money, .money(_, let scale)): return rescaled(term, to: scale)
        case (.text, .message): return Term(.message(template(showing: term)), .message, term.location)
        default: return Term(term.kind, type, term.location)
        }
    }

    func rescaled(_ term: Term, to scale: Int) -> Term {
        let type = term.type.withScale(scale)
        if term.type.scale == scale { return term }
        if case .constant(.count(let count)) = term.kind,
            let count = Exact.rescale(count, from: term.type.scale, to: scale)
        {
            return Term(.constant(.count(count)), type, term.location)
        }
        return Term(.rescale(term, scale: scale), type, term.location)
    }

    private func template(showing term: Term) -> MessageTemplate {
        guard case .constant(.text(let text)) = term.kind else { return MessageTemplate(texts: [(nil, [.hole(term)])]) }
        return MessageTemplate(texts: [(nil, text.isEmpty ? [] : [.text(text)])])
    }
}

extension Term {
    /// Whether the value is known to fit what a declared type can hold.
    var isKept: Bool {
        switch kind {
        case .constant, .fact, .param, .local, .define, .decision, .field, .caseField, .bounded, .count, .textLength,
            .part,
            .between, .first:
            true
        case .conditional(_, then: let first, else: let second), .orElse(let first, let second):
            first.isKept && second.isKept
        case .extreme(_, let terms): terms.allSatisfy(\.isKept)
        default: false
        }
    }
}

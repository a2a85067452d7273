import WritDiagnostics
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
        if case .constant(.count(let count)) = term.kind, let count = Exact.rescale(count, from: term.type.scale, to: scale) {
            return Term(.constant(.count(count)), type, term.location)
        }
        return Term(.rescale(term, scale: scale), type, term.location)
    }

    private func template(showing term: Term) -> MessageTemplate {
        if case .constant(.text(let text)) = term.kind { return MessageTemplate(texts: [(nil, text.isEmpty ? [] : [.text(text)])]) }
        return MessageTemplate(texts: [(nil, [.hole(term)])])
    }

    // MARK: What cannot be kept

    private func reportUnkeepable(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        switch (term.type, type) {
        case _ where term.type.isAlike(type): reportDecimals(term, syntax, as: type)
        case (.quotient, _) where term.type.comparand.isAlike(type): reportUnrounded(term, syntax, as: type)
        case (.message, .text): reportMessage(term)
        case (.number, .money), (.number, .amount): reportUnitlessKept(term, as: type)
        default: reportMismatch(term, as: type)
        }
    }

    private func reportMismatch(_ term: Term, as type: WritType) {
        report(
            TypeCodes.mismatch, "expected \(typeName(type)), found \(typeName(term.type))", at: term.location,
            "this is \(typeName(term.type))", help: conversion(of: term, to: type))
    }

    /// How the one becomes the other, where that is usual.
    private func conversion(of term: Term, to type: WritType) -> String? {
        let text = term.location.text
        switch (term.type, type) {
        case (.instant, .date): return "take its date: `date of \(text)`"
        case (.date, .instant): return "say the time of day: `\(text) at 00:00`"
        case (_, .text) where term.type.isOrdered || term.type == .boolean: return "texts are written in quotes"
        case (.amount, .number): return "divide by a unit: `\(text) / 1 \(unitWord(for: term.type)) rounded to 1`"
        case (.money(let currency, _), .number): return "divide by a unit: `\(text) / 1 \(currency.code) rounded to 0.01`"
        case (_, .list(let element)) where element == term.type: return "a list of one is written `[\(text)]`"
        default: return nil
        }
    }

    private func reportUnitlessKept(_ term: Term, as type: WritType) {
        let text = term.location.text
        let unit = unitWord(for: type)
        let help = term.isLiteral ? "write `\(text) \(unit)`" : "a plain number has no unit; multiply: `\(text) * 1 \(unit)`"
        report(
            TypeCodes.unitMissing, "expected \(typeName(type)), found a plain number", at: term.location,
            term.isLiteral ? "\(text) what?" : "a number without a unit", help: help,
            fixIts: term.isLiteral ? [FixIt("add the unit", replacing: term.location, with: "\(text) \(unit)")] : [])
    }

    private func reportMessage(_ term: Term) {
        report(
            TypeCodes.messageKept, "a text with holes or in several languages is not plain text", at: term.location,
            help: "such texts stand in `because` and where a text is answered, not where one is compared")
    }

    private func reportDecimals(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        let unit = roundingUnit(for: type)
        report(
            TypeCodes.tooManyDecimals,
            "this has \(Self.counted(term.type.scale, "decimal")), `\(typeName(type))` keeps \(type.scale)", at: syntax.location,
            "has \(Self.counted(term.type.scale, "decimal"))", help: "say how to round, e.g. `… rounded to \(unit)`",
            fixIts: [roundingFix(syntax, unit)])
    }

    private func reportUnrounded(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        let unit = roundingUnit(for: type)
        report(
            TypeCodes.unroundedQuotient, "a quotient has no fixed decimals, `\(typeName(type))` keeps \(type.scale)",
            at: syntax.location, "not rounded", help: "say how to round, e.g. `… rounded to \(unit)`",
            fixIts: [roundingFix(syntax, unit)])
    }

    /// A quotient where it must have been rounded before.
    func reportUnrounded(_ term: Term) {
        report(
            TypeCodes.unroundedQuotient, "a quotient can only be compared or rounded", at: term.location, "not rounded",
            help: "round it first: `(\(term.location.text) rounded to 0.01)`")
    }

    /// `0.01 USD`, `0.0001`, `1`.
    private func roundingUnit(for type: WritType) -> String {
        let number = DecimalText.print(count: 1, scale: type.scale, minimumDecimals: type.scale)
        if case .money(let currency, _) = type { return "\(number) \(currency.code)" }
        return number
    }

    /// Rounding binds looser than sums and products, tighter than everything that is looser than these.
    private func roundingFix(_ syntax: ExprSyntax, _ unit: String) -> FixIt {
        let text = syntax.location.text
        let isTight =
            switch syntax {
            case .implication, .disjunction, .conjunction, .negation, .comparison, .isRelation, .inRelation, .textRelation,
                .default, .rounding, .conditional, .quantifier, .count, .aggregate, .firstOf:
                false
            default: true
            }
        return FixIt(
            "round to \(unit)", replacing: syntax.location, with: isTight ? "\(text) rounded to \(unit)" : "(\(text)) rounded to \(unit)")
    }
}

extension Term {
    /// Whether the value is known to fit what a declared type can hold.
    var isKept: Bool {
        switch kind {
        case .constant, .fact, .param, .local, .define, .decision, .field, .caseField, .bounded, .count, .textLength, .part,
            .between, .first:
            true
        case .conditional(_, then: let first, else: let second), .orElse(let first, let second): first.isKept && second.isKept
        case .extreme(_, let terms): terms.allSatisfy(\.isKept)
        default: false
        }
    }
}

import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// Says why a value cannot be kept in a type, as precisely as the two allow.
    func reportUnkeepable(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        switch (term.type, type) {
        case _ where term.type.isAlike(type): reportDecimals(term, syntax, as: type)
        case (.quotient, _) where term.type.comparand.isAlike(type): reportUnrounded(term, syntax, as: type)
        case (.message, .text): reportMessage(term)
        case (.number, .money), (.number, .amount): reportUnitlessKept(term, as: type)
        default: reportMismatch(term, as: type)
        }
    }

    private func reportMismatch(_ term: Term, as type: WritType) {
        let word = unquoted(term, as: type)
        report(
            TypeCodes.mismatch, "expected \(typeName(type)), found \(typeName(term.type))", at: term.location,
            "this is \(typeName(term.type))",
            help: word.map { "write it without quotes: `\($0)`" } ?? conversion(of: term, to: type),
            fixIts: word.map { [FixIt("leave the quotes out", replacing: term.location, with: $0)] } ?? [])
    }

    /// How the one becomes the other, where that is usual.
    private func conversion(of term: Term, to type: WritType) -> String? {
        let text = term.location.text
        switch (term.type, type) {
        case (.instant, .date): return "take its date: `date of \(text)`"
        case (.date, .instant): return "say the time of day: `\(text) at 00:00`"
        case (_, .text) where term.type.isOrdered || term.type == .boolean: return "a text is written in quotes"
        case (.amount, .number): return "divide by a unit: `\(text) / 1 \(unitWord(for: term.type)) rounded to 1`"
        case (.money(let currency, _), .number):
            return "divide by a unit: `\(text) / 1 \(currency.code) rounded to 0.01`"
        case (_, .list(let element)) where element == term.type: return "a list of one is written `[\(text)]`"
        default: return nil
        }
    }

    private func reportUnitlessKept(_ term: Term, as type: WritType) {
        report(
            TypeCodes.unitMissing, "expected \(typeName(type)), found a plain number", at: term.location,
            "a number without a unit", help: unitHelp(term, for: type),
            fixIts: unitFix(term, for: type))
    }

    private func reportMessage(_ term: Term) {
        report(
            TypeCodes.messageKept, "expected `text`, found a text with holes or in several languages",
            at: term.location,
            "for people to read", help: "declare it as `message`, or write a text without holes")
    }

    private func reportDecimals(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        let unit = roundingUnit(for: type)
        report(
            TypeCodes.tooManyDecimals,
            "this has \(Self.counted(term.type.scale, "decimal")), \(typeName(type)) keeps \(type.scale)",
            at: syntax.location,
            "has \(Self.counted(term.type.scale, "decimal"))", help: "say how to round, e.g. `… rounded to \(unit)`",
            fixIts: [roundingFix(syntax, unit)])
    }

    private func reportUnrounded(_ term: Term, _ syntax: ExprSyntax, as type: WritType) {
        let unit = roundingUnit(for: type)
        report(
            TypeCodes.unroundedQuotient, "a quotient has no fixed decimals, \(typeName(type)) keeps \(type.scale)",
            at: syntax.location, "not rounded", help: "say how to round, e.g. `… rounded to \(unit)`",
            fixIts: [roundingFix(syntax, unit)])
    }

    /// A quotient where it must have been rounded before.
    func reportUnrounded(_ term: Term) {
        report(
            TypeCodes.unroundedQuotient, "a quotient can only be compared or rounded", at: term.location, "not rounded",
            help: "round it first: `(\(term.location.text) rounded to \(exampleUnit(for: term.type)))`")
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
            case .implication, .disjunction, .conjunction, .negation, .comparison, .isRelation, .inRelation,
                .textRelation,
                .default, .rounding, .conditional, .quantifier, .count, .aggregate, .firstOf:
                false
            default: true
            }
        let operand = isTight ? text : "(\(text))"
        return FixIt("round to \(unit)", replacing: syntax.location, with: "\(operand) rounded to \(unit)")
    }
}

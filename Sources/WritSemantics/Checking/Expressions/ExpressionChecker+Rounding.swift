import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `x rounded to 0.01 USD half even`.
    func rounding(_ view: RoundingSyntax) -> Term {
        let operand = operand(view.operand, of: view)
        let unit = self.operand(view.unit, of: view)
        if operand.isPoison || unit.isPoison { return poison(at: view.location) }
        guard isRoundable(operand.type) else {
            return mistake(TypeCodes.badOperand, "\(typeName(operand.type)) cannot be rounded", at: operand.location)
        }
        guard operand.type.comparand.isAlike(unit.type) else { return wrongUnit(unit, for: operand) }
        guard case .count(let count)? = constant(unit), count > 0 else {
            return mistake(
                TypeCodes.badRoundingUnit, "what to round to is a constant above zero", at: unit.location,
                help: "such as `rounded to \(exampleUnit(for: operand.type))`")
        }
        // The result has the unit's decimals; a unit of money has at least its currency's.
        return Term(.round(operand, unit: count, RoundingMode(view.mode)), unit.type, view.location)
    }

    private func isRoundable(_ type: WritType) -> Bool {
        switch type {
        case .number, .money, .quotient, .amount: true
        default: false
        }
    }

    private func wrongUnit(_ unit: Term, for operand: Term) -> Term {
        let text = unit.location.text
        if unit.type.isNumber, !operand.type.comparand.isNumber {
            let word = unitWord(for: operand.type)
            return mistake(
                TypeCodes.badRoundingUnit, "`\(text)` is a plain number, and this rounds \(typeName(operand.type))",
                at: unit.location,
                help: "write `rounded to \(text) \(word)`",
                fixIts: [FixIt("add the unit", replacing: unit.location, with: "\(text) \(word)")])
        }
        return mistake(
            TypeCodes.badRoundingUnit, "\(typeName(operand.type)) is not rounded to \(typeName(unit.type))",
            at: unit.location,
            also: [Label(operand.location, "this is \(typeName(operand.type))")],
            help: "such as `rounded to \(exampleUnit(for: operand.type))`")
    }

    /// A unit that values of a type are often rounded to.
    func exampleUnit(for type: WritType) -> String {
        switch type.comparand {
        case .money(let currency, _):
            DecimalText.print(count: 1, scale: currency.minorDigits, minimumDecimals: currency.minorDigits) + " "
                + currency.code
        case .amount: "1 \(bareName(type))"
        default: "0.01"
        }
    }
}

extension RoundingMode {
    /// Half up unless written otherwise.
    init(_ syntax: RoundingModeSyntax?) {
        self =
            switch syntax?.mode {
            case .halfUp?, nil: .halfUp
            case .halfEven?: .halfEven
            case .up?: .up
            case .down?: .down
            }
    }
}

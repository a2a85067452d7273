import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    func report(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) {
        elaboration.report(code, .error, message, at: location, label, also: secondary, help: help, fixIts: fixIts)
    }

    /// Reports a mistake and gives what stands for the expression that has it.
    func mistake(
        _ code: DiagnosticCode, _ message: String, at location: SourceLocation, _ label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIts: [FixIt] = []
    ) -> Term {
        report(code, message, at: location, label, also: secondary, help: help, fixIts: fixIts)
        return poison(at: location)
    }

    /// A mistake in an expression whose type is known all the same, so that its surroundings can be checked.
    func broken(_ type: WritType, at location: SourceLocation) -> Term {
        Term(.constant(.unknown(.nothing(Absence(.written, at: location)))), type, location)
    }

    /// A child of an expression; where the text left it out, the parser has said so.
    func operand(_ child: ExprSyntax?, of view: some SyntaxView, expecting expected: WritType? = nil) -> Term {
        child.map { check($0, expecting: expected) } ?? poison(at: view.location)
    }

    /// A type's name as messages quote it.
    func typeName(_ type: WritType) -> String { TypeNames.quoted(type, in: model) }

    /// A type's name as the language writes it.
    func bareName(_ type: WritType) -> String { TypeNames.name(of: type, in: model) }

    /// Reports two operands that do not go together, as precisely as their types allow.
    func mismatch(_ left: Term, _ right: Term, doing verb: String = "compare", at location: SourceLocation) -> Term {
        if left.type == .poison || right.type == .poison { return poison(at: location) }
        switch (left.type.comparand, right.type.comparand) {
        case (.money(let a, _), .money(let b, _)) where a != b:
            return clash(
                TypeCodes.currenciesMixed, "cannot \(verb) `\(a.code)` and `\(b.code)`: currencies do not mix", left,
                right,
                help: "multiply one of them by a rate that the policy declares, and round")
        case (.amount(let a), .amount(let b)) where a != b:
            return clash(
                TypeCodes.amountsMixed, "cannot \(verb) \(typeName(left.type)) and \(typeName(right.type))", left,
                right,
                help: "they do not convert into one another; use the same kind on both sides")
        case (.number, .amount), (.number, .money): return unitMissing(left, besides: right)
        case (.amount, .number), (.money, .number): return unitMissing(right, besides: left)
        case (.date, .instant): return dateAgainstInstant(left, right, verb, instant: right)
        case (.instant, .date): return dateAgainstInstant(left, right, verb, instant: left)
        default:
            let message = "cannot \(verb) \(typeName(left.type)) and \(typeName(right.type))"
            if let word = unquoted(left, as: right.type), !right.isColumn(besides: left) {
                return clash(
                    TypeCodes.incomparable, message, right, left, help: "write it without quotes: `\(word)`",
                    fixIts: [FixIt("leave the quotes out", replacing: left.location, with: word)])
            }
            let word = unquoted(right, as: left.type)
            return clash(
                TypeCodes.incomparable, message, left, right, help: word.map { "write it without quotes: `\($0)`" },
                fixIts: word.map { [FixIt("leave the quotes out", replacing: right.location, with: $0)] } ?? [])
        }
    }

    private func clash(
        _ code: DiagnosticCode, _ message: String, _ left: Term, _ right: Term, help: String? = nil,
        fixIts: [FixIt] = []
    ) -> Term {
        mistake(
            code, message, at: right.location, "this is \(typeName(right.type))",
            also: left.isColumn(besides: right) ? [] : [Label(left.location, "this is \(typeName(left.type))")],
            help: help,
            fixIts: fixIts)
    }

    /// The value of a type that a text in quotes writes: `"vip"` for `vip`, `"2026-01-31"` for the date.
    func unquoted(_ term: Term, as type: WritType) -> String? {
        guard term.type == .text, case .constant(.text(let text)) = term.kind else { return nil }
        switch type.comparand {
        case .variant(let id):
            let cases = model[id].cases.filter { $0.fields.isEmpty }
            return cases.first { $0.name == text || $0.wire == text }?.name
                ?? Spelling.nearest(to: text, among: cases.map(\.name))
        case .date: return CivilDate(iso: text) == nil ? nil : text
        case .time: return CivilTime(text) == nil ? nil : text
        case .instant: return Instant(rfc3339: text) == nil ? nil : text
        case .boolean: return text == "true" || text == "false" ? text : nil
        case .number:
            let digits = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            return digits && (1...18).contains(text.utf8.count) ? text : nil
        default: return nil
        }
    }

    private func dateAgainstInstant(_ left: Term, _ right: Term, _ verb: String, instant: Term) -> Term {
        clash(
            TypeCodes.incomparable, "cannot \(verb) \(typeName(left.type)) and \(typeName(right.type))", left, right,
            help: "take the date of the instant: `date of \(instant.location.text)`")
    }

    /// A bare number where the other operand has a unit: `3 what?`
    func unitMissing(_ number: Term, besides other: Term) -> Term {
        if number.isColumn(besides: other) {
            return clash(
                TypeCodes.incomparable, "the column holds plain numbers, not \(typeName(other.type))", number, other)
        }
        let text = number.location.text
        return mistake(
            TypeCodes.unitMissing, "`\(text)` is a plain number, and the other side is \(typeName(other.type))",
            at: number.location, "a number without a unit",
            also: other.isColumn(besides: number) ? [] : [Label(other.location, "this is \(typeName(other.type))")],
            help: unitHelp(number, for: other.type), fixIts: unitFix(number, for: other.type))
    }

    /// How a plain number gets the unit of a type.
    func unitHelp(_ number: Term, for type: WritType) -> String {
        let (text, unit) = (number.location.text, unitWord(for: type))
        if number.isLiteral { return "write `\(text) \(unit)`" }
        let operand = text.contains(" ") ? "(\(text))" : text
        if case .amount = type { return "say what it counts: `\(operand) \(unit)`" }
        return "a plain number has no unit; multiply: `\(operand) * 1 \(unit)`"
    }

    func unitFix(_ number: Term, for type: WritType) -> [FixIt] {
        guard number.isLiteral else { return [] }
        let text = "\(number.location.text) \(unitWord(for: type))"
        return [FixIt("add the unit", replacing: number.location, with: text)]
    }

    func unitWord(for type: WritType) -> String {
        switch type.comparand {
        case .money(let currency, _): currency.code
        default: bareName(type)
        }
    }
}

extension Term {
    /// A number as it is written.
    var isLiteral: Bool {
        if case .constant(.count) = kind { true } else { false }
    }

    var isPoison: Bool { type == .poison }

    /// Whether this is a table's column, which stands nowhere in the cell that tests it.
    func isColumn(besides other: Term) -> Bool {
        guard case .local = kind, location.file === other.location.file else { return false }
        let (outer, inner) = (location.range, other.location.range)
        return outer.lower <= inner.lower && inner.upper <= outer.upper
    }
}

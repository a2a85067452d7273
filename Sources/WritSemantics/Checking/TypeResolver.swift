import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Reads types as they are written.
struct TypeResolver {
    let elaboration: Elaboration
    let globals: GlobalScope

    /// A type with what only a slot keeps: whether it may be unknown, and the unit that bare numbers count.
    struct Written {
        var type: WritType
        var isOptional = false
        var unit: AmountUnit?

        static let poison = Written(type: .poison)
    }

    /// The type of a field, a fact or a parameter, which may end in `?`. Nothing written is nothing known.
    func slot(_ syntax: TypeSyntax?) -> Written {
        guard let syntax else { return .poison }
        if case .optional(let optional) = syntax {
            guard let base = optional.base else { return .poison }
            var written = slot(base)
            if written.isOptional { reportTwice(optional) }
            written.isOptional = true
            return written
        }
        return plain(syntax)
    }

    /// The type of what always has a value: `owner` says what that is, as in “a param”.
    func required(_ syntax: TypeSyntax?, for owner: String) -> Written {
        var written = slot(syntax)
        if written.isOptional, let syntax { reportOptional(syntax, "\(owner) always has a value") }
        written.isOptional = false
        return written
    }

    private func plain(_ syntax: TypeSyntax) -> Written {
        switch syntax {
        case .list(let list): return self.list(list)
        case .optional: return slot(syntax)
        case .money(let money): return Written(type: self.money(money))
        case .number(let number): return Written(type: self.number(number))
        case .working(let working): return amount("working " + (working.unit?.text ?? ""), at: working.location)
        case .named(let named): return named.name.map(self.named) ?? .poison
        case .missing: return .poison
        }
    }

    /// `list of T?` is a list that may be unknown: the mark belongs to the whole type.
    private func list(_ syntax: ListTypeSyntax) -> Written {
        let element = slot(syntax.element)
        let type: WritType = element.type == .poison ? .poison : .list(element.type)
        return Written(type: type, isOptional: element.isOptional, unit: element.unit)
    }

    private func amount(_ words: String, at location: SourceLocation) -> Written {
        if let unit = AmountUnit.named(words) { return Written(type: .amount(unit.kind), unit: unit) }
        elaboration.error(
            .unknownType, "there is no amount of time `\(words)`", at: location, "not a type",
            help: "working amounts are `working days`, `working hours` and `working minutes`")
        return .poison
    }

    // MARK: Numbers and money

    private func number(_ syntax: NumberTypeSyntax) -> WritType {
        guard let token = syntax.decimals else { return .number(scale: 6) }
        if let decimals = Int(token.text), (0...12).contains(decimals) { return .number(scale: decimals) }
        elaboration.error(
            .invalidDecimals, "a number has 0 to 12 decimals, not \(token.text)", at: token.location, "0 to 12 expected"
        )
        return .poison
    }

    private func money(_ syntax: MoneyTypeSyntax) -> WritType {
        let currency = syntax.currency.flatMap { CurrencyNames.currency($0, elaboration) }
        return currency.map { .money($0) } ?? .poison
    }

    // MARK: Optional where it cannot be

    private func reportTwice(_ syntax: OptionalTypeSyntax) {
        reportOptional(.optional(syntax), "one `?` says that the value may be unknown")
    }

    private func reportOptional(_ syntax: TypeSyntax, _ reason: String) {
        elaboration.error(
            .misplacedOptional, "`?` cannot stand here: \(reason)", at: syntax.location, "may not be unknown",
            help: "remove the `?`")
    }
}

// MARK: - Names

extension TypeResolver {
    private static let simple: [String: WritType] = [
        "boolean": .boolean, "integer": .integer, "number": .number(scale: 6), "text": .text, "date": .date,
        "time": .time,
        "instant": .instant, "zone": .zone, "calendar": .calendar, "message": .message,
    ]

    private static let amounts = ["days", "weeks", "months", "years", "hours", "minutes", "seconds"]

    /// What other languages call these types.
    private static let foreign: [String: String] = [
        "string": "text", "str": "text", "varchar": "text", "bool": "boolean", "int": "integer", "long": "integer",
        "decimal": "number", "float": "number", "double": "number", "numeric": "number", "datetime": "instant",
        "timestamp": "instant", "duration": "hours", "interval": "Interval", "timezone": "zone", "array": "list of …",
        "enum": "type … = … | …", "currency": "money(USD)", "money": "money(USD)", "day": "days", "week": "weeks",
        "month": "months",
        "year": "years", "hour": "hours", "minute": "minutes", "second": "seconds",
    ]

    fileprivate func named(_ token: SyntaxToken) -> Written {
        let name = token.text
        switch globals.symbols[name] {
        case .variant(let id): return Written(type: .variant(id))
        case .record(let id): return Written(type: .record(id))
        default: break
        }
        if let type = Self.simple[name] { return Written(type: type) }
        if Self.amounts.contains(name) { return amount(name, at: token.location) }
        report(token)
        return .poison
    }

    private func report(_ token: SyntaxToken) {
        let name = token.text
        if let places = globals.ambiguous[name] {
            elaboration.error(
                .ambiguousReference, "two of the policies that `\(globals.policy)` uses declare `\(name)`",
                at: token.location,
                "which one is meant?", also: places.map { Label($0, "declared here") },
                help: "give one of them another name")
        } else if let other = globals.symbols[name] {
            elaboration.error(
                .unknownType, "`\(name)` is \(other.noun), not a type", at: token.location, "a type expected",
                help: "declare a `record` or a `type` and name it here")
        } else if !elaboration.isLost(token, in: globals) || Self.foreign[name.lowercased()] != nil {
            reportUnknown(token)
        }
    }

    private func reportUnknown(_ token: SyntaxToken) {
        let declared = globals.symbols.filter { $0.value.isType }.keys.sorted()
        let near = Spelling.nearest(to: token.text, among: declared + Self.simple.keys.sorted() + Self.amounts)
        let word = Spelling.nearest(to: token.text, among: Self.foreign.keys.sorted())
        let meant = Self.foreign[token.text.lowercased()] ?? near ?? word.flatMap { Self.foreign[$0] }
        elaboration.error(
            .unknownType, "there is no type `\(token.text)`", at: token.location, "not a type",
            help: meant.map { "did you mean `\($0)`?" }
                ?? "declare it with `type \(token.text) = …` or `record \(token.text)`, or `use` the policy that does",
            fixIts: meant.flatMap { $0.contains("…") ? nil : $0 }.map {
                [FixIt("write `\($0)`", replacing: token.location, with: $0)]
            } ?? [])
    }
}

extension Symbol {
    var isType: Bool {
        switch self {
        case .variant, .record: true
        default: false
        }
    }
}

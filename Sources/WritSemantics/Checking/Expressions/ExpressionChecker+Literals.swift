import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

extension ExpressionChecker {
    /// `12`, `1_000.50`, `150 USD`. The decimals are those written, zeros at the end too; money has at least its currency's.
    func numberLiteral(_ view: NumberLiteralSyntax) -> Term {
        guard let token = view.number else { return poison(at: view.location) }
        let digits = token.text.utf8.filter { $0 != UInt8(ascii: "_") }
        let decimals = digits.firstIndex(of: UInt8(ascii: ".")).map { digits.count - $0 - 1 } ?? 0
        guard decimals <= WritType.largestScale else { return tooManyDecimals(decimals, at: token.location) }
        guard let type = literalType(view, decimals) else { return poison(at: view.location) }
        guard case .exact(let count) = DecimalText.count(Self.plainDigits(digits), atScale: type.scale) else {
            return mistake(
                TypeCodes.numberTooLarge, "this number is too large", at: token.location,
                "beyond what is counted exactly",
                help: "with \(type.scale) decimals a number has at most \(19 - type.scale) digits before the point")
        }
        return Term(.constant(.count(count)), type, view.location)
    }

    /// Without zeros in front, which JSON does not have.
    private static func plainDigits(_ digits: [UInt8]) -> ArraySlice<UInt8> {
        let rest = digits.drop { $0 == UInt8(ascii: "0") }
        let isWhole = rest.first.map { $0 != UInt8(ascii: ".") } ?? false
        // Where no other digit stands before the point, one zero stays; there is none only where nothing was written.
        return isWhole ? rest : rest.startIndex > 0 ? digits[(rest.startIndex - 1)...] : [UInt8(ascii: "0")] + rest
    }

    private func literalType(_ view: NumberLiteralSyntax, _ decimals: Int) -> WritType? {
        guard let token = view.currency else { return .number(scale: decimals) }
        return CurrencyNames.currency(token, elaboration).map { .money($0, scale: max(decimals, $0.minorDigits)) }
    }

    func dateLiteral(_ view: DateLiteralSyntax) -> Term {
        guard let date = CivilDate(iso: view.location.text) else {
            return mistake(
                TypeCodes.noSuchTime, "there is no day \(view.location.text)", at: view.location,
                help: Self.monthLength(of: view.location.text))
        }
        return Term(.constant(.count(Int128(date.dayNumber))), .date, view.location)
    }

    /// `February 2026 has 28 days`, when year and month are right.
    static func monthLength(of text: String) -> String? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), parts[0] >= 1 else {
            return "a date is written year-month-day, such as 2026-01-31"
        }
        let month = EnglishText.months[parts[1] - 1]
        return "\(month) \(parts[0]) has \(CivilDate.days(inMonth: parts[1], year: parts[0])) days"
    }

    func timeLiteral(_ view: TimeLiteralSyntax) -> Term {
        guard let time = CivilTime(view.location.text) else {
            return mistake(
                TypeCodes.noSuchTime, "there is no time of day \(view.location.text)", at: view.location,
                help: "times go from 00:00 to 23:59:59.999999")
        }
        return Term(.constant(.count(Int128(time.microseconds))), .time, view.location)
    }

    func instantLiteral(_ view: InstantLiteralSyntax) -> Term {
        switch Instant.parse(view.location.text) {
        case .success(let instant):
            return Term(.constant(.count(Int128(instant.microseconds))), .instant, view.location)
        case .failure(let fault):
            return mistake(
                TypeCodes.noSuchTime, "there is no instant \(view.location.text)", at: view.location,
                help: Self.help(for: fault))
        }
    }

    private static func help(for fault: InstantFault) -> String {
        switch fault {
        case .malformed: "an instant is written such as 2026-01-31T14:30:00Z or 2026-01-31T14:30:00-05:00"
        case .noOffset: "end it with `Z` or an offset such as `-05:00`"
        case .leapSecond: "clocks count no leap seconds here: the last second is 59"
        case .tooManyDecimals: "seconds have at most six decimals"
        case .outOfRange: "years go from 0001 to 9999"
        }
    }

    /// `unknown` is something a test can say about a fact, not something a rule can answer.
    func unknownLiteral(_ view: UnknownLiteralSyntax, expecting expected: WritType?) -> Term {
        if isGiven { return broken(expected ?? .poison, at: view.location) }
        return mistake(
            TypeCodes.unknownWritten, "`unknown` is not a value", at: view.location,
            help: "ask with `is unknown`, or give something else for it with `or else`")
    }

    /// A text; a text with holes is a message; where a zone is expected, the name of one.
    func textLiteral(_ view: TextLiteralSyntax, expecting expected: WritType?) -> Term {
        guard let text = view.text else { return poison(at: view.location) }
        guard let plain = text.plainText else {
            let template = MessageTemplate(texts: [(nil, segments(text))], zone: scope.globals.zone)
            return Term(.message(template), .message, view.location)
        }
        if expected == .zone { return zoneConstant(plain, at: view.location) }
        return Term(.constant(.text(plain)), .text, view.location)
    }

    func zoneConstant(_ name: String, at location: SourceLocation) -> Term {
        let isZone = ZoneNames.zone(named: name, at: location, elaboration) != nil
        return isZone ? Term(.constant(.text(name)), .zone, location) : poison(at: location)
    }

    func tooManyDecimals(_ scale: Int, at location: SourceLocation) -> Term {
        mistake(
            TypeCodes.scaleTooLarge, "this has \(scale) decimals, more than \(WritType.largestScale)", at: location,
            help: "round a part of it first: `(… rounded to 0.01)`")
    }
}

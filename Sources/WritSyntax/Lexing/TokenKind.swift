/// What a token is. Reserved words and contextual words each have a kind of their own, so that the parser compares one
/// byte where it would have compared text; a contextual word is a name wherever the grammar does not ask for it.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
    // Names and literals.
    case name, number, date, time, instant
    case text, textHead, textMiddle, textTail

    // Punctuation.
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, dot, dotDot, bar, barBar, question
    case equal, less, lessEqual, greater, greaterEqual
    case plus, minus, star, slash, percent

    // What other languages write; the parser says what Writ writes instead.
    case equalEqual, notEqual, semicolon
    /// A run of bytes that no token starts with, or that are not UTF-8.
    case invalid
    case endOfFile

    // Reserved words, in the order of the grammar's `ReservedWord`.
    case policy, use, type, record, fact, param, define, calendar, action, decision
    case extend, always, never, `case`, test, rule, table, when, then, `do`, because
    case source, otherwise, overrides, given, expect, and, or, not, `is`, `in`, any
    case every, has, `where`, `if`, `else`, implies, known, unknown, `true`, `false`

    // Contextual words.
    case timezone, `default`, languages, `as`, between, list, of, money, working
    case numberWord, force, by, from, until, like, hours, days, `break`, holiday, covers, to
    case first, unique, collect, sum, min, max, count, house, undetermined, does, needs
    case with, starts, ends, contains, on, rounded, half, up, even, down, at, zone
    case after, before, excluding, `for`, average, descending
    case reads, accept, whenever, `while`, rises, falls
    case no, least, greatest, earliest, latest, dateWord, timeWord, year, month, day, weekday
    case length, plain, start, end, last, textWord
    case second, seconds, minute, minutes, hour, week, weeks, months, years
}

extension TokenKind {
    /// Reserved: a name only after a dot, before a colon, or between backticks.
    public var isReserved: Bool { rawValue >= TokenKind.policy.rawValue && rawValue <= TokenKind.false.rawValue }

    /// A word only where the grammar asks for it.
    public var isContextual: Bool { rawValue >= TokenKind.timezone.rawValue }

    /// May stand where the grammar says `Name`.
    public var isName: Bool { self == .name || isContextual }

    /// May stand where the grammar says `FieldName`.
    public var isFieldName: Bool { isName || isReserved }

    /// `UnitWord` of the grammar.
    public var isUnit: Bool {
        switch self {
        case .second, .seconds, .minute, .minutes, .hour, .hours, .day, .days, .week, .weeks, .month, .months, .year,
            .years:
            true
        default: false
        }
    }

    /// `ComparisonOperator` of the grammar.
    public var isComparison: Bool { rawValue >= TokenKind.less.rawValue && rawValue <= TokenKind.greaterEqual.rawValue }
}

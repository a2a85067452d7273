/// Which child of its parent a child is: the labels of the grammar.
enum SyntaxLabel: UInt8, Sendable, CaseIterable {
    /// Punctuation, keywords and what recovery left.
    case none
    /// The expressions and pieces of a text.
    case holes

    case amount, anchor, arguments, assignments, base, body, bounds, calendar, callee, calls, cases, cells, clauses
    case condition, count, currency, date, dated, dates, days, decimals, declarations, doc, element, elements, end
    case expectations, fields, file, filter, first, from, given, header, high, inner, interval, items, key, label
    case language, languages, last, left, list, low, message, mode, modifiers, name, names, number, operand
    case operands, `operator`, owner, parameters, parts, path, paths, pauses, period, rate, right, rows, second
    case set, settings, source, start, steps, test, tests, text, texts, time, times, to, token, type, unit, until
    case value, variable, wire, zone
}

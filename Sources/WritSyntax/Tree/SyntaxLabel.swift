/// Which child of its parent a child is: the labels of the grammar.
enum SyntaxLabel: UInt8, Sendable, CaseIterable {
    /// Punctuation, keywords and what recovery left.
    case none
    /// The expressions and pieces of a text.
    case holes

    case accepts, amount, anchor, arguments, assignments, base, body, bounds, calendar, callee, calls, cases, cells
    case clauses, condition, count, currency, date, dated, dates, days, decimals, declarations, doc, element, elements
    case end, expectations, fields, file, filter, first, from, given, header, high, inner, interval, items, key, kind
    case label, language, languages, last, left, list, low, message, mode, modifiers, name, names, number, operand
    case operands, `operator`, owner, parameters, parts, path, paths, pauses, period, rate, reason, relation, right
    case rows, rule, second, set, settings, source, start, steps, test, tests, text, texts, time, times, to, token
    case type, unit, until, value, variable, wire, zone
}

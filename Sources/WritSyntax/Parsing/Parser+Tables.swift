import WritSource

/// Decision tables: the one place where a line's end means something.
extension Parser {
    mutating func parseTable() {
        let mark = open()
        let keyword = currentRange
        eat(.table)
        if kind().isName, !at(.from) { parseTableMode() }
        let isFile = atWord(.from)
        if isFile {
            advance()
            expectText(.file, "the name of a CSV file, a text")
        }
        parseList(.tableRows, .rows) { $0.parseTableRow() }
        if !isFile, !contextHasRows(mark) { reportEmptyTable(keyword) }
        close(.table, mark)
    }

    private mutating func parseTableMode() {
        switch kind() {
        case .first, .unique, .collect, .sum, .min, .max, .count: label(.mode) { $0.parseMode() }
        default: break
        }
    }

    private func contextHasRows(_ mark: Mark) -> Bool { pending[mark...].contains { $0.label == .rows } }

    private mutating func reportEmptyTable(_ keyword: SourceRange) {
        report(
            SyntaxCodes.emptyTable, "this table has no rows", at: keyword,
            help: "the first row is the header: `| rule | fact || value |`, or write `table from \"file.csv\"`")
    }

    mutating func parseTableRow() {
        let (outerLimit, outerInRow) = (limit, isInRow)
        limit = endOfRow
        isInRow = true
        let mark = open()
        parseCells()
        close(.tableRow, mark)
        (limit, isInRow) = (outerLimit, outerInRow)
        if pending.last?.isToken == false { skipIgnoredInto() }
    }

    /// What the lexer dealt with at the start of the next line belongs behind the row.
    private mutating func skipIgnoredInto() {
        guard position < limit, buffer.tokens[position].kind == .invalid || buffer.tokens[position].kind == .semicolon
        else { return }
        skipIgnored()
    }

    /// Index of the first token of the next line.
    private var endOfRow: Int {
        var end = position + 1
        while end < limit, !buffer.tokens[end].flags.contains(.startsLine) { end += 1 }
        return end
    }

    private mutating func parseCells() {
        let rowStart = position
        var hasAnswers = at(.barBar)
        if at(.bar) || at(.barBar) { advance() } else { reportOpenRow() }
        while true {
            label(.cells) { $0.parseCell() }
            if position < limit, !at(.bar), !at(.barBar) { skipToBar() }
            guard position < limit else { return reportUnclosedRow() }
            if at(.barBar) { hasAnswers = true }
            let isBar = at(.bar)
            advance()
            if isBar, position == limit { break }
        }
        if !hasAnswers { reportMissingAnswers(from: rowStart) }
    }

    /// A row that lacks its first `|`.
    var atOpenRow: Bool { startsLine && !at(.table) && (kind(1) == .bar || kind(1) == .barBar) && !startsLine(1) }

    private mutating func reportOpenRow() {
        report(
            SyntaxCodes.unclosedRow, "this row does not begin with `|`", at: .at(currentRange.lower),
            label: "expected `|`", fixIt: ("begin the row", "| "))
        pushMissing()
    }

    private mutating func skipToBar() {
        fail(
            SyntaxCodes.expected, "expected `|` or `,` after this cell, found \(found)", at: currentRange,
            label: "expected `|`", help: "cells stand between `|`; a list of values has commas")
        skip { $0.at(.bar) || $0.at(.barBar) }
    }

    private mutating func reportUnclosedRow() {
        let end = SourceRange.at(buffer.triviaStart(of: position))
        fail(
            SyntaxCodes.unclosedRow, "this row does not end with `|`", at: end, label: "expected `|`",
            help: "a row stands on one line", fixIt: ("end the row", " |"))
    }

    private mutating func reportMissingAnswers(from rowStart: Int) {
        let row = SourceRange(buffer[rowStart].start, buffer.triviaStart(of: position))
        fail(
            SyntaxCodes.missingAnswers, "this row has no `||`", at: row,
            help: "write `||` between what is asked and what is answered")
    }

    // MARK: - Cells

    mutating func parseCell() {
        let mark = open()
        if !atEndOfCell {
            _ = consume(if: .not)
            parseSeries(.tests) { $0.parseCellTest() }
        }
        close(.cell, mark)
    }

    private var atEndOfCell: Bool { position >= limit || at(.bar) || at(.barBar) }

    private func endsCell(_ kind: TokenKind) -> Bool {
        kind == .bar || kind == .barBar || kind == .comma || kind == .endOfFile
    }

    mutating func parseCellTest() {
        switch kind() {
        case .any where endsCell(kind(1)): parseAnyTest()
        case .minus where endsCell(kind(1)), .star where endsCell(kind(1)):
            takeForeign("`any`, or leave the cell empty", "any", SyntaxCodes.foreignSign)
        case .less, .lessEqual, .greater, .greaterEqual: parseComparisonTest()
        case .leftBracket, .leftParen: if atInterval { parseIntervalTest() } else { parseValueTest() }
        case .rule, .because, .source, .do, .otherwise, .known: parseWordTest()
        default: parseValueTest()
        }
    }

    mutating func parseAnyTest() {
        let mark = open()
        eat(.any)
        close(.anyTest, mark)
    }

    mutating func parseComparisonTest() {
        let mark = open()
        advance(.operator)
        parseExpr(.value)
        close(.comparisonTest, mark)
    }

    mutating func parseIntervalTest() {
        let mark = open()
        label(.interval) { $0.parseInterval() }
        close(.intervalTest, mark)
    }

    mutating func parseWordTest() {
        let mark = open()
        advance()
        close(.wordTest, mark)
    }

    mutating func parseValueTest() {
        let mark = open()
        parseExpr(.value)
        close(.valueTest, mark)
    }
}

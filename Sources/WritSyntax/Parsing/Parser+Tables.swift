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
        if atRuler { return skipRuler() }
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

    /// The line that Markdown has under a table's header.
    private var atRuler: Bool {
        at(.bar)
            && buffer.tokens[position..<endOfRow].allSatisfy {
                $0.kind == .bar || $0.kind == .barBar || $0.kind == .minus || $0.kind == .colon
            } && buffer.tokens[position..<endOfRow].contains { $0.kind == .minus }
    }

    private mutating func skipRuler() {
        let range = SourceRange(buffer[position].start, buffer[endOfRow - 1].end)
        report(
            SyntaxCodes.foreignSign, "a table of Writ has no line under its header", at: range, label: "delete it",
            fixIt: ("delete the line", ""))
        skip { $0.startsLine }
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
        if !failMeant() {
            fail(
                SyntaxCodes.expected, "expected `|` or `,` after this cell, found \(found)", at: currentRange,
                label: "expected `|`", help: "cells stand between `|`; a list of values has commas")
        }
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
            takeForeignTest()
            _ = consume(if: .not)
            parseSeries(.tests) { $0.parseCellTest() }
        }
        close(.cell, mark)
    }

    /// `= 3` and `!= 3`: a cell names the value alone.
    private mutating func takeForeignTest() {
        switch kind() {
        case .equal, .equalEqual, .is: takeForeign("the value alone", "", SyntaxCodes.foreignEquality)
        case .notEqual: takeForeign("`not`", "not", SyntaxCodes.foreignEquality)
        default: break
        }
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
        case .rule, .because, .source, .then, .do, .otherwise, .known: parseWordTest()
        default:
            reportDash()
            parseValueTest()
        }
    }

    /// `1-5` without spaces: not meant as a difference.
    private mutating func reportDash() {
        guard at(.number, .minus), kind(2) == .number, endsCell(kind(3)), position + 2 < limit,
            buffer[position].end == buffer[position + 1].start, buffer[position + 1].end == buffer[position + 2].start
        else { return }
        let (low, high) = (buffer.range(of: position), buffer.range(of: position + 2))
        let interval = "[\(buffer.file.text(of: low))..\(buffer.file.text(of: high))]"
        report(
            SyntaxCodes.foreignSign, "Writ writes `\(interval)` for an interval; this is a difference",
            at: SourceRange(low.lower, high.upper), label: "write `\(interval)`",
            help: "for the difference, put spaces around `-`", fixIt: ("write `\(interval)`", interval))
        buffer.tokens[position + 1].flags.insert(.foreign)
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

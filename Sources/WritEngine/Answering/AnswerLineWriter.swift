import WritSemantics
import WritSource
import WritValues

/// Writes the answers of a branching program as lines of JSON, straight from the cells.
public final class AnswerLineWriter: Sendable {
    private let decision: DecisionID
    private let model: CheckedModel
    private let json: DatumJSON
    /// By conclusion, where one rule answers.
    private let lines: TemplateRow
    /// Where several may.
    private let collected: CollectedTemplate?
    /// Its head and tail, then the actions of each conclusion, then the words.
    private let parts: TemplateRow

    /// - Parameter name: what the decision is called in answers.
    /// - Returns: nil for a decision that the program leaves to the machine.
    public init?(_ program: BranchProgram, _ decision: DecisionID, named name: String, language: String?) {
        guard program.makes(decision), let made = program.decisions[decision.index] else { return nil }
        model = program.model
        self.decision = decision
        json = DatumJSON(model: model, language: language)
        let builder = AnswerTemplateBuilder(model, program.layout, language: language)
        let mode = model[decision].mode
        let hasLines = mode == .first || mode == .unique
        lines = TemplateRow(hasLines ? builder.lines(of: decision, named: name, made) : [])
        collected = hasLines ? nil : builder.parts(of: decision, named: name, made)
        parts = TemplateRow(collected.map { [$0.head, $0.tail] + $0.actions + $0.words } ?? [])
    }

    /// Writes the answer to a decision that was just made, without a line's end.
    ///
    /// - Returns: whether it could be told; if not, nothing was written and the machine must be asked.
    public func write(_ run: inout BranchRun, _ row: CaseRow, to buffer: inout ByteBuffer) -> Bool {
        let start = buffer.count
        let number = run.conclusion(of: decision)
        let isWritten =
            lines.count > 0
            ? write(lines.places[number], &run, row, to: &buffer) : writeCollected(&run, row, to: &buffer)
        guard isWritten else {
            buffer.truncate(to: start)
            return false
        }
        if row.name >= 0 {
            buffer.append(Self.idHead.utf8Start, count: Self.idHead.utf8CodeUnitCount)
            row.withText(row.name) { buffer.appendEscaped($0) }
            buffer.append(0x22)
        }
        buffer.append(0x7D)
        return true
    }

    private static let idHead: StaticString = ",\"id\":\""

    /// Works out what the words show, then writes the pieces.
    @inline(__always)
    private func write(
        _ place: TemplateRow.Place, _ run: inout BranchRun, _ row: CaseRow, to buffer: inout ByteBuffer
    ) -> Bool {
        if let because = place.because, !run.run(because, row) { return false }
        for piece in place.pieces {
            buffer.append(place.bytes + piece.start, count: piece.count)
            if piece.form == .nothing { continue }
            if !write(piece, place.bytes, place.template, run, row, to: &buffer) { return false }
        }
        return true
    }

    // MARK: Several rules

    @inline(never)
    private func writeCollected(_ run: inout BranchRun, _ row: CaseRow, to buffer: inout ByteBuffer) -> Bool {
        guard let template = collected, let made = run.program.decisions[decision.index] else { return false }
        let numbers = run.numbers(of: made, row)
        guard write(parts.places[0], &run, row, to: &buffer) else { return false }
        buffer.append(",\"actions\":[")
        var isFirst = true
        for number in numbers where template.actions[number].pieces.count > 1 || !template.actions[number].bytes.isEmpty
        {
            separate(&isFirst, &buffer)
            if !write(parts.places[2 + number], &run, row, to: &buffer) { return false }
        }
        list("],\"rule\":[", numbers.map { template.rules[$0] }, to: &buffer)
        buffer.append("],\"because\":[")
        isFirst = true
        for number in numbers where !template.words[number].bytes.isEmpty {
            separate(&isFirst, &buffer)
            if !write(parts.places[2 + template.actions.count + number], &run, row, to: &buffer) { return false }
        }
        let sources = numbers.compactMap { template.sources[$0] }
        list(
            "],\"source\":[", sources.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, to: &buffer)
        buffer.append(0x5D)
        return write(parts.places[1], &run, row, to: &buffer)
    }

    private func list(_ head: String, _ items: [[UInt8]], to buffer: inout ByteBuffer) {
        buffer.append(head)
        var isFirst = true
        for item in items {
            separate(&isFirst, &buffer)
            item.withUnsafeBufferPointer { buffer.append($0) }
        }
    }

    private func separate(_ isFirst: inout Bool, _ buffer: inout ByteBuffer) {
        if !isFirst { buffer.append(0x2C) }
        isFirst = false
    }

    // MARK: Values

    private func write(
        _ piece: AnswerTemplate.Piece, _ bytes: UnsafePointer<UInt8>, _ template: UnsafePointer<AnswerTemplate>,
        _ run: borrowing BranchRun, _ row: CaseRow, to buffer: inout ByteBuffer
    ) -> Bool {
        let cell = run.cells(piece.place, row).pointee
        if cell == CaseRow.unknown {
            // Words show what is unknown in their own way.
            if piece.isInWords { return false }
            buffer.append("null")
            return true
        }
        switch piece.form {
        case .boolean: buffer.append(cell != 0 ? "true" : "false")
        case .number: decimal(cell, piece, template, to: &buffer)
        case .text:
            if !piece.isInWords { buffer.append(0x22) }
            run.madeTexts.withText(Int(cell), beside: row) { buffer.appendEscaped($0) }
            if !piece.isInWords { buffer.append(0x22) }
        case .money: money(cell, piece, bytes, template, to: &buffer)
        case .date: date(cell, to: &buffer)
        case .word: word(piece.first + Int(cell), bytes, template, to: &buffer)
        case .namedDate, .easternDate: dateInWords(cell, piece, bytes, template, to: &buffer)
        case .other, .nothing: return other(piece, template, run, row, to: &buffer)
        }
        return true
    }

    private func decimal(
        _ cell: Int64, _ piece: AnswerTemplate.Piece, _ template: UnsafePointer<AnswerTemplate>,
        to buffer: inout ByteBuffer
    ) {
        let (scale, least) = (Int(piece.scale), Int(piece.minimumDecimals))
        guard piece.isInWords else {
            return buffer.appendDecimal(cell, scale: scale, minimumDecimals: least)
        }
        let style = template.pointee.style
        buffer.appendDecimal(
            cell, scale: scale, minimumDecimals: least, group: style.group, groupsFrom: style.groupsFrom,
            decimal: style.decimal)
    }

    private func money(
        _ cell: Int64, _ piece: AnswerTemplate.Piece, _ bytes: UnsafePointer<UInt8>,
        _ template: UnsafePointer<AnswerTemplate>, to buffer: inout ByteBuffer
    ) {
        let code = template.pointee.words[piece.first]
        let isFirst = piece.isInWords && template.pointee.style.currencyFirst
        if !piece.isInWords { buffer.append(0x22) }
        if isFirst {
            buffer.append(bytes + code.start, count: code.count)
            buffer.append(0x20)
        }
        decimal(cell, piece, template, to: &buffer)
        if !isFirst {
            buffer.append(0x20)
            buffer.append(bytes + code.start, count: code.count)
        }
        if !piece.isInWords { buffer.append(0x22) }
    }

    private func dateInWords(
        _ cell: Int64, _ piece: AnswerTemplate.Piece, _ bytes: UnsafePointer<UInt8>,
        _ template: UnsafePointer<AnswerTemplate>, to buffer: inout ByteBuffer
    ) {
        let (year, month, day) = CivilDate(dayNumber: Int(cell))!.fields
        if piece.form == .easternDate {
            for (place, number) in [year, month, day].enumerated() {
                buffer.appendDecimal(Int64(number), scale: 0, minimumDecimals: 0)
                word(piece.first + place, bytes, template, to: &buffer)
            }
        } else {
            buffer.appendDecimal(Int64(day), scale: 0, minimumDecimals: 0)
            word(piece.first + 12, bytes, template, to: &buffer)
            word(piece.first + month - 1, bytes, template, to: &buffer)
            word(piece.first + 13, bytes, template, to: &buffer)
            buffer.appendDecimal(Int64(year), scale: 0, minimumDecimals: 0)
        }
    }

    private func word(
        _ number: Int, _ bytes: UnsafePointer<UInt8>, _ template: UnsafePointer<AnswerTemplate>,
        to buffer: inout ByteBuffer
    ) {
        let word = template.pointee.words[number]
        buffer.append(bytes + word.start, count: word.count)
    }

    private func date(_ cell: Int64, to buffer: inout ByteBuffer) {
        let (year, month, day) = CivilDate(dayNumber: Int(cell))!.fields
        buffer.append(0x22)
        buffer.appendDigits(year, width: 4)
        buffer.append(0x2D)
        buffer.appendDigits(month, width: 2)
        buffer.append(0x2D)
        buffer.appendDigits(day, width: 2)
        buffer.append(0x22)
    }

    @inline(never)
    private func other(
        _ piece: AnswerTemplate.Piece, _ template: UnsafePointer<AnswerTemplate>, _ run: borrowing BranchRun,
        _ row: CaseRow, to buffer: inout ByteBuffer
    ) -> Bool {
        let other = template.pointee.others[piece.first]
        let datum = run.datum(piece.place, other.type, row)
        if let words = other.words {
            if datum.hasUnknownPart { return false }
            buffer.appendEscaped(words.text(datum, other.type))
        } else {
            buffer.append(json.text(datum, other.type))
        }
        return true
    }
}

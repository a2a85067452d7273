import WritSemantics
import WritSource
import WritValues

/// Writes the answers of a branching program as lines of JSON, straight from the cells.
public struct AnswerLineWriter: Sendable {
    private let templates: [AnswerTemplate]
    private let decision: DecisionID
    private let model: CheckedModel
    private let json: DatumJSON
    private let language: String?

    /// - Parameter name: what the decision is called in answers.
    /// - Returns: nil for a decision that the program leaves to the machine.
    public init?(_ program: BranchProgram, _ decision: DecisionID, named name: String, language: String?) {
        guard program.makes(decision), let made = program.decisions[decision.index] else { return nil }
        model = program.model
        self.decision = decision
        self.language = language
        json = DatumJSON(model: model, language: language)
        templates = AnswerTemplateBuilder(model, language: language).templates(of: decision, named: name, made)
    }

    /// Writes the answer to a decision that was just made, without a line's end.
    ///
    /// - Returns: whether it could be told; if not, nothing was written and the machine must be asked.
    public func write(_ run: inout BranchRun, _ row: CaseRow, to buffer: inout ByteBuffer) -> Bool {
        let number = run.conclusion(of: decision)
        let start = buffer.count
        return templates.withUnsafeBufferPointer { templates in
            let template = templates.baseAddress! + number
            if let because = template.pointee.because, !run.run(because, row) { return false }
            let isWritten = template.pointee.pieces.withUnsafeBufferPointer { pieces in
                template.pointee.bytes.withUnsafeBufferPointer { bytes in
                    write(pieces, bytes.baseAddress!, template, run, row, to: &buffer)
                }
            }
            if !isWritten { buffer.truncate(to: start) }
            return isWritten
        }
    }

    private func write(
        _ pieces: UnsafeBufferPointer<AnswerTemplate.Piece>, _ bytes: UnsafePointer<UInt8>,
        _ template: UnsafePointer<AnswerTemplate>, _ run: borrowing BranchRun, _ row: CaseRow,
        to buffer: inout ByteBuffer
    ) -> Bool {
        for piece in pieces {
            buffer.append(bytes + piece.start, count: piece.count)
            if piece.form == .nothing { continue }
            if !write(piece, bytes, template, run, row, to: &buffer) { return false }
        }
        if row.name >= 0 {
            buffer.append(",\"id\":\"")
            row.withText(row.name) { buffer.appendEscaped($0) }
            buffer.append(0x22)
        }
        buffer.append(0x7D)
        return true
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
        case .word:
            let word = template.pointee.words[piece.first + Int(cell)]
            buffer.append(bytes + word.start, count: word.count)
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

import WritFacts
import WritSemantics
import WritValues

/// How long it takes to put JSON documents of plain facts into rows, a line of a large chunk at a time.
struct RowTimes {
    let name: String
    let model: CheckedModel

    func print() throws {
        var maker = CaseMaker()
        let text = (0..<2_000).map { number in line(maker.facts(model, missing: 5), number) }.joined()
        let layout = CaseLayout(model)
        let schema = RowSchema(model, layout: layout, for: ReachedFacts(by: [DecisionID(0)], in: model))
        let (binder, row, lines) = (RowBinder(schema), CaseRow(layout), IndexedLines(path: "cases"))
        let chunk = try Self.chunk(text)
        var bound = 0
        let time = least {
            lines.open(chunk)
            bound = 0
            while lines.advance() { bound += binder.bind(lines, into: row) ? 1 : 0 }
        }
        precondition(bound == chunk.lineCount, "\(chunk.lineCount - bound) documents were left to the careful reader")
        let index = least { lines.open(chunk) }
        let documents = text.split(separator: "\n").map { Array($0.utf8) }
        let alone = least {
            for document in documents { document.withUnsafeBufferPointer { use(binder.bind($0, into: row)) } }
        }
        Swift.print("\(name): documents of \(text.utf8.count / 2_000) bytes")
        for (title, time) in [("JSON to row", time), ("of which index", index), ("one by one", alone)] {
            Swift.print("  \(title)  \((time / 200).rounded() / 10) ns")
        }
    }

    /// Nanoseconds for one run of `work`: the least of many, for other work on the machine only ever adds to them.
    private func least(_ work: () -> Void) -> Double {
        (0..<300).map { _ in ContinuousClock().measure(work).nanoseconds }.min()!
    }

    private static func chunk(_ text: String) throws -> LineChunk {
        var rest = Array(text.utf8)[...]
        var reader = LineChunkReader(path: "cases") { buffer throws(StreamFailure) in
            let count = min(buffer.count, rest.count)
            buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
        let chunk = LineChunk()
        _ = try reader.fill(chunk)
        return chunk
    }

    /// A case as hosts write them, with a space after each comma and colon.
    private func line(_ facts: FactSet, _ number: Int) -> String {
        let fields = model.facts.enumerated().compactMap { index, fact in
            json(facts.facts[index], fact.slot).map { "\"\(fact.slot.wireName)\": \($0)" }
        }
        return "{\"id\": \"case-\(1_000_000 + number)\", \(fields.joined(separator: ", "))}\n"
    }

    private func json(_ datum: Datum, _ slot: Slot) -> String? {
        switch (datum, slot.type) {
        case (.unknown, _): slot.isOptional ? nil : json(example(slot), slot)
        case (.boolean(let truth), _): truth ? "true" : "false"
        case (.count(let count), .date): "\"\(CivilDate(dayNumber: Int(count))!)\""
        case (.count(let count), .number(let scale)), (.count(let count), .money(_, let scale)):
            DecimalText.print(count: count, scale: scale, minimumDecimals: scale)
        case (.variant(let index, _), .variant(let id)): "\"\(model[id].cases[index].wireName)\""
        default: nil
        }
    }

    private func example(_ slot: Slot) -> Datum {
        switch slot.type {
        case .variant: .variant(0, [])
        case .boolean: .boolean(true)
        default: .count(100)
        }
    }
}

import Testing
import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// Reads the same bytes with the fast and with the careful reader, and holds them together.
final class BothReaders {
    let model: CheckedModel
    private let reach: ReachedFacts
    private let presets: [FactID: Datum]
    private let limits: DocumentLimits
    private let careful: FactBinder
    private let fast: RowBinder
    private let row: CaseRow

    init(
        _ model: CheckedModel, for reach: ReachedFacts, presets: [FactID: Datum] = [:],
        limits: DocumentLimits = DocumentLimits()
    ) {
        self.model = model
        self.reach = reach
        self.presets = presets
        self.limits = limits
        careful = FactBinder(model)
        let layout = CaseLayout(model, texts: ["a", "of the policy", "\u{E9}"])
        fast = RowBinder(RowSchema(model, layout: layout, for: reach, presets: presets, limits: limits))
        row = CaseRow(layout)
    }

    /// The case as the careful reader has it; nil when something is wrong.
    func readCarefully(_ bytes: [UInt8]) -> FactSet? {
        var sink = DiagnosticSink()
        let file = SourceFile(path: "case.json", bytes: bytes)
        let documents = DocumentReader.read(
            file, as: .json, limits: limits, splitsTopLevelList: false, sink: &sink)
        guard let node = documents.first?.root else { return nil }
        return careful.bind(node, for: reach, presets: presets, sink: &sink)
    }

    /// The case as the fast reader has it; nil when it leaves it.
    func readFast(_ bytes: [UInt8]) -> FactSet? {
        bytes.withUnsafeBufferPointer { fast.bind($0, into: row) } ? row.factSet(of: model) : nil
    }

    enum Outcome { case taken, left, refused, wrong }

    /// What became of the bytes. `wrong`, which must never be, is reported.
    func compare(_ bytes: [UInt8]) -> Outcome {
        let (fast, careful) = (readFast(bytes), readCarefully(bytes))
        guard let fast else { return careful == nil ? .refused : .left }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let careful else {
            Issue.record("the fast reader takes what is wrong: \(text)")
            return .wrong
        }
        if fast.isSame(as: careful) { return .taken }
        for (index, (one, other)) in zip(fast.facts, careful.facts).enumerated() where one != other {
            Issue.record("\(model.facts[index].heading.name) is \(one) and must be \(other): \(text)")
        }
        Issue.record("the readers differ: \(text)")
        return .wrong
    }
}

extension FactSet {
    /// Whether the two are equal to the last byte. Texts that are only canonically equal are not.
    fileprivate func isSame(as other: FactSet) -> Bool {
        facts == other.facts && id.map { Array($0.utf8) } == other.id.map { Array($0.utf8) }
            && zip(facts, other.facts).allSatisfy {
                $0.texts.elementsEqual($1.texts) { $0.utf8.elementsEqual($1.utf8) }
            }
    }
}

extension Datum {
    /// All texts in it, in order.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .variant(_, let parts), .record(let parts), .list(let parts): parts.flatMap(\.texts)
        default: []
        }
    }
}

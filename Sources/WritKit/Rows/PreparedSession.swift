import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics
import WritSource

/// Asks a prepared decision about case after case, with memory that is used again: for one thread.
///
/// A JSON text goes straight into cells, the branching program decides over them, and the answer's bytes come out of
/// templates. What is not ordinary on this way (a document with a mistake, an unknown that may matter, a fault, a broken
/// promise) goes the careful way, so that answers and messages are always the same as those of ``Policy/decide(_:json:options:)``.
public struct PreparedSession: ~Copyable {
    /// What is asked.
    public let prepared: PreparedDecision
    private var run: BranchRun
    private let binder: RowBinder
    private let writer: AnswerLineWriter?
    /// The case that was read last.
    private let row: CaseRow
    /// The careful way.
    private var session: DecisionSession
    /// What the last decision came from.
    private var last = Last.nothing
    /// How many cases went the careful way, of which some were refused.
    public private(set) var carefulCount = 0

    private enum Last {
        case nothing
        /// The session's own row.
        case row
        case bound(CaseRow)
        /// Boxed: the others are to stay cheap to note.
        indirect case decided(Decided)
    }

    init(_ prepared: PreparedDecision) {
        self.prepared = prepared
        run = BranchRun(prepared.program)
        binder = RowBinder(prepared.schema)
        writer = prepared.writer
        row = CaseRow(prepared.program.layout)
        session = DecisionSession(prepared.policy)
    }

    // MARK: From JSON

    /// Makes the decision about the case that a JSON text tells.
    ///
    /// - Parameter json: one document in UTF-8.
    /// - Throws: what is wrong with the document.
    public mutating func decide(json: UnsafeBufferPointer<UInt8>) throws(PolicyError) -> Verdict {
        if bindRow(json), let reached = reach(row) {
            last = .row
            return Verdict(prepared, ruleNumber: reached.rule)
        }
        return verdict(try carefully(json))
    }

    /// Makes the decision about the case that a JSON text tells.
    public mutating func decide(json: [UInt8]) throws(PolicyError) -> Verdict {
        try json.withUnsafeBufferPointer { bytes throws(PolicyError) in try decide(json: bytes) }
    }

    /// Makes the decision about the case that a JSON text tells.
    public mutating func decide(json: String) throws(PolicyError) -> Verdict { try decide(json: Array(json.utf8)) }

    /// Writes the answer to the case that a JSON text tells: the bytes of ``Decided/json``.
    ///
    /// - Returns: whether the policy stands behind the answer (``Decided/isSound``).
    /// - Throws: what is wrong with the document; then nothing was written.
    public mutating func answer(
        json: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer
    ) throws(PolicyError) -> Bool {
        if bindRow(json), writeRow(to: &buffer) { return true }
        return write(try carefully(json), to: &buffer)
    }

    /// Writes the answer to the case that a JSON text tells, or what stands in its place when it is refused: always one line,
    /// without a line break.
    public mutating func respond(
        to json: UnsafeBufferPointer<UInt8>, in buffer: inout ByteBuffer
    ) -> LineOutcome {
        if bindRow(json), writeRow(to: &buffer) { return .sound }
        var sink = DiagnosticSink()
        let root = document(json, sink: &sink)
        return respond(to: sink.hasErrors ? nil : root, in: &buffer, sink: &sink)
    }

    // MARK: From rows

    /// A case of the host's, read once and asked as often as it likes.
    ///
    /// - Throws: what is wrong with the document.
    public mutating func bind(json: [UInt8]) throws(PolicyError) -> BoundRow {
        let bound = CaseRow(prepared.program.layout)
        let isBound = json.withUnsafeBufferPointer { binder.bind($0, into: bound) }
        if isBound { return BoundRow(bound) }
        let facts = try json.withUnsafeBufferPointer { bytes throws(PolicyError) in try self.facts(bytes) }
        return bound.load(facts, of: prepared.policy.model) ? BoundRow(bound) : BoundRow(facts)
    }

    /// Makes the decision about a case that is bound. Never fails: what goes wrong is in the verdict.
    ///
    /// - Precondition: a session of the same prepared decision bound it.
    public mutating func decide(_ bound: BoundRow) -> Verdict {
        precondition(
            bound.row.map { $0.layout === prepared.program.layout } ?? true, "the case is bound for another decision")
        if let row = bound.row, let reached = reach(row) {
            last = .bound(row)
            return Verdict(prepared, ruleNumber: reached.rule)
        }
        return decideCarefully(bound)
    }

    @inline(never)
    private mutating func decideCarefully(_ bound: BoundRow) -> Verdict {
        let facts = bound.facts ?? bound.row!.factSet(of: prepared.policy.model)
        return verdict(session.decide(prepared.question(facts)))
    }

    /// The outcome of the decision that was made last, for reading or decoding; unknown when it is undetermined or faulted,
    /// and before the first.
    public var outcome: PolicyValue {
        let writer = ValueWriter(policy: prepared.policy, language: prepared.language)
        let type = prepared.policy.model[prepared.decision].type
        switch last {
        case .row: return PolicyValue(run.outcome(prepared.decision, row) ?? nothing, type, writer)
        case .bound(let row): return PolicyValue(run.outcome(prepared.decision, row) ?? nothing, type, writer)
        case .decided(let decided): return decided.outcome
        case .nothing: return PolicyValue(nothing, type, writer)
        }
    }

    private var nothing: Datum {
        .unknown(.nothing(Absence(.noRule, at: prepared.policy.model[prepared.decision].heading.location)))
    }

    /// What the branching program came to: a rule, or several.
    private struct Reached {
        var rule: Int?
    }

    /// What the branching program makes of a row; nil when the machine must be asked.
    @inline(__always)
    private mutating func reach(_ row: CaseRow) -> Reached? {
        guard run.decide(prepared.decision, row) else { return nil }
        let number = run.conclusion(of: prepared.decision)
        return number >= 0 ? Reached(rule: number) : collect(row)
    }

    /// Under the collecting modes several rules may answer, which only the answer tells.
    @inline(never)
    private mutating func collect(_ row: CaseRow) -> Reached? {
        run.answer(prepared.decision, row).map { Reached(rule: prepared.ruleNumber($0.rules)) }
    }

    private mutating func verdict(_ decided: Decided) -> Verdict {
        last = .decided(decided)
        return Verdict(prepared, decided)
    }

    // MARK: From lines

    /// Writes the answer to the line that `lines` stands at, or what stands in its place when it is refused.
    ///
    /// - Parameter sink: gets what the careful reader says of the line.
    public mutating func answer(
        _ lines: IndexedLines, to buffer: inout ByteBuffer, sink: inout DiagnosticSink
    ) -> LineOutcome {
        last = .nothing
        if binder.bind(lines, into: row), writeRow(to: &buffer) { return .sound }
        return respond(to: lines.document(sink: &sink).root, in: &buffer, sink: &sink)
    }

    // MARK: The two ways

    /// Reads a case into the session's row. What was decided from it before can no longer be read.
    private mutating func bindRow(_ json: UnsafeBufferPointer<UInt8>) -> Bool {
        last = .nothing
        return binder.bind(json, into: row)
    }

    private mutating func writeRow(to buffer: inout ByteBuffer) -> Bool {
        guard let writer, run.decide(prepared.decision, row),
            writer.write(&run, row, to: &buffer)
        else { return false }
        last = .row
        return true
    }

    private mutating func write(_ decided: Decided, to buffer: inout ByteBuffer) -> Bool {
        last = .decided(decided)
        buffer.append(AnswerJSON.text(decided))
        return decided.isSound
    }

    /// Answers a document as the careful readers have it, nil when they refuse it.
    private mutating func respond(
        to node: DocumentNode?, in buffer: inout ByteBuffer, sink: inout DiagnosticSink
    ) -> LineOutcome {
        carefulCount += 1
        var facts: FactSet?
        var id = node?.caseName
        if let node {
            let bound = prepared.policy.binder.read(
                node, for: prepared.reach, presets: prepared.presets, sink: &sink)
            if let bound {
                id = bound.facts.id
                if bound.check(against: prepared.reach, decision: prepared.name, sink: &sink) { facts = bound.facts }
            }
        }
        guard let facts else {
            buffer.append(
                RejectionJSON.text(sink.diagnostics, decision: prepared.name, policy: prepared.policy, id: id))
            return .refused
        }
        return write(session.decide(prepared.question(facts)), to: &buffer) ? .sound : .unsound
    }

    private mutating func carefully(_ json: UnsafeBufferPointer<UInt8>) throws(PolicyError) -> Decided {
        carefulCount += 1
        return session.decide(prepared.question(try facts(json)))
    }

    private func facts(_ json: UnsafeBufferPointer<UInt8>) throws(PolicyError) -> FactSet {
        var sink = DiagnosticSink()
        guard let node = document(json, sink: &sink),
            let facts = prepared.policy.binder.bind(
                node, for: prepared.reach, decision: prepared.name, presets: prepared.presets, sink: &sink),
            !sink.hasErrors
        else { throw PolicyError(.input, sink.diagnostics) }
        return facts
    }

    private func document(_ json: UnsafeBufferPointer<UInt8>, sink: inout DiagnosticSink) -> DocumentNode? {
        let file = SourceFile(path: "<facts>", bytes: Array(json))
        return DocumentReader.read(file, as: .json, splitsTopLevelList: false, sink: &sink).first?.root
    }
}

/// What became of a case that was answered with a line.
public enum LineOutcome: Sendable {
    /// Answered.
    case sound
    /// Answered, but the answer is faulted or breaks a promise.
    case unsound
    /// Not answered: there is something wrong with it.
    case refused
}

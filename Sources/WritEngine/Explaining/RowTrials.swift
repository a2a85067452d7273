import WritSemantics

/// Makes a decision about one case over and over by the branching program, each time with one cell of the case changed.
final class RowTrials {
    private let decision: DecisionID
    private let row: CaseRow
    @exclusivity(unchecked)
    private var run: BranchRun
    /// The number of the conclusion that the case itself reaches.
    private let reached: Int?
    /// By the number of the conclusion: whether two answers by it differ in amounts, texts and dates only.
    private let isFixed: [Bool]

    /// Where the value lies that is changed over and over.
    @exclusivity(unchecked)
    private var place: Place?

    private struct Place {
        var path: FactPath
        /// Nil when a row has no such place.
        var cell: UnsafeMutablePointer<Int64>?
        var type: WritType

        init(_ path: FactPath, _ found: (cell: UnsafeMutablePointer<Int64>, type: WritType)?) {
            self.path = path
            (cell, type) = (found?.cell, found?.type ?? .boolean)
        }
    }

    /// What the program makes of a change.
    enum Outcome {
        /// The same conclusion as without it, and one that is of the same kind in every case.
        case alike
        case answered(Answer)
        /// The machine must be asked.
        case open
    }

    /// Nil when the program does not make the decision or a row cannot say the case.
    init?(_ program: BranchProgram, _ decision: DecisionID, _ facts: FactSet, _ answer: Answer) {
        guard program.makes(decision) else { return nil }
        let row = CaseRow(program.layout)
        guard row.load(facts, of: program.model) else { return nil }
        self.row = row
        self.decision = decision
        run = BranchRun(program)
        let declared = program.model[decision]
        isFixed = declared.allConclusions.map { $0.isFixed(declared.type, program.model) }
        reached = answer.conclusion(of: declared)
    }

    /// What the program makes of the case with another value at a path.
    func attempt(_ value: Datum, at path: FactPath) -> Outcome {
        if place?.path != path { place = Place(path, row.place(of: path, in: run.program.model)) }
        guard let place, let cells = place.cell, let cell = row.cell(of: value, CellKind(place.type)) else {
            return .open
        }
        let before = cells.pointee
        cells.pointee = cell
        defer { cells.pointee = before }
        guard run.make(decision, row) else { return .open }
        let number = run.conclusion(of: decision)
        if number >= 0, number == reached, isFixed[number] { return .alike }
        return run.told(decision, row).map { .answered($0) } ?? .open
    }
}

extension Answer {
    /// The number of the one conclusion that gave a determined answer; nil when there is none, or several did.
    fileprivate func conclusion(of decision: Decision) -> Int? {
        guard status == .determined, held.isEmpty, rules.count == 1 else { return nil }
        switch rules[0] {
        case .rule(let index): return index
        case .otherwise: return decision.rules.count
        case .undetermined: return nil
        }
    }
}

extension Conclusion {
    /// Whether all its determined outcomes are of one kind, as ``AnswerKind`` sees it.
    fileprivate func isFixed(_ type: WritType, _ model: CheckedModel) -> Bool {
        if type.isPlainQuantity { return true }
        switch value?.kind {
        case .constant: return true
        case .makeCase(let id, let index, let parts):
            return zip(parts, model[id].cases[index].fields).allSatisfy { part, slot in
                part != nil && !slot.isOptional && slot.type.isPlainQuantity
            }
        default: return false
        }
    }
}

extension WritType {
    /// Whether a known value of it is like any other.
    fileprivate var isPlainQuantity: Bool { isQuantity || self == .text || self == .zone }
}

extension CaseRow {
    /// The first cell of what a path leads to; nil when it leads to nothing.
    fileprivate func place(
        of path: FactPath, in model: CheckedModel
    ) -> (cell: UnsafeMutablePointer<Int64>, type: WritType)? {
        var cell = cells + layout.facts[path.fact.index]
        var type = model[path.fact].slot.type
        for step in path.steps {
            if cell.pointee == Self.unknown { return nil }
            switch (step, type) {
            case (.element(let index), .list(let element)):
                cell = arena + Self.start(of: cell.pointee) + index * layout.width(of: element)
                type = element
            case (.field(let name), .record(let id)):
                guard let field = model[id].fields.firstIndex(where: { $0.name == name }) else { return nil }
                cell += layout.offset(of: field, in: id)
                type = model[id].fields[field].type
            case (.field(let name), .variant(let id)):
                let number = Int(cell.pointee)
                let fields = model[id].cases[number].fields
                guard let field = fields.firstIndex(where: { $0.name == name }) else { return nil }
                cell += layout.offset(of: field, inCase: number, of: id)
                type = fields[field].type
            default: return nil
            }
        }
        return (cell, type)
    }
}

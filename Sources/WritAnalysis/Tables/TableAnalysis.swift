import WritEngine
import WritSemantics

/// What can be said of a decision's rows without any solver: each row is a box in the space of the columns.
///
/// `docs/design/table-analysis.md` says how, and what a box that is found here is not yet: a case.
public struct TableAnalysis {
    let space: ColumnSpace
    let grid: TableGrid
    let mode: Decision.Mode
    /// Rows by where they apply, and by where they apply or are held.
    private let applying: MeetingRows
    private let possible: MeetingRows

    /// Nil where the decision is no table of boxes: a row asks something that is no test of one column against constants, or there are no columns.
    ///
    /// - Parameter constant: the value of a term that is the same for all cases, as its type counts it; nil for any other.
    public init?(_ decision: Decision, of model: CheckedModel, constant: (Term) -> Int64? = { _ in nil }) {
        guard !decision.columns.isEmpty else { return nil }
        var (texts, numbers): ([String], [[UInt8]: Int64]) = ([], [:])
        let boxes = TableBoxes(
            rowsOf: decision,
            text: { text in
                // Texts are their bytes: `==` of strings would take two that only look the same for one.
                if let number = numbers[Array(text.utf8)] { return number }
                numbers[Array(text.utf8)] = Int64(texts.count)
                texts.append(text)
                return Int64(texts.count - 1)
            }, constant: constant)
        let space = ColumnSpace(of: decision, in: model, texts: texts)
        guard let boxes, !FarConstants.areIn(decision, space, constant: constant) else { return nil }
        self.init(boxes, space, mode: decision.mode)
    }

    init?(
        _ boxes: TableBoxes, _ space: ColumnSpace, mode: Decision.Mode, mostBits: Int = GridColumn.mostBits
    ) {
        guard let grid = TableGrid(boxes, space, mostBits: mostBits) else { return nil }
        self.space = space
        self.grid = grid
        self.mode = mode
        applying = MeetingRows(grid, grid.applying(0))
        possible = grid.hasHeldRows ? MeetingRows(grid, grid.possible(0)) : applying
    }

    /// Pairs of rows that apply to one combination, in any mode.
    func overlaps(limit: Int = 100) -> TableOverlaps { TableOverlaps(grid, applying, limit: limit) }

    /// Rows that never answer; in the modes in which all rows are asked, rows that never apply.
    ///
    /// - Parameter answers: for ``HiddenRows/init(_:_:answers:limits:)``.
    func hiddenRows(answers: [Int]? = nil, limits: HiddenRows.Limits = HiddenRows.Limits()) -> HiddenRows {
        mode == .first
            ? HiddenRows(grid, possible, answers: answers, limits: limits) : HiddenRows(emptyRowsOf: grid)
    }

    /// Combinations that no row covers. Of interest where there is no `otherwise`, and where it is to be reached.
    ///
    /// - Parameter overlaps: what ``overlaps(limit:)`` found, if it was asked: rows that lie apart need only be counted.
    func gaps(_ overlaps: TableOverlaps? = nil, limits: TableGaps.Limits = TableGaps.Limits()) -> TableGaps {
        TableGaps(grid, possible, areApart: overlaps?.count == 0, limits: limits)
    }
}

/// Finds the row of a table that applies, in about the same time at ten rows and at ten thousand.
///
/// Two structures, one meaning. A decision diagram answers cases whose columns are known; bits answer those with unknown
/// ones, and all cases of a table whose diagram would be too large. `docs/design/tables.md` has the figures.
public final class TableIndex: Sendable {
    /// What a column's cell holds when its value is unknown.
    public static let unknown = Int64.min
    /// No row applies, and none is held.
    public static let none: Int32 = -1
    /// A row is held, or two rows of a `unique` table apply: the rules must be gone through.
    public static let undecidable: Int32 = -2

    /// How large a diagram may become, and how much may be done for it.
    public struct Limits: Sendable {
        public var nodes: Int
        public var edges: Int
        /// Rows looked at, which bounds the time: four million take about a twentieth of a second.
        public var work: Int

        public init(nodes: Int = 50_000, edges: Int = 1_000_000, work: Int = 4_000_000) {
            self.nodes = nodes
            self.edges = edges
            self.work = work
        }
    }

    nonisolated(unsafe) private let diagram: RowDiagram?
    nonisolated(unsafe) private let bits: RowBits

    public init(_ boxes: TableBoxes, limits: Limits = Limits()) {
        diagram = RowDiagramBuilder.diagram(of: boxes, limits: limits)
        bits = RowBits(boxes)
    }

    deinit {
        diagram?.deallocate()
        bits.deallocate()
    }

    /// The row for the values of the decision's columns, one each in their order: its number, or `none` or `undecidable`.
    ///
    /// Allocates nothing and counts no references; may be called from any number of threads at once. A value that does not fit
    /// 64 bits must not be asked for.
    @inline(__always)
    public func row(_ values: UnsafePointer<Int64>) -> Int32 {
        if let diagram {
            let row = diagram.row(values)
            if row != RowDiagram.unknownMet { return row }
        }
        return bits.row(values)
    }

    /// How many nodes the diagram has; nil when it would have been too large.
    public var nodeCount: Int? { diagram?.nodeCount }

    /// The memory that the lookup reads.
    public var byteCount: Int { (diagram?.byteCount ?? 0) + bits.byteCount }
}

import WritSemantics
import WritValues

/// What ``RowBinder`` needs to know to put the facts of JSON documents into rows: worked out once for a policy and what is
/// asked of it, then shared by as many binders as there are threads.
public final class RowSchema: Sendable {
    /// How the rows lie that it is for.
    public let layout: CaseLayout
    /// The most of a document that is read.
    public let limits: DocumentLimits
    nonisolated(unsafe) let table: RowTable

    /// - Parameters:
    ///   - layout: how the facts of the model lie in a row.
    ///   - reach: what the decisions that will be asked read between them. A document in which something is missing that it
    ///     needs is left to the careful reader.
    ///   - presets: facts that the caller sets whatever a document says, as ``FactBinder`` has them.
    public init(
        _ model: CheckedModel, layout: CaseLayout, for reach: ReachedFacts, presets: [FactID: Datum] = [:],
        limits: DocumentLimits = DocumentLimits()
    ) {
        self.layout = layout
        self.limits = limits
        var builder = RowSchemaBuilder(model, layout, reach)
        table = RowTable(builder.build(presets: presets), width: layout.width)
    }

    deinit { table.deallocate() }
}

/// The parts of a schema as the builder makes them.
struct RowParts {
    var shapes: [RowShape] = []
    var entries: [RowEntry] = []
    var groups: [RowGroup] = []
    var cases: [RowCase] = []
    /// Cells of values that are not there; the first are those of a whole case.
    var absent: [Int64] = []
    var names: [UInt8] = []
    var buckets: [Int32] = []
    var needed: [UInt64] = []
    var presets: [RowPreset] = []
    /// The group of the facts; -1 when no document can be told by the table.
    var facts: Int32 = -1
}

/// A cell that is set whatever the document says.
struct RowPreset {
    var cell: Int32
    var value: Int64
}

/// The same in memory of its own, without reference counts and bounds: every index in it was made by the builder.
struct RowTable {
    let shapes: UnsafePointer<RowShape>
    let entries: UnsafePointer<RowEntry>
    let groups: UnsafePointer<RowGroup>
    let cases: UnsafePointer<RowCase>
    let absent: UnsafePointer<Int64>
    let names: UnsafePointer<UInt8>
    let buckets: UnsafePointer<Int32>
    let needed: UnsafePointer<UInt64>
    let presets: UnsafePointer<RowPreset>
    let presetCount: Int
    let entryCount: Int
    let groupCount: Int
    let facts: Int32
    let width: Int

    init(_ parts: RowParts, width: Int) {
        shapes = Self.copy(parts.shapes)
        entries = Self.copy(parts.entries)
        groups = Self.copy(parts.groups)
        cases = Self.copy(parts.cases)
        absent = Self.copy(parts.absent)
        names = Self.copy(parts.names)
        buckets = Self.copy(parts.buckets)
        needed = Self.copy(parts.needed)
        presets = Self.copy(parts.presets)
        presetCount = parts.presets.count
        entryCount = parts.entries.count
        groupCount = parts.groups.count
        facts = parts.facts
        self.width = width
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, elements.count))
        _ = memory.initialize(from: elements)
        return UnsafePointer(memory.baseAddress!)
    }

    func deallocate() {
        shapes.deallocate()
        entries.deallocate()
        groups.deallocate()
        cases.deallocate()
        absent.deallocate()
        names.deallocate()
        buckets.deallocate()
        needed.deallocate()
        presets.deallocate()
    }
}

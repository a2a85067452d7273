import WritValues

/// How the facts of a case lie in cells of 64 bits, one fact after another.
///
/// A scalar is one cell: a count, 0 or 1 for a boolean, the number of a calendar, the number of a text or a zone's name in
/// the row's texts. A record is a header cell and its fields; a variant a tag cell and the fields of all its cases, one
/// after the other; a list one cell, a run of the row's arena. An unknown value is ``CaseRow/unknown`` in its first cell, an
/// unknown record in all its cells; of a variant only the fields of its case are read.
public final class CaseLayout: Sendable {
    /// The first cell of each fact, by its number.
    public let facts: [Int]
    /// How many cells all facts together have.
    public let width: Int
    /// The texts that have the same numbers in every row, from 0: those which the policy itself writes.
    public let texts: FixedTexts
    private let records: [Aggregate]
    private let variants: [Aggregate]

    private struct Aggregate: Sendable {
        var width = 1
        /// By case (a record has one) and field, counted from the first cell.
        var offsets: [[Int]] = []
    }

    /// - Parameter texts: the texts that a policy's plan numbers from 0.
    public init(_ model: CheckedModel, texts: [String] = []) {
        var builder = Builder(model)
        records = model.records.indices.map { builder.record($0) }
        variants = model.variants.indices.map { builder.variant($0) }
        var width = 0
        facts = model.facts.map { fact in
            defer { width += builder.width(of: fact.slot.type) }
            return width
        }
        self.width = width
        self.texts = FixedTexts(texts)
    }

    /// How many cells a value of the type has.
    public func width(of type: WritType) -> Int {
        switch type {
        case .record(let id): records[id.index].width
        case .variant(let id): variants[id.index].width
        default: 1
        }
    }

    /// Where a record's field begins, counted from the record's header.
    public func offset(of field: Int, in record: RecordID) -> Int { records[record.index].offsets[0][field] }

    /// Where a field of a variant's case begins, counted from the variant's tag.
    public func offset(of field: Int, inCase index: Int, of variant: VariantID) -> Int {
        variants[variant.index].offsets[index][field]
    }

    /// Works out each type once. A type that holds itself does so through a list, whose one cell needs no element's width.
    private struct Builder {
        let model: CheckedModel
        var records: [Int: Aggregate] = [:]
        var variants: [Int: Aggregate] = [:]

        init(_ model: CheckedModel) { self.model = model }

        mutating func width(of type: WritType) -> Int {
            switch type {
            case .record(let id): record(id.index).width
            case .variant(let id): variant(id.index).width
            default: 1
            }
        }

        mutating func record(_ index: Int) -> Aggregate {
            if let known = records[index] { return known }
            let made = aggregate([model.records[index].fields])
            records[index] = made
            return made
        }

        mutating func variant(_ index: Int) -> Aggregate {
            if let known = variants[index] { return known }
            let made = aggregate(model.variants[index].cases.map(\.fields))
            variants[index] = made
            return made
        }

        private mutating func aggregate(_ cases: [[Slot]]) -> Aggregate {
            var made = Aggregate()
            for fields in cases {
                var offsets: [Int] = []
                for field in fields {
                    offsets.append(made.width)
                    made.width += width(of: field.type)
                }
                made.offsets.append(offsets)
            }
            return made
        }
    }
}

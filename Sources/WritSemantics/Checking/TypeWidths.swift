import WritDiagnostics
import WritSource

/// Refuses records and variants that hold more values than any case could tell: a record of two records of two records, and
/// so on, doubles with each line.
struct TypeWidths {
    /// So many values one type may hold, those of the records in it counted; a list counts as one.
    static let widest = 10_000

    private let elaboration: Elaboration
    private var widths: [WritType: Int] = [:]
    private var hasReported = false

    init(elaboration: Elaboration) { self.elaboration = elaboration }

    /// Types do not contain themselves any more.
    mutating func check() {
        for index in elaboration.model.variants.indices { _ = width(of: .variant(VariantID(index))) }
        for index in elaboration.model.records.indices { _ = width(of: .record(RecordID(index))) }
    }

    private mutating func width(of type: WritType) -> Int {
        if let known = widths[type] { return known }
        let width = slots(of: type).reduce(1) { min($0 + self.width(of: $1.type), Self.widest + 1) }
        widths[type] = width
        if width > Self.widest { refuse(type) }
        return widths[type]!
    }

    private func slots(of type: WritType) -> [Slot] {
        switch type {
        case .variant(let id): elaboration.model[id].cases.flatMap(\.fields)
        case .record(let id): elaboration.model[id].fields
        default: []
        }
    }

    /// The first that is too wide is reported; for what it is a part of it holds nothing.
    private mutating func refuse(_ type: WritType) {
        switch type {
        case .variant(let id):
            report("type", elaboration.model[id].heading)
            for index in elaboration.model[id].cases.indices {
                empty(&elaboration.model.variants[id.index].cases[index].fields)
            }
        case .record(let id):
            report("record", elaboration.model[id].heading)
            empty(&elaboration.model.records[id.index].fields)
        default: break
        }
        widths[type] = 1
    }

    private func empty(_ slots: inout [Slot]) {
        for index in slots.indices { slots[index].type = .poison }
    }

    private mutating func report(_ noun: String, _ heading: Heading) {
        guard !hasReported else { return }
        hasReported = true
        elaboration.error(
            .typeTooWide, "\(noun) `\(heading.name)` holds more than ten thousand values", at: heading.location,
            "with all that is in its fields", help: "keep the parts that no rule reads out of it, or make it a list")
    }
}

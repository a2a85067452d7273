import WritDiagnostics
import WritSource

/// Finds records and variants that contain themselves, and cuts the knot by a field without a type.
struct TypeRecursion {
    let elaboration: Elaboration

    private enum Node: Hashable {
        case variant(VariantID)
        case record(RecordID)
    }

    /// A slot below a node, by its place.
    private struct Place {
        var caseIndex: Int?
        var index: Int
    }

    func check() {
        var finished: Set<Node> = []
        for index in elaboration.model.variants.indices { visit(.variant(VariantID(index)), [], &finished) }
        for index in elaboration.model.records.indices { visit(.record(RecordID(index)), [], &finished) }
    }

    private func visit(_ node: Node, _ path: [Node], _ finished: inout Set<Node>) {
        if finished.contains(node) { return }
        for (slot, place) in slots(of: node) {
            guard let next = target(of: slot.type) else { continue }
            let path = path + [node]
            if let start = path.firstIndex(of: next) {
                report(slot, Array(path[start...]))
                cut(node, place)
            } else {
                visit(next, path, &finished)
            }
        }
        finished.insert(node)
    }

    private func slots(of node: Node) -> [(Slot, Place)] {
        switch node {
        case .record(let id):
            elaboration.model[id].fields.enumerated().map { ($1, Place(index: $0)) }
        case .variant(let id):
            elaboration.model[id].cases.enumerated().flatMap { caseIndex, variantCase in
                variantCase.fields.enumerated().map { ($1, Place(caseIndex: caseIndex, index: $0)) }
            }
        }
    }

    private func target(of type: WritType) -> Node? {
        switch type {
        case .list(let element): target(of: element)
        case .variant(let id): .variant(id)
        case .record(let id): .record(id)
        default: nil
        }
    }

    private func heading(of node: Node) -> Heading {
        switch node {
        case .variant(let id): elaboration.model[id].heading
        case .record(let id): elaboration.model[id].heading
        }
    }

    private func report(_ slot: Slot, _ path: [Node]) {
        let names = (path + [path[0]]).map { heading(of: $0).name }
        elaboration.error(
            .recursiveType, "`\(names[0])` contains itself: \(names.joined(separator: " → "))", at: slot.location,
            "closes the circle", also: [Label(heading(of: path[0]).location, "contains itself")],
            help: "values are finite: keep a number or a name here instead of the whole")
    }

    private func cut(_ node: Node, _ place: Place) {
        switch node {
        case .record(let id): elaboration.model.records[id.index].fields[place.index].type = .poison
        case .variant(let id):
            elaboration.model.variants[id.index].cases[place.caseIndex!].fields[place.index].type = .poison
        }
    }
}

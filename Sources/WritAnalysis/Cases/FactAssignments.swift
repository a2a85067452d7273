import WritSemantics

/// The facts of a case one by one, as a test writes them, and back.
struct FactAssignments {
    let model: CheckedModel
    private let roots: FactRoots

    init(_ model: CheckedModel, _ roots: FactRoots? = nil) {
        self.model = model
        self.roots = roots ?? FactRoots(model)
    }

    /// What a case tells, records field by field, in the order of the model; what is unknown is left out.
    func told(in facts: FactSet) -> [FactAssignment] {
        model.facts.indices.flatMap { index in
            let fact = FactID(index)
            return told(FactAssignment(fact: fact, value: facts[fact]), model[fact].slot.type)
        }
    }

    private func told(_ assignment: FactAssignment, _ type: WritType) -> [FactAssignment] {
        switch (assignment.value, type) {
        case (.unknown, _): return []
        case (.record(let fields), .record(let id)):
            let parts = fields.indices.flatMap { index in
                told(
                    FactAssignment(
                        fact: assignment.fact, fields: assignment.fields + [index], value: fields[index]),
                    model[id].fields[index].type)
            }
            // A record of which nothing is told is there all the same, where it might not be.
            return parts.isEmpty && isOptional(assignment) ? [assignment] : parts
        default: return [assignment]
        }
    }

    private func isOptional(_ assignment: FactAssignment) -> Bool {
        var slot = model[assignment.fact].slot
        for index in assignment.fields {
            guard case .record(let id) = slot.type else { return false }
            slot = model[id].fields[index]
        }
        return slot.isOptional
    }

    /// The path of what is assigned: `order.amount`.
    func path(_ assignment: FactAssignment) -> String {
        var (path, type) = (roots[assignment.fact], model[assignment.fact].slot.type)
        for index in assignment.fields {
            guard case .record(let id) = type else { break }
            path += ".\(model[id].fields[index].name)"
            type = model[id].fields[index].type
        }
        return path
    }

    /// The case that tells just this.
    func facts(_ assignments: [FactAssignment]) -> FactSet {
        var set = FactSet.empty(of: model)
        for assignment in assignments {
            let fact = model[assignment.fact]
            let path = FactPath(fact: assignment.fact, name: fact.heading.name)
            set.facts[assignment.fact.index] = put(
                assignment.value, assignment.fields[...], into: set[assignment.fact], fact.slot.type, path)
        }
        return set
    }

    private func put(
        _ value: Datum, _ fields: ArraySlice<Int>, into whole: Datum, _ type: WritType, _ path: FactPath
    ) -> Datum {
        guard let field = fields.first, case .record(let id) = type else { return value }
        let slots = model[id].fields
        var parts: [Datum]
        if case .record(let told) = whole {
            parts = told
        } else {
            parts = slots.map { .unknown(.missing(path.appending(.field($0.name)))) }
        }
        parts[field] = put(
            value, fields.dropFirst(), into: parts[field], slots[field].type,
            path.appending(.field(slots[field].name)))
        return .record(parts)
    }
}

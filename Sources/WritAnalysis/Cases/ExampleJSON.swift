import WritSemantics
import WritSource

/// Writes the facts of a case as hosts tell them: one object, by the names on the wire, without what is not told.
public struct ExampleJSON: Sendable {
    private let model: CheckedModel
    private let values: DatumJSON

    public init(model: CheckedModel) {
        self.model = model
        values = DatumJSON(model: model)
    }

    /// The object on one line.
    public func text(_ example: ExampleCase) -> String {
        var root = Branch()
        for assignment in example.assignments { add(assignment, to: &root) }
        var json = JSONWriter(.compact)
        write(root, to: &json)
        return json.text
    }

    private struct Branch {
        var value: (datum: Datum, type: WritType)?
        /// In the order in which they are first told.
        var names: [String] = []
        var parts: [String: Branch] = [:]

        mutating func put(_ path: ArraySlice<String>, _ datum: Datum, _ type: WritType) {
            guard let name = path.first else { return value = (datum, type) }
            if parts[name] == nil { names.append(name) }
            parts[name, default: Branch()].put(path.dropFirst(), datum, type)
        }
    }

    private func add(_ assignment: FactAssignment, to root: inout Branch) {
        var path = [model[assignment.fact].slot.wireName]
        var type = model[assignment.fact].slot.type
        for step in assignment.fields {
            guard case .record(let id) = type else { return }
            path.append(model[id].fields[step].wireName)
            type = model[id].fields[step].type
        }
        root.put(path[...], assignment.value, type)
    }

    private func write(_ branch: Branch, to json: inout JSONWriter) {
        if branch.names.isEmpty, let (datum, type) = branch.value { return values.write(datum, type, to: &json) }
        json.object { json in
            for name in branch.names {
                json.key(name)
                if let part = branch.parts[name] { write(part, to: &json) }
            }
        }
    }
}

import WritSemantics

/// The value that a fact ordinarily has: the one that the policy's own named cases and tests give it first, else a plain one.
///
/// No clock and no chance: the same policy has the same ordinary values everywhere.
struct OrdinaryValues: Sendable {
    private let model: CheckedModel
    private let plain: PlainValues
    /// By path, as the policy's cases have them.
    private var told: [String: Datum] = [:]

    init(_ model: CheckedModel, _ roots: FactRoots? = nil) {
        self.model = model
        plain = PlainValues(model)
        let roots = roots ?? FactRoots(model)
        for assignment in model.cases.flatMap(\.assignments) + model.tests.flatMap(\.assignments) {
            guard case .fact(let fact, let fields) = assignment.target else { continue }
            var (path, type) = (roots[fact], model[fact].slot.type)
            for index in fields {
                guard case .record(let id) = type else { break }
                path += ".\(model[id].fields[index].name)"
                type = model[id].fields[index].type
            }
            note(assignment.value, path, type)
        }
    }

    private mutating func note(_ datum: Datum, _ path: String, _ type: WritType) {
        switch (datum, type) {
        case (.unknown, _): return
        case (.record(let fields), .record(let id)):
            for (field, slot) in zip(fields, model[id].fields) { note(field, "\(path).\(slot.name)", slot.type) }
        default: if told[path] == nil { told[path] = datum }
        }
    }

    /// The ordinary count of a quantity at a path, within its bounds.
    func count(_ path: String, _ type: WritType, bounds: ClosedRange<Int128>?) -> Int128 {
        let range = bounds ?? SymbolicEvaluation.range(of: type)
        if case .count(let count)? = told[path], range.contains(count) { return count }
        return min(max(plain.count(type), range.lowerBound), range.upperBound)
    }

    func truth(_ path: String) -> Bool { told[path] == .boolean(true) }

    /// The number of the ordinary case of a variant or a calendar.
    func variant(_ path: String, count: Int) -> Int {
        if case .variant(let index, _)? = told[path], index < count { return index }
        return 0
    }

    func text(_ path: String, _ type: WritType) -> String {
        if case .text(let text)? = told[path] { return text }
        return type == .zone ? model.zone?.name ?? "UTC" : "text"
    }

    func list(_ path: String) -> Datum {
        if case .list? = told[path] { return told[path]! }
        return .list([])
    }
}

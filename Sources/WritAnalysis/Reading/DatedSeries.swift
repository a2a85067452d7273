import WritSemantics
import WritSource

/// Values of a param, or rules of a decision, that are the same but for the days on which they are in force.
struct DatedSeries {
    struct Member {
        /// `rule winter`, `the value 5 USD`, as a message names it.
        var name: String
        var period: DatedPeriod
        var place: SourceLocation
        /// The rule's number; nil for a value.
        var rule: Int?
    }

    /// The decision whose rules they are; nil for the values of a param.
    var decision: DecisionID?
    /// `decision tier`, `param fee`
    var owner: String
    /// In the order in which they are tried.
    var members: [Member]

    /// All series of at least two.
    static func all(in model: CheckedModel) -> [DatedSeries] {
        let params = model.params.flatMap { series(of: $0, model) }
        let decisions = model.decisions.indices.flatMap { series(of: DecisionID($0), model) }
        return (params + decisions).filter { $0.members.count > 1 }
    }

    // MARK: Params

    /// The dated values in the order written, those of one anchor together.
    private static func series(of param: Param, _ model: CheckedModel) -> [DatedSeries] {
        let members = datedValues(of: param, model)
        return grouped(members) { TermPrinter(model: model).text($0.period.anchor) }.map {
            DatedSeries(owner: "param `\(param.heading.name)`", members: $0)
        }
    }

    static func datedValues(of param: Param, _ model: CheckedModel) -> [Member] {
        var members: [Member] = []
        var value = param.value
        while case .conditional(let condition, then: let first, else: let rest) = value.kind {
            let (period, others) = DatedPeriod.split(condition, model)
            guard let period, others.isEmpty else { break }
            members.append(Member(name: "`\(first.location.text)`", period: period, place: period.location))
            value = rest
        }
        return members
    }

    // MARK: Rules

    private static func series(of id: DecisionID, _ model: CheckedModel) -> [DatedSeries] {
        let decision = model[id]
        let printer = TermPrinter(model: model)
        var dated: [(member: Member, words: String)] = []
        for (index, rule) in decision.rules.enumerated() {
            let (period, rest) = DatedPeriod.split(rule.condition, model)
            guard let period else { continue }
            let words = ([period.anchor] + rest).map(printer.text).joined(separator: "\n")
            let member = Member(name: "`\(rule.name)`", period: period, place: rule.location, rule: index)
            dated.append((member, words))
        }
        return grouped(dated, by: \.words).map {
            DatedSeries(decision: id, owner: "decision `\(decision.heading.name)`", members: $0.map(\.member))
        }
    }

    /// Whether a rule without a period asks the same: it stands in wherever none of these is in force.
    func hasStandIn(_ model: CheckedModel) -> Bool {
        guard let decision, let first = members.first?.rule else { return false }
        let printer = TermPrinter(model: model)
        func words(_ terms: [Term]) -> String { terms.map(printer.text).joined(separator: "\n") }
        let rules = model[decision].rules
        let asked = words(DatedPeriod.split(rules[first].condition, model).rest)
        return rules.contains { rule in
            let (period, rest) = DatedPeriod.split(rule.condition, model)
            return period == nil && words(rest) == asked
        }
    }

    private static func grouped<Element>(_ elements: [Element], by key: (Element) -> String) -> [[Element]] {
        var groups: [[Element]] = []
        var places: [String: Int] = [:]
        for element in elements {
            if let place = places[key(element)] {
                groups[place].append(element)
            } else {
                places[key(element)] = groups.count
                groups.append([element])
            }
        }
        return groups
    }
}

import WritSemantics

extension CheckedModel {
    /// A case of these facts, by name; the others are missing.
    public func facts(_ values: [String: Datum]) -> FactSet {
        var facts = FactSet.empty(of: self)
        for (index, fact) in self.facts.enumerated() {
            if let value = values[fact.heading.name] { facts.facts[index] = value }
        }
        return facts
    }

    /// The value of something that the host did not tell.
    public func missing(_ name: String, _ steps: FactPath.Step...) -> Datum {
        let index = facts.firstIndex { $0.heading.name == name }!
        return .unknown(.missing(FactPath(fact: FactID(index), name: name, steps: steps)))
    }
}

extension Datum: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral
{
    public init(integerLiteral value: Int) { self = .count(Int128(value)) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(arrayLiteral elements: Datum...) { self = .list(elements) }

    /// The facts that are missing where it is unknown, in order; nil where it is known.
    public var missing: [String]? {
        if case .unknown(let cause) = self { cause.missing.map(\.description) } else { nil }
    }

    public var fault: Fault? {
        if case .unknown(let cause) = self { cause.fault } else { nil }
    }

    public var absence: Absence.Reason? {
        if case .unknown(let cause) = self { cause.absence?.reason } else { nil }
    }
}

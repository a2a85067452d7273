import WritSemantics

/// A policy as a programmer would write it in Swift instead: a struct of known facts, an outcome by if and else.
///
/// Its cases are the same that Writ is asked, and it must give the same answers: ``BoundCases`` sees to that.
protocol HandWritten {
    /// The folder in `Policies`, which is also the policy's name, and the decision.
    static var policy: String { get }
    static var decision: String { get }

    /// A random case.
    init(from generator: inout SeededGenerator)

    /// A call, as Writ's is: who asks and who decides are two places in a program.
    func decide() -> HandDecision

    /// The facts by name, as Writ has them. Those named in `without` are left out.
    var data: [(name: String, datum: Datum)] { get }
    /// The facts that a case need not tell.
    static var optional: [String] { get }
}

/// A rule, by number, and what it answers.
struct HandDecision: Equatable {
    /// The number of the rule; for `otherwise` the number of rules.
    var rule: Int32
    /// The number of the outcome.
    var outcome: Int32
    /// In cents; 0 where the outcome has no amount.
    var amount: Int64 = 0

    /// The outcome as Writ gives it.
    func datum(of type: VariantType) -> Datum {
        let fields = type.cases[Int(outcome)].fields
        return .variant(Int(outcome), fields.isEmpty ? [] : [.count(Int128(amount))])
    }
}

extension HandWritten {
    static var optional: [String] { [] }

    func factSet(of model: CheckedModel, id: String? = nil, without absent: Set<String> = []) -> FactSet {
        var facts = FactSet.empty(of: model)
        facts.id = id
        for (name, datum) in data where !absent.contains(name) {
            facts.facts[model.facts.firstIndex { $0.heading.name == name }!] = datum
        }
        return facts
    }

    /// So many cases, the same in every run.
    static func cases(_ count: Int) -> [Self] {
        var generator = SeededGenerator()
        return (0..<count).map { _ in Self(from: &generator) }
    }
}

extension Datum {
    static func number(_ value: some BinaryInteger) -> Datum { .count(Int128(value)) }
    static func enumeration(_ value: some RawRepresentable<UInt8>) -> Datum { .variant(Int(value.rawValue), []) }
}

// The words of list expressions as typed values, and short ways to the lists of brackets.

extension QuantifierSyntax {
    public enum Quantifier: Sendable, Hashable { case any, every, no }

    public var quantifier: Quantifier { node.has(.every) ? .every : node.has(.any) ? .any : .no }
}

extension AggregateSyntax {
    public enum Function: Sendable, Hashable { case sum, min, max, average, list }

    public var function: Function {
        switch node.tokens.first?.kind {
        case .min: .min
        case .max: .max
        case .average: .average
        case .list: .list
        default: .sum
        }
    }
}

extension FirstOfSyntax {
    public var isDescending: Bool { node.has(.descending) }
}

extension ExtremeSyntax {
    public enum Function: Sendable, Hashable { case least, greatest, earliest, latest }

    public var function: Function {
        switch node.tokens.first?.kind {
        case .greatest: .greatest
        case .earliest: .earliest
        case .latest: .latest
        default: .least
        }
    }
}

extension TruthLiteralSyntax {
    public var value: Bool { node.has(.true) }
}

extension DefineDeclarationSyntax {
    /// The parameters themselves, without their brackets.
    public var parameterList: [ParameterSyntax] { parameters?.parameters ?? [] }
}

extension ActionDeclarationSyntax {
    public var parameterList: [ParameterSyntax] { parameters?.parameters ?? [] }
}

extension DecisionDeclarationSyntax {
    public var parameterList: [ParameterSyntax] { parameters?.parameters ?? [] }
}

extension QualifiedNameSyntax {
    /// `service_desk.facts`.
    public var text: String { parts.map(\.text).joined(separator: ".") }
}

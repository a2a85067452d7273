/// Writes explanations for people.
public struct ExplanationText: Sendable {
    private let ink: Ink

    public init(color: Bool = false) { ink = Ink(isOn: color) }

    public func text(of decided: Decided) -> String { "" }
}

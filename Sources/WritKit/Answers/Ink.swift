/// Colours for a terminal, or none.
public struct Ink: Sendable {
    public let isOn: Bool

    public init(isOn: Bool) { self.isOn = isOn }

    public func bold(_ text: String) -> String { paint(text, "1") }
    public func dim(_ text: String) -> String { paint(text, "2") }
    public func red(_ text: String) -> String { paint(text, "1;31") }
    public func green(_ text: String) -> String { paint(text, "1;32") }
    public func yellow(_ text: String) -> String { paint(text, "1;33") }
    public func blue(_ text: String) -> String { paint(text, "34") }

    private func paint(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

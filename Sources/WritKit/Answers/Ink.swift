/// Colours for a terminal, or none.
public struct Ink: Sendable {
    /// Whether anything is marked at all.
    public let isOn: Bool

    /// - Parameter isOn: whether there is any colour at all.
    public init(isOn: Bool) { self.isOn = isOn }

    /// For headings.
    public func bold(_ text: String) -> String { paint(text, "1") }
    /// For what matters less: places, sources, labels.
    public func dim(_ text: String) -> String { paint(text, "2") }
    /// For what failed.
    public func red(_ text: String) -> String { paint(text, "1;31") }
    /// For what is well.
    public func green(_ text: String) -> String { paint(text, "1;32") }
    /// For what is open.
    public func yellow(_ text: String) -> String { paint(text, "1;33") }
    /// For frames and margins.
    public func blue(_ text: String) -> String { paint(text, "34") }

    private func paint(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

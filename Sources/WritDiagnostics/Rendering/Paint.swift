/// Colours for a terminal, or none.
struct Paint {
    enum Ink: String {
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case frame = "1;34"
        case strong = "1"
        case fix = "1;32"

        init(_ severity: Severity) {
            self =
                switch severity {
                case .error: .error
                case .warning: .warning
                case .note: .note
                }
        }
    }

    let isOn: Bool

    func callAsFunction(_ text: String, _ ink: Ink) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}

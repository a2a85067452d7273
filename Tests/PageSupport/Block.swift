/// A fenced block of a page: ```` ```writ before file=desk.writ ````.
public struct Block: Sendable {
    /// The first word behind the fence.
    public let language: String
    /// The other words: `before`, `file=desk.writ`.
    public let words: [String]
    /// What stands between the fences, ended by a line break.
    public let text: String
    /// Where the fence stands: `docs/language/01-first-policy.md:7`.
    public let place: String

    init(info: String, lines: [Substring], page: String, line: Int) {
        let words = info.split(separator: " ").map(String.init)
        language = words.first ?? ""
        self.words = Array(words.dropFirst())
        text = lines.map { $0 + "\n" }.joined()
        place = "\(page):\(line)"
    }

    public func has(_ word: String) -> Bool { words.contains(word) }

    /// `desk.writ` for `file` in `file=desk.writ`.
    public func value(_ name: String) -> String? {
        words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// The file that the block is, if the page says so.
    public var file: String? { value("file") }

    /// Whether the block is a policy of its own: its first word is `policy`.
    public var startsPolicy: Bool {
        text.split(separator: "\n").first { !$0.hasPrefix("#") }?.split(separator: " ").first == "policy"
    }

    /// The bytes of the block; in a `marked` one `⟨…⟩` stands for what cannot be shown.
    public var bytes: [UInt8] { has("marked") ? MarkedText.bytes(of: text) : Array(text.utf8) }
}

import WritValues

/// The texts of a case by number: those of the plan first. Equal texts have equal numbers.
struct TextPool {
    private let fixed: [String]
    private let fixedIDs: [String: Int]
    private var own: [String] = []
    private var ownIDs: [String: Int] = [:]
    private var zones: [Int: Zone?] = [:]

    init(_ texts: [String]) {
        fixed = texts
        fixedIDs = Dictionary(texts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func removeAll() {
        if own.isEmpty { return }
        own.removeAll(keepingCapacity: true)
        ownIDs.removeAll(keepingCapacity: true)
        zones = zones.filter { $0.key < fixed.count }
    }

    mutating func id(of text: String) -> Int {
        if let id = fixedIDs[text] ?? ownIDs[text] { return id }
        let id = fixed.count + own.count
        own.append(text)
        ownIDs[text] = id
        return id
    }

    /// A slot that was never set may hold any number; then the text is empty.
    subscript(_ id: Int) -> String {
        if fixed.indices.contains(id) { return fixed[id] }
        return own.indices.contains(id - fixed.count) ? own[id - fixed.count] : ""
    }

    /// The zone that a text names.
    mutating func zone(_ id: Int) -> Zone? {
        if let known = zones[id] { return known }
        let zone = Zone.named(self[id])
        zones[id] = .some(zone)
        return zone
    }
}

/// Finds the name a person probably meant.
enum Suggestion {
    /// The candidate nearest to `name`, if one is near: a third of its letters may differ, capitals do not count.
    static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, wanted.count / 3))
            guard let distance = distance(wanted, Array(candidate.lowercased().unicodeScalars), limit: limit) else {
                continue
            }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// “did you mean `x`?”, or nothing.
    static func help(_ name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// Letters to insert, drop, change or swap with their neighbour; nil beyond `limit`.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                current.append(cost)
            }
            older = previous
            previous = current
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}

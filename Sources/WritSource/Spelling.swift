/// Finds what somebody may have meant by a name that is not there, and says so.
public enum Spelling {
    /// The candidate that is near enough to be a slip: a letter in three, at least one; capitals and `_ - .` and blanks do
    /// not count. The closest, and of equally close ones the first.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let letters = fold(name)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != name {
            let other = fold(candidate)
            let limit = min(max(1, letters.count / 3), (best?.distance ?? .max) - 1)
            guard let distance = distance(letters, other, atMost: limit) else { continue }
            // A word of which no letter is left is another word.
            if distance < max(letters.count, other.count) { best = (distance, candidate) }
        }
        return best?.candidate
    }

    /// `did you mean …?`, if anything is near.
    public static func question(_ name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// The names in words, the first seven of many: `a`, `b` and 3 more.
    public static func list(_ names: [String]) -> String {
        let quoted = names.map { "`\($0)`" }
        if quoted.count > 8 { return quoted.prefix(7).joined(separator: ", ") + " and \(quoted.count - 7) more" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A hostile name must not be long to compare.
    private static func fold(_ name: String) -> [Unicode.Scalar] {
        name.prefix(64).lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "." }
    }

    /// Letters to insert, drop, change or swap with their neighbour to turn one into the other; nil beyond `limit`.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

/// The candidate that was most likely meant by a misspelt word: see `Spelling.nearest`.
public func closestMatch<Candidates: Sequence<String>>(to word: String, in candidates: Candidates) -> String? {
    Spelling.nearest(to: word, among: candidates)
}

/// Finds what somebody may have meant by a name that is not there.
public enum NearestName {
    /// The nearest name, if it is near enough to be a slip: capitals, `-` for `_`, or a letter in three.
    public static func of(_ name: String, among names: [String]) -> String? {
        let folded = fold(name)
        var best: (name: String, distance: Int)?
        for candidate in names {
            let distance = distance(folded, fold(candidate), atMost: max(1, folded.count / 3))
            guard let distance, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// `did you mean …?`, if anything is near.
    public static func question(_ name: String, among names: [String]) -> String? {
        of(name, among: names).map { "did you mean `\($0)`?" }
    }

    /// The names in words, the first eight of many: `a`, `b` and 3 more.
    public static func list(_ names: [String]) -> String {
        let quoted = names.map { "`\($0)`" }
        if quoted.count > 8 { return quoted.prefix(7).joined(separator: ", ") + " and \(quoted.count - 7) more" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func fold(_ name: String) -> [Character] {
        name.prefix(64).lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " && $0 != "." }
    }

    /// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
    private static func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(above[j + 1], row[j]) + 1
                cost = min(cost, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            (before, above) = (above, row)
        }
        return above[b.count] <= limit ? above[b.count] : nil
    }
}

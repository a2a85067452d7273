/// Finds what somebody may have meant by a name that is not there, and says so.
public enum Spelling {
    /// Among more names than this nothing is looked for: a list so long was made by a machine.
    public static let mostCandidates = 2_000
    /// A name of more letters is no slip of anybody.
    public static let longestName = 64

    /// The candidate that is near enough to be a slip: a letter in three, at least one; capitals and `_ - .` and blanks do
    /// not count. The closest, and of equally close ones the first. None for a name of more than ``longestName`` letters or
    /// among more than ``mostCandidates``.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        guard name.utf8.count <= 4 * longestName, name.unicodeScalars.count <= longestName else { return nil }
        let candidates = Array(candidates.prefix(mostCandidates + 1))
        guard candidates.count <= mostCandidates else { return nil }
        let letters = fold(name)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates where candidate != name {
            let limit = min(max(1, letters.count / 3), (best?.distance ?? .max) - 1)
            // Folding makes a copy; most candidates are too long or too short for that.
            guard abs(letterCount(candidate) - letters.count) <= limit else { continue }
            let other = fold(candidate)
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
        if names.count > 8 {
            return names.prefix(7).map { "`\($0)`" }.joined(separator: ", ") + " and \(names.count - 7) more"
        }
        let quoted = names.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func fold(_ name: String) -> [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        for scalar in name.unicodeScalars where isLetter(scalar) {
            if scalar.isASCII {
                let isCapital = scalar >= "A" && scalar <= "Z"
                letters.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
            } else {
                letters += scalar.properties.lowercaseMapping.unicodeScalars
            }
        }
        return letters
    }

    private static func letterCount(_ name: String) -> Int { name.unicodeScalars.count(where: isLetter) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "_" && scalar != "-" && scalar != " " && scalar != "."
    }

    /// Letters to insert, drop, change or swap with their neighbour to turn one into the other; nil beyond `limit`.
    ///
    /// Only the band of the table is filled in which a distance can be within the limit.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        let far = limit + 1
        var beforeLast = Array(repeating: far, count: right.count + 1)
        var last = (0...right.count).map { min($0, far) }
        var row = beforeLast
        for i in left.indices {
            let band = max(0, i - limit)..<max(max(0, i - limit), min(right.count, i + limit + 1))
            row[band.lowerBound] = band.lowerBound == 0 ? min(i + 1, far) : far
            var least = row[band.lowerBound]
            for j in band {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row[j + 1] = min(cost, far)
                least = min(least, cost)
            }
            // What is beyond the band stands for a row of its own before it is filled.
            if band.upperBound < right.count { row[band.upperBound + 1] = far }
            if least > limit, last.min()! > limit { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}

extension Spelling {
    /// Letters of a name that a message shows.
    private static let shownLetters = 80

    /// A message with its names cut that nobody could read: the first letters and `…`.
    public static func shortened(_ message: String) -> String {
        guard message.utf8.count > shownLetters else { return message }
        var text = String.UnicodeScalarView()
        var length = 0
        for scalar in message.unicodeScalars {
            length = scalar == "_" || scalar.properties.isXIDContinue ? length + 1 : 0
            if length < shownLetters {
                text.append(scalar)
            } else if length == shownLetters {
                text.append("…")
            }
        }
        return String(text)
    }
}

/// The candidate that was most likely meant by a misspelt word: see `Spelling.nearest`.
public func closestMatch<Candidates: Sequence<String>>(to word: String, in candidates: Candidates) -> String? {
    Spelling.nearest(to: word, among: candidates)
}

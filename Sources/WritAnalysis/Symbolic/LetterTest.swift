import WritSemantics
import WritValues

/// A test of a text's letters as a picture: `like`, `starts with`, `ends with` and `contains` are all of one kind.
struct LetterTest: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case literal(Unicode.Scalar)
        case digit, letter, any
        /// Any run of characters.
        case run
    }

    let parts: [Part]

    init(_ pattern: PicturePattern) {
        var parts: [Part] = []
        var isEscaped = false
        for scalar in pattern.text.unicodeScalars {
            if isEscaped {
                parts.append(.literal(scalar))
                isEscaped = false
                continue
            }
            switch scalar {
            case "\\": isEscaped = true
            case "#": parts.append(.digit)
            case "@": parts.append(.letter)
            case "?": parts.append(.any)
            case "*": parts.append(.run)
            default: parts.append(.literal(scalar))
            }
        }
        self.parts = isEscaped ? parts + [.literal("\\")] : parts
    }

    init(_ test: Term.TextTest, _ text: String) {
        let letters = text.unicodeScalars.map { Part.literal($0) }
        switch test {
        case .startsWith: parts = letters + [.run]
        case .endsWith: parts = [.run] + letters
        case .contains: parts = [.run] + letters + [.run]
        }
    }

    /// A text that passes it.
    var sample: String { text(passing: LetterTest(.contains, "")) ?? "" }

    /// Whether each text that passes this one passes the other too, as far as is seen from letters that both name.
    func implies(_ other: LetterTest) -> Bool {
        let letters = other.parts.filter { $0 != .run }
        let isPlain = letters.allSatisfy { if case .literal = $0 { true } else { false } }
        guard isPlain, letters.count >= other.parts.count - 2 else { return false }
        switch (other.parts.first == .run, other.parts.last == .run) {
        case (false, true) where letters.count == other.parts.count - 1: return parts.starts(with: letters)
        case (true, false) where letters.count == other.parts.count - 1:
            return parts.reversed().starts(with: letters.reversed())
        case (true, true) where letters.count == other.parts.count - 2:
            return parts.indices.contains { parts[$0...].starts(with: letters) }
        default: return false
        }
    }

    /// One of the shortest texts that pass both tests, of the letters that they name, `0` and `A`; nil where no text does.
    ///
    /// What two places of pictures have in common shows in one letter: a digit is `0` to `9`, and no letter is a digit.
    /// Takes time in proportion to the product of the lengths.
    func text(passing other: LetterTest) -> String? {
        let width = other.parts.count + 1
        // By how far both have come, what the last letter was and how far they had come before it.
        var arrivals: [(from: Int, letter: Unicode.Scalar?)?] = Array(
            repeating: nil, count: (parts.count + 1) * width)
        arrivals[0] = (0, nil)
        var places = [0]
        var head = 0
        while head < places.count {
            let place = places[head]
            head += 1
            let (i, j) = (place / width, place % width)
            if i == parts.count, j == other.parts.count { return spelled(place, arrivals) }
            func go(_ i: Int, _ j: Int, _ letter: Unicode.Scalar?) {
                let next = i * width + j
                if arrivals[next] != nil { return }
                arrivals[next] = (place, letter)
                places.append(next)
            }
            // A run may be over; and a letter takes both further, or keeps them in their runs.
            if i < parts.count, parts[i] == .run { go(i + 1, j, nil) }
            if j < other.parts.count, other.parts[j] == .run { go(i, j + 1, nil) }
            guard i < parts.count, j < other.parts.count else { continue }
            guard let letter = Self.letter(parts[i], other.parts[j]) else { continue }
            go(parts[i] == .run ? i : i + 1, other.parts[j] == .run ? j : j + 1, letter)
        }
        return nil
    }

    private func spelled(_ end: Int, _ arrivals: [(from: Int, letter: Unicode.Scalar?)?]) -> String {
        var letters: [Unicode.Scalar] = []
        var place = end
        while place != 0, let arrival = arrivals[place] {
            if let letter = arrival.letter { letters.append(letter) }
            place = arrival.from
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: letters.reversed())
        return text
    }

    /// A letter that is both.
    private static func letter(_ left: Part, _ right: Part) -> Unicode.Scalar? {
        switch (left, right) {
        case (.literal(let a), .literal(let b)): a == b ? a : nil
        case (.literal(let a), .digit), (.digit, .literal(let a)): ("0"..."9").contains(a) ? a : nil
        case (.literal(let a), .letter), (.letter, .literal(let a)):
            PicturePattern("@").matches(String(a)) ? a : nil
        case (.literal(let a), _), (_, .literal(let a)): a
        case (.digit, .letter), (.letter, .digit): nil
        case (.digit, _), (_, .digit): "0"
        default: "A"
        }
    }
}

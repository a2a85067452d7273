import WritTestSupport

/// A small policy as text, in parts that can be changed one by one.
struct BruteForcePolicy {
    var name = "made.up"
    /// Types, params, facts and defines.
    var header: [String]
    var decisions: [Decision]
    var promises: [String]

    struct Decision {
        var name: String
        /// The name, the type and the mode, and of a table its header.
        var head: String
        /// Rules or rows.
        var items: [String]
        /// `otherwise` and `when undetermined`.
        var tail: [String]

        var text: String { ([head] + items + tail).joined(separator: "\n") }
    }

    var text: String {
        (["policy \(name)"] + header + decisions.map(\.text) + promises).joined(separator: "\n") + "\n"
    }

    /// The policy after an edit such as people make: a rule less, two exchanged, another constant, another outcome.
    func edited(_ random: inout SplitMix64) -> BruteForcePolicy {
        var copy = self
        let place = random.below(decisions.count)
        var decision = decisions[place]
        let item = random.below(decision.items.count)
        let words = ["(any ", "(every ", "(no "]
        if words.contains(where: { decision.items[item].contains($0) }), random.chance(30) {
            decision.items[item] = Self.replaced(decision.items[item], words, &random)
            copy.decisions[place] = decision
            return copy
        }
        switch random.below(5) {
        case 0 where decision.items.count > 1:
            decision.items.remove(at: item)
        case 1 where decision.items.count > 1:
            decision.items.swapAt(item, (item + 1) % decision.items.count)
        case 2: decision.items[item] = Self.replaced(decision.items[item], ["o1", "o2", "o3"], &random)
        case 3:
            decision.items[item] = Self.replaced(
                decision.items[item],
                random.pick([[" <= ", " > "], [" is red", " is green"], [" is o1", " is o2"]]), &random)
        default: decision.items[item] = Self.replaced(decision.items[item], [" 0 ", " 1 ", " 2 ", " 3 "], &random)
        }
        copy.decisions[place] = decision
        return copy
    }

    /// A text with one of these words, where it has any, replaced by another of them.
    private static func replaced(_ text: String, _ words: [String], _ random: inout SplitMix64) -> String {
        let found = words.filter { text.contains($0) }
        guard !found.isEmpty else { return text }
        let word = random.pick(found)
        let other = random.pick(words.filter { $0 != word })
        let places = text.ranges(of: word)
        return text.replacingCharacters(in: places[random.below(places.count)], with: other)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}

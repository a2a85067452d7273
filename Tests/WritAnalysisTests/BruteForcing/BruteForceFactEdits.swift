import WritTestSupport

/// Edits of what facts there are and what their types are.
struct BruteForceFactEdits {
    private var policies: BruteForcePolicies
    private var random: SplitMix64

    init(_ policies: BruteForcePolicies, seed: UInt64) {
        self.policies = policies
        random = SplitMix64(seed)
    }

    /// After one edit of the facts, and at times one of the rules.
    mutating func edited() -> BruteForcePolicies {
        switch random.below(12) {
        case 0, 1: change("fact ", Self.toggled)
        case 2: change("type Colour", Self.added)
        case 3: removeValue()
        case 4: change(random.pick(["type Colour", "type Reply"]), Self.turned)
        case 5, 6: addFact()
        case 7: removeFact()
        case 8: change("fact ", Self.narrowed)
        case 9: retypeFact()
        case 10: random.chance(50) ? hideFact() : hideType()
        default: change("record ", Self.reshaped)
        }
        return random.chance(30) ? policies.edited(&random) : policies
    }

    // MARK: Declarations

    /// Changes one of the lines of the headers that begin so.
    private mutating func change(_ start: String, _ edit: (String, inout SplitMix64) -> String) {
        guard let (file, line) = place(of: start) else { return }
        policies.files[file].header[line] = edit(policies.files[file].header[line], &random)
    }

    private mutating func place(of start: String) -> (file: Int, line: Int)? {
        let places = policies.files.indices.flatMap { file in
            policies.files[file].header.indices
                .filter { policies.files[file].header[$0].hasPrefix(start) }.map { (file, $0) }
        }
        return places.isEmpty ? nil : random.pick(places)
    }

    /// May be unknown now, or no longer.
    private static func toggled(_ line: String, _ random: inout SplitMix64) -> String {
        if line.contains("?") { return line.replacing("?", with: "") }
        let parts = line.split(separator: " between ", maxSplits: 1)
        return ([parts[0] + "?"] + parts.dropFirst()).joined(separator: " between ")
    }

    private static func added(_ line: String, _ random: inout SplitMix64) -> String {
        let (name, values) = values(of: line)
        var more = values
        more.insert("grey", at: random.below(values.count + 1))
        return "\(name) = \(more.joined(separator: " | "))"
    }

    private static func turned(_ line: String, _ random: inout SplitMix64) -> String {
        let (name, values) = values(of: line)
        return "\(name) = \((values.dropFirst() + values.prefix(1)).joined(separator: " | "))"
    }

    private static func narrowed(_ line: String, _ random: inout SplitMix64) -> String {
        line.replacing("between 0 and 4", with: random.pick(["between 1 and 4", "between 0 and 5"]))
            .replacing("between 0 and 2", with: random.pick(["between 1 and 2", "between 0 and 3"]))
            .replacing("and 3 JPY", with: "and 2 JPY").replacing("and 2026-03-03", with: "and 2026-03-02")
    }

    private static func reshaped(_ record: String, _ random: inout SplitMix64) -> String {
        var lines = record.split(separator: "\n").map(String.init)
        let place = 1 + random.below(lines.count - 1)
        switch random.below(4) {
        case 0: lines.insert("  more : boolean\(random.pick(["", "?"]))", at: place)
        case 1: lines.swapAt(place, lines.count - 1)
        default: lines[place] = toggled(lines[place], &random)
        }
        return lines.joined(separator: "\n")
    }

    private static func values(of line: String) -> (name: String, values: [String]) {
        let parts = line.split(separator: " = ")
        return (String(parts[0]), parts[1].split(separator: " | ").map(String.init))
    }

    // MARK: Declarations and what is said of them

    /// An enumeration without one of its values, which is another one wherever it was spoken of.
    private mutating func removeValue() {
        change("type Colour") { line, _ in line.replacing(" | green", with: "") }
        replace("green", with: "blue", in: policies.files.indices)
    }

    private mutating func addFact() {
        let file = random.pick(policies.files.indices.filter { !policies.files[$0].decisions.isEmpty })
        let type = random.pick(["boolean?", "boolean", "Colour", "integer between 0 and 2"])
        policies.files[file].header.append("fact g : \(type)")
        if random.chance(30) { return }
        let question = type.hasPrefix("boolean") ? "g" : type == "Colour" ? "g is red" : "g > 1 "
        let word = random.pick(["and", "or"])
        let decision = random.below(policies.files[file].decisions.count)
        let items = policies.files[file].decisions[decision].items
        let item = random.below(items.count)
        policies.files[file].decisions[decision].items[item] = items[item].split(separator: "\n").map { line in
            line.hasPrefix("    when ") ? "    when (\(line.dropFirst(9))) \(word) \(question)" : String(line)
        }.joined(separator: "\n")
    }

    /// What asked about it asks about another one.
    private mutating func removeFact() {
        guard let (file, line) = place(of: "fact ") else { return }
        let (name, type) = Self.fact(policies.files[file].header[line])
        let others = policies.files[file].header.filter { $0.hasPrefix("fact ") }.map(Self.fact)
            .filter { $0.name != name && $0.type.prefix(4) == type.prefix(4) }
        policies.files[file].header.remove(at: line)
        let constant = type.hasPrefix("bool") ? "true" : type.hasPrefix("int") ? "1 " : "red"
        replace(name, with: others.isEmpty ? constant : random.pick(others).name, in: [file])
    }

    /// A truth becomes a number: another fact, for all that it keeps its name.
    private mutating func retypeFact() {
        guard let (file, line) = place(of: "fact ") else { return }
        let text = policies.files[file].header[line]
        let name = Self.fact(text).name
        guard text.contains(": boolean") else { return }
        replace(name, with: "(\(name) > 0 )", in: policies.files.indices)
        policies.files[file].header[line] = text.replacing("boolean", with: "integer") + " between 0 and 1"
    }

    /// A second policy has a fact of this name now: what it asks is asked of its own.
    private mutating func hideFact() {
        guard policies.files.count > 1, let (file, line) = place(of: "fact ") else { return }
        policies.files[1 - min(file, 1)].header.append(policies.files[file].header[line])
    }

    /// A second policy has a type of this name now, and its facts are of that.
    private mutating func hideType() {
        guard policies.files.count > 1, !policies.files[1].header.contains(where: { $0.hasPrefix("type Colour") })
        else {
            return
        }
        policies.files[1].header.insert("type Colour = blue | red | green", at: policies.files.count - 1)
    }

    private static func fact(_ line: String) -> (name: String, type: String) {
        let parts = line.dropFirst("fact ".count).split(separator: " : ")
        return (String(parts[0]), String(parts[1]))
    }

    private mutating func replace(_ word: String, with other: String, in files: some Sequence<Int>) {
        guard let pattern = try? Regex("\\b\(word)\\b") else { return }
        func replaced(_ text: String) -> String { text.replacing(pattern, with: other) }
        for file in files {
            var policy = policies.files[file]
            policy.header = policy.header.map { $0.hasPrefix("define") ? replaced($0) : $0 }
            policy.promises = policy.promises.map(replaced)
            policy.decisions = policy.decisions.map { decision in
                var copy = decision
                (copy.items, copy.tail) = (decision.items.map(replaced), decision.tail.map(replaced))
                if decision.head.contains(" | ") { copy.head = replaced(decision.head) }
                return copy
            }
            policies.files[file] = policy
        }
    }
}

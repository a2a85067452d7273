import WritTestSupport

/// Policies that use each other, with facts and decisions of the same names.
extension BruteForceWriter {
    mutating func several() -> BruteForcePolicies {
        let hasTypes = random.chance(60)
        var first = BruteForcePolicy(name: "made.a", header: [], decisions: [], promises: [])
        facts = singles(1 + random.below(2))
        let types = ["type Colour = red | green | blue", "type Reply = o1 | o2 | o3"]
        first.header = (hasTypes ? ["use made.types"] : types) + ["param p : integer = 2", "  source house"]
        first.header += facts.filter { $0.name != Fact.today }.map(declaration)
        fill(&first, "a")
        let second = user(of: first, types, hasTypes)
        var files = [first, second]
        if hasTypes { files.append(BruteForcePolicy(name: "made.types", header: types, decisions: [], promises: [])) }
        return BruteForcePolicies(files: files)
    }

    /// A policy that sees another's names and hides some of them.
    private mutating func user(
        of first: BruteForcePolicy, _ types: [String], _ hasTypes: Bool
    ) -> BruteForcePolicy {
        var second = BruteForcePolicy(name: "made.b", header: [], decisions: [], promises: [])
        second.header = ["use made.a"] + (hasTypes ? ["use made.types"] : [])
        let own = singles(1 + random.below(2)).filter { $0.name != Fact.today }
        if random.chance(30) { second.header += ["param p : integer = \(random.below(4))", "  source house"] }
        // A type of the same name is another type; what the first policy answers is of its own.
        if !hasTypes, random.chance(25) {
            second.header.append("type Colour = blue | red | green")
            facts.removeAll { $0.kind == .colour }
        }
        second.header += own.map(declaration)
        facts = own + facts.filter { fact in !own.contains { $0.name == fact.name } }
        fill(&second, random.chance(25) ? "a" : "b")
        if random.chance(30) { second.promises.append(extended(first)) }
        return second
    }

    /// A rule that the second policy adds to a decision of the first.
    private mutating func extended(_ first: BruteForcePolicy) -> String {
        let decision = first.decisions[0]
        let one = asked.first { $0.name == decision.name }
        let value = decision.head.hasSuffix("count") ? "" : "\n    then \(outcome(one?.isNumber ?? false))"
        // What it asks must not hang on the decision itself.
        (shared, asked) = ([], [])
        return "extend \(decision.name)\n  rule added\n    overrides r0\n    when \(condition(1))\(value)"
    }
}

import PageSupport

/// The targets and what each may import, as `docs/design/architecture.md` draws them.
struct Layers {
    /// By target, those directly below it.
    private var below: [String: Set<String>] = [:]

    /// Reads lines such as `WritKit → { WritFacts, WritEngine } → WritSemantics` of the page's first block.
    init() throws {
        let page = try Repository.page("docs/design/architecture.md")
        for line in (page.blocks.first?.text ?? "").split(separator: "\n") {
            let groups = line.split(separator: "→").map { group in
                group.split { " {},".contains($0) }.map(String.init)
            }
            // A line without a name before its first arrow goes on with the one above.
            for (upper, lower) in zip(groups, groups.dropFirst()) {
                for target in upper { below[target, default: []].formUnion(lower) }
            }
        }
    }

    var targets: Set<String> { below.values.reduce(Set(below.keys)) { $0.union($1) } }

    /// Everything that a target may import: what is below it, at any depth.
    func allowed(for target: String) -> Set<String> {
        var found: Set<String> = []
        var rest = Array(below[target] ?? [])
        while let next = rest.popLast() {
            if found.insert(next).inserted { rest += below[next] ?? [] }
        }
        return found
    }

    /// What comes from outside, and the only target that may import it; nil for all.
    static let outside: [String: String?] = [
        "Swift": nil, "Glibc": nil, "Musl": nil, "Darwin": nil, "Synchronization": nil,
        "ArgumentParser": "WritCommands", "CLibYAML": "WritFacts",
        "CSimdJSON": "WritFacts", "CZoneData": "WritValues",
    ]
}

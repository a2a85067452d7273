import WritSemantics
import WritSource
import WritSyntax

/// The files of two versions of a policy, each beside what it was.
struct FilePairs: Sendable {
    struct Pair: Sendable {
        var old: PolicyUnit?
        var new: PolicyUnit?
    }

    let old: PolicySources
    let new: PolicySources
    /// In the order of the new version; what is gone comes last.
    private(set) var pairs: [Pair]

    /// Files belong together that have the same name and policy; else the same policy, the same name, or nothing else left to
    /// belong to.
    init(_ old: PolicySources, _ new: PolicySources) {
        self.old = old
        self.new = new
        pairs = new.units.map { Pair(new: $0) }
        var left = old.units
        func policy(_ unit: PolicyUnit) -> String { unit.declaredName ?? "" }
        func name(_ unit: PolicyUnit) -> String { FilePath.name(of: unit.file.path) }
        let likenesses: [(PolicyUnit, PolicyUnit) -> Bool] = [
            { policy($0) == policy($1) && name($0) == name($1) },
            { policy($0) == policy($1) && !policy($0).isEmpty }, { name($0) == name($1) },
        ]
        for isLike in likenesses {
            for index in pairs.indices where pairs[index].old == nil {
                guard let unit = pairs[index].new, let found = left.firstIndex(where: { isLike($0, unit) }) else {
                    continue
                }
                pairs[index].old = left.remove(at: found)
            }
        }
        let open = pairs.indices.filter { pairs[$0].old == nil }
        if open.count == 1, left.count == 1 { pairs[open[0]].old = left.removeFirst() }
        pairs += left.map { Pair(old: $0) }
    }

    /// The declarations of one file in one version; where it is not there, a place to put some.
    func declarations(_ number: Int, in version: Version) -> PartList {
        guard let unit = unit(number, in: version) else {
            return PartList(start: TextPlace(text: .unit(number), range: .at(.max)), separator: "\n\n")
        }
        return PartReader(unit: unit, number: number, tables: sources(version).tables).declarations()
    }

    func unit(_ number: Int, in version: Version) -> PolicyUnit? {
        version == .old ? pairs[number].old : pairs[number].new
    }

    func sources(_ version: Version) -> PolicySources { version == .old ? old : new }
}

/// One of the two versions.
enum Version: Sendable, Hashable {
    case old, new

    var other: Version { self == .old ? .new : .old }
}

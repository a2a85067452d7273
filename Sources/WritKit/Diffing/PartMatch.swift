import WritSource

/// Which parts of two lists are versions of one another, which are new, gone, and elsewhere in the order.
struct PartMatch {
    let old: PartList
    let new: PartList
    /// By number in either list.
    private(set) var pairs: [(old: Int, new: Int)] = []
    /// Those of the pairs that others passed.
    private(set) var moved: [(old: Int, new: Int)] = []
    var added: [Int] = []
    var removed: [Int] = []

    init(_ old: PartList, _ new: PartList) {
        self.old = old
        self.new = new
        let byKey = Dictionary(old.parts.enumerated().map { ($1.key, $0) }) { first, _ in first }
        pairs = new.parts.indices.compactMap { index in byKey[new.parts[index].key].map { (old: $0, new: index) } }
        pairNameless()
        pairs.sort { $0.new < $1.new }
        let (olds, news) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
        added = new.parts.indices.filter { !news.contains($0) }
        removed = old.parts.indices.filter { !olds.contains($0) }
        let ordered = pairs.filter { old.parts[$0.old].isOrdered && new.parts[$0.new].isOrdered }
        let kept = Set(Self.longestRise(ordered.map(\.old)))
        moved = ordered.indices.filter { !kept.contains($0) }.map { ordered[$0] }
    }

    /// What has no name and was changed stands between the same neighbours as before.
    private mutating func pairNameless() {
        let (olds, news) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
        func gaps(_ parts: [PolicyPart], _ taken: Set<Int>) -> [String: [Int]] {
            var gaps: [String: [Int]] = [:]
            var before = ""
            for (index, part) in parts.enumerated() {
                if taken.contains(index) {
                    before = part.key
                } else if part.isNameless {
                    gaps[before, default: []].append(index)
                }
            }
            return gaps
        }
        let newGaps = gaps(new.parts, news)
        for (before, indices) in gaps(old.parts, olds) {
            for (old, new) in zip(indices, newGaps[before] ?? []) { pairs.append((old: old, new: new)) }
        }
    }

    /// Where a part of the new list would stand in the old one: behind what it stands behind.
    func place(ofNew index: Int) -> FoundEdit.Insertion {
        let passed = Set(moved.map(\.new))
        let before = pairs.last { $0.new < index && !passed.contains($0.new) }
        return Self.place(behind: before.map { old.parts[$0.old] }, in: old)
    }

    /// Where a part of the old list would stand in the new one.
    func place(ofOld index: Int) -> FoundEdit.Insertion {
        let passed = Set(moved.map(\.old))
        let before = pairs.filter { $0.old < index && !passed.contains($0.old) }.max { $0.old < $1.old }
        return Self.place(behind: before.map { new.parts[$0.new] }, in: new)
    }

    /// Declarations are in no order, and go to the end.
    private static func place(behind part: PolicyPart?, in list: PartList) -> FoundEdit.Insertion {
        guard let part, part.key != "header", part.decision != nil, list.parts.first?.key != "header" else {
            return FoundEdit.Insertion(place: list.start, separator: list.separator)
        }
        let place = TextPlace(text: part.place.text, range: .at(part.place.range.upper))
        return FoundEdit.Insertion(place: place, separator: list.separator)
    }

    /// The numbers of a longest rising run of values.
    private static func longestRise(_ values: [Int]) -> [Int] {
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: values.count)
        for (index, value) in values.enumerated() {
            let place = ends.partitioningIndex { values[$0] >= value }
            before[index] = place > 0 ? ends[place - 1] : nil
            if place == ends.count { ends.append(index) } else { ends[place] = index }
        }
        var rise: [Int] = []
        var next = ends.last
        while let index = next {
            rise.append(index)
            next = before[index]
        }
        return rise.reversed()
    }
}

extension [Int] {
    /// The first place whose element fulfils a condition that all later ones fulfil.
    fileprivate func partitioningIndex(_ isIn: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isIn(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

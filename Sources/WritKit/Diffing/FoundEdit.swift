import WritSource

/// An edit with what it takes to make it by itself, and to take it back.
struct FoundEdit: Sendable {
    let edit: PolicyEdit
    /// The part as it was and as it is; nil where it is not there.
    let old: PolicyPart?
    let new: PolicyPart?
    /// Where it would stand in a version that does not have it there.
    var oldPlace: Insertion?
    var newPlace: Insertion?

    struct Insertion: Sendable {
        var place: TextPlace
        var separator: String
    }

    /// What turns one version's texts into what they are with this edit made (in the old one) or taken back (in the new one).
    func patches(on version: Version) -> [Patch] {
        let (from, to) = version == .old ? (old, new) : (new, old)
        let insertion = version == .old ? oldPlace : newPlace
        switch (edit.kind, from, to) {
        case (.changed, let from?, let to?):
            let isNew = from.place.range.isEmpty && !to.text.isEmpty
            return [Patch(place: from.place, replacement: (isNew ? "\n" : "") + to.text)]
        case (.moved, let from?, _): return [Patch(place: from.place, replacement: "")] + inserted(from, at: insertion)
        case (_, let from?, nil): return [Patch(place: from.place, replacement: "")]
        case (_, nil, let to?): return inserted(to, at: insertion)
        default: return []
        }
    }

    private func inserted(_ part: PolicyPart, at insertion: Insertion?) -> [Patch] {
        insertion.map { [Patch(place: $0.place, replacement: $0.separator + part.text)] } ?? []
    }

    /// Whether the version may have it without being another for it, as long as nothing else is edited.
    func isInert(in version: Version) -> Bool {
        switch (edit.kind, version) {
        case (.added, .old): new?.isInert == true
        case (.removed, .new): old?.isInert == true
        default: false
        }
    }

    /// Whether it edits what others are written in terms of: facts, types, actions.
    var isGround: Bool {
        let words = ["fact", "record", "type", "action", "use"]
        return words.contains((new ?? old)?.key.split(separator: " ").first.map(String.init) ?? "")
    }
}

/// A text to be put in the place of another.
struct Patch: Sendable {
    var place: TextPlace
    var replacement: String
}

import WritSource

/// Finds what was edited between two versions, part by part.
struct EditFinder {
    private let files: FilePairs
    private var found: [FoundEdit] = []

    /// All edits, in the order of the new version's files; what is gone from a list comes behind it.
    static func edits(in files: FilePairs) -> [FoundEdit] {
        var finder = EditFinder(files: files)
        finder.compareFiles()
        return finder.found
    }

    private init(files: FilePairs) { self.files = files }

    /// A declaration may have gone to another file, which changes nothing.
    private mutating func compareFiles() {
        var matches: [PartMatch] = []
        for number in files.pairs.indices {
            matches.append(
                PartMatch(files.declarations(number, in: .old), files.declarations(number, in: .new)))
        }
        let gone = matches.enumerated().flatMap { file, match in match.removed.map { (file, $0) } }
        for number in matches.indices {
            for index in matches[number].added {
                let key = matches[number].new.parts[index].key
                let same = gone.filter { matches[$0.0].old.parts[$0.1].key == key }
                guard same.count == 1, let (file, place) = same.first, matches[file].removed.contains(place),
                    key != "header"
                else { continue }
                matches[file].removed.removeAll { $0 == place }
                matches[number].added.removeAll { $0 == index }
                compare(matches[file].old.parts[place], matches[number].new.parts[index])
            }
        }
        for match in matches { report(match) }
    }

    private mutating func report(_ match: PartMatch) {
        for (old, new) in match.pairs { compare(match.old.parts[old], match.new.parts[new]) }
        for (old, new) in match.moved { move(match, old, new) }
        for index in match.added where match.new.parts[index].key != "header" {
            let part = match.new.parts[index]
            found.append(
                FoundEdit(
                    edit: PolicyEdit(
                        .added, "added \(part.title)", old: nil, new: part.location, decision: part.decision,
                        rule: part.rule),
                    old: nil, new: part, oldPlace: match.place(ofNew: index)))
        }
        for index in match.removed where match.old.parts[index].key != "header" {
            let part = match.old.parts[index]
            found.append(
                FoundEdit(
                    edit: PolicyEdit(
                        .removed, "removed \(part.title)", old: part.location, new: nil, decision: part.decision,
                        rule: part.rule),
                    old: part, new: nil, newPlace: match.place(ofOld: index)))
        }
    }

    /// Two versions of one part.
    private mutating func compare(_ old: PolicyPart, _ new: PolicyPart) {
        guard let oldParts = old.parts, let newParts = new.parts else { return compareWhole(old, new) }
        if oldParts.header == newParts.header { return report(PartMatch(oldParts, newParts)) }
        if let oldFile = oldParts.file, let newFile = newParts.file, old.words == new.words {
            return compareWhole(old.covering(oldFile, oldParts), new.covering(newFile, newParts))
        }
        compareWhole(old, new)
    }

    private mutating func compareWhole(_ old: PolicyPart, _ new: PolicyPart) {
        if old.words == new.words { return }
        found.append(
            FoundEdit(
                edit: PolicyEdit(
                    .changed, EditText.change(old, new), old: old.location, new: new.location,
                    decision: new.decision, rule: new.rule),
                old: old, new: new))
    }

    private mutating func move(_ match: PartMatch, _ old: Int, _ new: Int) {
        let part = match.new.parts[new]
        let before = match.new.parts[..<new].last { $0.isOrdered }
        let place = before.map { "behind \(EditText.shortTitle($0))" } ?? "to the top"
        found.append(
            FoundEdit(
                edit: PolicyEdit(
                    .moved, "moved \(part.title) \(place)", old: match.old.parts[old].location, new: part.location,
                    decision: part.decision, rule: part.rule),
                old: match.old.parts[old], new: part, oldPlace: match.place(ofNew: new),
                newPlace: match.place(ofOld: old)))
    }
}

extension PolicyPart {
    /// The same, standing for the whole CSV file that its rows are in.
    fileprivate func covering(_ file: SourceFile, _ rows: PartList) -> PolicyPart {
        var part = self
        let range = SourceRange(0, file.bytes.count)
        part.place = TextPlace(text: rows.start.text, range: range)
        part.location = SourceLocation(file, range)
        part.words = rows.header + rows.parts.flatMap(\.words)
        part.node = nil
        return part
    }
}

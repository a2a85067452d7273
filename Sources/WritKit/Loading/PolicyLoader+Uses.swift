import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

extension PolicyLoader {
    /// Adds what the units use, and what that uses.
    mutating func followUses() {
        var next = 0
        while next < sources.units.count {
            let unit = sources.units[next]
            next += 1
            for use in unit.uses { follow(use, from: unit) }
        }
    }

    private mutating func follow(_ use: UseSyntax, from unit: PolicyUnit) {
        guard let wanted = use.name, !wanted.parts.isEmpty else { return }
        let name = wanted.dotted
        if declaredNames.contains(name) { return }
        var looked: [String] = []
        if let found = find(name, near: FilePath.folder(of: unit.file.path), &looked) {
            for path in found { add(path) }
            return
        }
        let places = looked.prefix(6).map { "`\($0)`" } + (looked.count > 6 ? ["further out"] : [])
        sources.missing.insert(name)
        sources.sink.report(
            Diagnostic(
                .usedPolicyNotFound, .error, "there is no policy `\(name)`", at: Label(wanted.location, "not found"),
                help: "looked for \(places.joined(separator: ", "))"))
    }

    /// The files of a policy, in the folder of who uses it or in a folder around it.
    private mutating func find(_ name: String, near folder: String, _ looked: inout [String]) -> [String]? {
        let beside = policies(named: name, in: folder)
        looked.append(FilePath.join(folder, "*" + Self.suffix))
        if !beside.isEmpty { return beside }
        let steps = name.split(separator: ".").map(String.init)
        for ancestor in FilePath.ancestors(of: folder) where FileSystem.isFolder(ancestor) {
            looked.append(FilePath.join(ancestor, steps.joined(separator: "/") + Self.suffix))
            let found = policies(named: name, steps, in: ancestor)
            if !found.isEmpty { return found }
        }
        return nil
    }

    /// `a/b.writ` and `a/b/*.writ` in a folder, spelt with `-` or `_`, as far as they are the policy `a.b`.
    private mutating func policies(named name: String, _ steps: [String], in folder: String) -> [String] {
        var folder = folder
        for step in steps.dropLast() {
            guard let next = entry(of: folder, called: step) else { return [] }
            folder = next
        }
        guard let last = steps.last else { return [] }
        if let file = entry(of: folder, called: last + Self.suffix), FileSystem.isFile(file),
            parse(file)?.declaredName == name
        {
            return [file]
        }
        return entry(of: folder, called: last).map { policies(named: name, in: $0) } ?? []
    }

    private mutating func entry(of folder: String, called name: String) -> String? {
        names(in: folder).first { Self.isAlike($0, name) }.map { FilePath.join(folder, $0) }
    }

    private mutating func policies(named name: String, in folder: String) -> [String] {
        policies(in: folder)[name] ?? []
    }

    /// The files in a folder, by the policies that they say they are.
    private mutating func policies(in folder: String) -> [String: [String]] {
        if let known = policies[folder] { return known }
        var found: [String: [String]] = [:]
        var isRead = true
        for name in names(in: folder) where name.hasSuffix(Self.suffix) {
            let path = FilePath.join(folder, name)
            guard FileSystem.isFile(path) else { continue }
            let unit = parse(path)
            if unit == nil { isRead = false }
            if let policy = unit?.declaredName { found[policy, default: []].append(path) }
        }
        // What cannot be read is complained of wherever it may be what was meant.
        if isRead { policies[folder] = found }
        return found
    }

    private mutating func names(in folder: String) -> [String] {
        if let known = names[folder] { return known }
        let found = (try? FileSystem.names(in: folder)) ?? []
        names[folder] = found
        return found
    }

    /// Whether two names of files are one, `-` and `_` being the same.
    private static func isAlike(_ name: String, _ other: String) -> Bool {
        func folded(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte }
        return name == other || name.utf8.elementsEqual(other.utf8) { folded($0) == folded($1) }
    }
}

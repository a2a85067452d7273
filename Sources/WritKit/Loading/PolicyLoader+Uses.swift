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
        if sources.units.contains(where: { $0.declaredName == name }) { return }
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

    private func entry(of folder: String, called name: String) -> String? {
        let wanted = Self.folded(name)
        let names = (try? FileSystem.names(in: folder)) ?? []
        return names.first { Self.folded($0) == wanted }.map { FilePath.join(folder, $0) }
    }

    private mutating func policies(named name: String, in folder: String) -> [String] {
        let names = (try? FileSystem.names(in: folder)) ?? []
        let files = names.filter { $0.hasSuffix(Self.suffix) }.map { FilePath.join(folder, $0) }
        return files.filter { FileSystem.isFile($0) && parse($0)?.declaredName == name }
    }

    private static func folded(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 } as [Character]) }
}

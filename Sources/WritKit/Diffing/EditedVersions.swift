import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax

/// Makes versions that nobody wrote: the old one with one edit made, the new one with one taken back.
///
/// Each is compiled once. Tests and promises are left out, for they would be refused where they speak of what is not there.
final class EditedVersions {
    private let files: FilePairs
    private let edits: [FoundEdit]
    private var made: [Key: Policy?] = [:]

    init(_ files: FilePairs, _ edits: [FoundEdit]) {
        self.files = files
        self.edits = edits
    }

    private struct Key: Hashable {
        var version: Version
        var edits: [Int]
    }

    /// The old version with these edits made, or the new one with them taken back. What only declares something comes along in
    /// either, for an edit may read it. Nil where there is no such policy.
    func policy(_ version: Version, with chosen: [Int]) -> Policy? {
        let key = Key(version: version, edits: chosen)
        if let known = made[key] { return known }
        let inert = edits.indices.filter { edits[$0].isInert(in: version) && !chosen.contains($0) }
        let patches = (inert + chosen).sorted().flatMap { edits[$0].patches(on: version) }
        let compilation = Compilation(sources(version, patches))
        made[key] = compilation.policy
        return compilation.policy
    }

    private func sources(_ version: Version, _ patches: [Patch]) -> PolicySources {
        var sources = PolicySources()
        sources.given = files.sources(version).given
        let byText = Dictionary(grouping: patches) { $0.place.text }
        for number in files.pairs.indices {
            let changes = byText[.unit(number)] ?? []
            guard let text = text(number, version, changes) else { continue }
            let path = (files.unit(number, in: version) ?? files.unit(number, in: version.other))!.file.path
            let file = SourceFile(path: path, bytes: text)
            sources.units.append(PolicyUnit(file: file, tree: Parser.parse(file, sink: &sources.sink)))
            addTables(of: number, version.other, [:], path, to: &sources)
            addTables(of: number, version, byText, path, to: &sources)
        }
        return sources
    }

    /// A file of the version with its patches; one that only the other has, as far as patches put something into it.
    private func text(_ number: Int, _ version: Version, _ patches: [Patch]) -> [UInt8]? {
        if let unit = files.unit(number, in: version) {
            let reader = PartReader(unit: unit, number: number, tables: [:])
            let idle = reader.idlePlaces().map {
                Patch(place: TextPlace(text: .unit(number), range: $0), replacement: "")
            }
            return Self.patched(unit.file.bytes, idle + patches)
        }
        guard !patches.isEmpty, let unit = files.unit(number, in: version.other) else { return nil }
        let header = unit.tree.fileSyntax?.header?.node.text ?? ""
        return Self.patched(Array(header.utf8), patches)
    }

    /// The CSV files that a file names, with the patches. One that only the other version has is there too, for an edit may name it.
    private func addTables(
        of number: Int, _ version: Version, _ patches: [PolicyText: [Patch]], _ path: String,
        to sources: inout PolicySources
    ) {
        guard let unit = files.unit(number, in: version) else { return }
        for (key, file) in files.sources(version).tables where key.policyPath == unit.file.path {
            let bytes = Self.patched(file.bytes, patches[.table(number, key.tablePath)] ?? [])
            sources.tables[PolicySources.TableKey(policyPath: path, tablePath: key.tablePath)] =
                SourceFile(path: file.path, bytes: bytes)
        }
    }

    /// Patches of one place keep their order; one that is beyond the end is at the end.
    static func patched(_ bytes: [UInt8], _ patches: [Patch]) -> [UInt8] {
        var result: [UInt8] = []
        var end = 0
        let ordered = patches.enumerated().sorted { left, right in
            let (a, b) = (left.element.place.range, right.element.place.range)
            return (a.lower, left.offset) < (b.lower, right.offset)
        }
        for patch in ordered.map(\.element) {
            let lower = min(patch.place.range.lower, bytes.count)
            if lower < end { continue }
            result += bytes[end..<lower]
            result += Array(patch.replacement.utf8)
            end = min(patch.place.range.upper, bytes.count)
        }
        return result + bytes[end...]
    }
}

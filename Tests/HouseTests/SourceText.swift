import PageSupport
import Testing

/// A file of the sources, as the house rules look at it: line by line.
struct SourceText: Sendable, CustomTestStringConvertible {
    /// `Sources/WritSyntax/Parsing/Parser+Lists.swift`
    let path: String
    let lines: [Substring]

    init(_ path: String) throws {
        self.path = path
        lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    }

    var testDescription: String { path }

    /// All Swift files of a target, or of all.
    static func all(in target: String? = nil) throws -> [SourceText] {
        try Repository.files(below: target.map { "Sources/" + $0 } ?? "Sources", ending: ".swift").map {
            try SourceText($0)
        }
    }

    var target: String { String(path.split(separator: "/")[1]) }

    /// `Parser+Lists`
    var name: String { String(path.split(separator: "/").last!.dropLast(".swift".count)) }

    var lineCount: Int { lines.last == "" ? lines.count - 1 : lines.count }

    /// The modules that the file imports.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").filter {
                !$0.hasPrefix("@") && $0 != "public" && $0 != "internal" && $0 != "package"
            }
            guard words.first == "import", let module = words.last else { return nil }
            return String(module.split(separator: ".")[0])
        }
    }

    /// The types that the file declares or extends, by their last names: `Step` of `Session.Step`.
    var declaredNames: Set<String> {
        var names: Set<String> = []
        for line in lines {
            let words = line.split { " :<{(,".contains($0) }
            guard let keyword = words.firstIndex(where: { Self.keywords.contains(String($0)) }),
                keyword + 1 < words.count,
                words[..<keyword].allSatisfy(Self.isModifier)
            else { continue }
            let path = words[keyword + 1]
            names.insert(String(path))
            names.insert(String(path.split(separator: ".").last ?? path))
        }
        return names
    }

    private static let keywords: Set<String> = [
        "struct", "class", "enum", "protocol", "extension", "actor", "typealias",
    ]

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || ["public", "private", "fileprivate", "internal", "package", "final", "indirect"].contains(word)
    }

    /// Whether the file has functions or the like, and no type of its own or of others.
    var isWithoutTypes: Bool { declaredNames.isEmpty }

    /// The lines that declare something public, and have no documentation above them.
    var undocumented: [(line: Int, text: String)] {
        lines.indices.compactMap { index in
            let text = lines[index].drop { $0 == " " }
            guard text.hasPrefix("public "), !Self.speaksForItself(text) else { return nil }
            return isDocumented(index) ? nil : (index + 1, String(text))
        }
    }

    private func isDocumented(_ index: Int) -> Bool {
        for above in lines[..<index].reversed() {
            let text = above.drop { $0 == " " }
            if text.hasPrefix("@") { continue }
            return text.hasPrefix("///")
        }
        return false
    }

    /// A code with its title, an import, and what a protocol of the standard library asks for and everybody knows.
    private static func speaksForItself(_ text: Substring) -> Bool {
        if text.contains(" = DiagnosticCode(") { return true }
        return [
            "public import ", "public extension ", "public static func ==", "public static func <", "public func hash(",
        ]
        .contains { text.hasPrefix($0) }
    }
}

import WritSource
import WritSyntax

/// A parsed policy file, as the checker takes it.
public struct PolicyUnit: Sendable {
    public var file: SourceFile
    public var tree: SyntaxTree

    public init(file: SourceFile, tree: SyntaxTree) {
        self.file = file
        self.tree = tree
    }

    var syntax: FileSyntax? { tree.fileSyntax }

    /// The name in the header; nil where there is none.
    var policyName: String? {
        guard let name = syntax?.header?.name?.text, !name.isEmpty else { return nil }
        return name
    }

    /// What the file is called without its folder and extension, as a name.
    var baseName: String {
        let name = file.path.split(separator: "/").last ?? "policy"
        let stem = name.split(separator: ".").first ?? "policy"
        let scalars = stem.unicodeScalars.map {
            $0.properties.isAlphabetic || $0.properties.numericType != nil ? $0 : "_"
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

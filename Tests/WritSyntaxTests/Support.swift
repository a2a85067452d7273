import Testing
import WritDiagnostics
import WritSource

@testable import WritSyntax

/// A text with all that parsing it gives.
struct Parsed {
    let tree: SyntaxTree
    let diagnostics: [Diagnostic]

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) {
        var sink = DiagnosticSink()
        tree = Parser.parse(SourceFile(path: "test.writ", bytes: bytes), sink: &sink)
        diagnostics = sink.diagnostics
    }

    /// What the tree prints is what was parsed, and every token stands in it once, in order.
    var isLossless: Bool { tree.print() == tree.file.bytes && leaves(tree.root) == Array(0..<tree.tokens.count) }

    /// `line:column code message`, one a line.
    var report: String {
        diagnostics.map {
            let start = $0.primary.location.start
            return "\(start.line):\(start.column) \($0.code.id) \($0.message)"
        }
        .joined(separator: "\n")
    }
}

/// Indices of the tokens below, as they stand in the tree.
private func leaves(_ node: SyntaxNode) -> [Int] {
    var result: [Int] = []
    collect(node, &result)
    return result
}

private func collect(_ node: SyntaxNode, _ result: inout [Int]) {
    for child in node.storedChildren {
        if child.isToken {
            result.append(Int(child.index))
        } else {
            collect(SyntaxNode(tree: node.tree, id: Int(child.index)), &result)
        }
    }
}

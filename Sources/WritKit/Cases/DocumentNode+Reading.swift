import WritDiagnostics
import WritFacts
import WritSource

extension DocumentNode {
    /// What the case that the document tells calls itself: the text of its entry `id`.
    public var caseName: String? {
        guard case .scalar(let text, _) = entries?.first(where: { $0.key == "id" })?.value.content else { return nil }
        return text
    }

    /// The one document of a text.
    static func reading(_ text: String, as format: DocumentFormat, named name: String) throws(PolicyError)
        -> DocumentNode
    {
        try reading(SourceFile(path: "<\(name)>", text: text), as: format)
    }

    static func reading(_ file: SourceFile, as format: DocumentFormat) throws(PolicyError) -> DocumentNode {
        var sink = DiagnosticSink()
        let documents = DocumentReader.read(file, as: format, splitsTopLevelList: false, sink: &sink)
        guard let node = documents.first?.root, !sink.hasErrors else { throw PolicyError(.input, sink.diagnostics) }
        return node
    }

    /// A value of the host's as a document.
    static func encoding<Value: Encodable>(
        _ value: Value, named name: String? = nil
    ) throws(PolicyError) -> DocumentNode {
        do { return try FactEncoder.document(of: value, named: name) } catch {
            throw PolicyError.wrong(.wrongKind, "`\(Value.self)` does not encode: \(error)", name ?? "\(Value.self)")
        }
    }
}

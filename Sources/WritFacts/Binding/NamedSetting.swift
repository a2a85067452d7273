import WritDiagnostics
import WritSemantics
import WritSource

/// One `name=value`, as options of a command line give it.
public struct NamedSetting: Sendable {
    private let file: SourceFile
    private let equals: Int

    /// Nil when there is no name before an equals sign.
    ///
    /// - Parameter option: what messages call the place, such as `--param`.
    public init?(_ text: String, option: String) {
        file = SourceFile(path: option, text: text)
        guard let place = file.bytes.firstIndex(of: UInt8(ascii: "=")), place > 0 else { return nil }
        equals = place
    }

    public var name: String { file.text(of: SourceRange(0, equals)) }
    public var nameLocation: SourceLocation { SourceLocation(file, SourceRange(0, equals)) }
    var valueLocation: SourceLocation { SourceLocation(file, SourceRange(equals + 1, file.bytes.count)) }

    /// The value as a document would have it: as it is for a single value, read as YAML for lists and groups of fields.
    func node(for type: WritType, sink: inout DiagnosticSink) -> DocumentNode? {
        let text = valueLocation.text
        let isComposite =
            switch type {
            case .record, .list: true
            case .variant: text.first == "{"
            default: false
            }
        guard isComposite else { return DocumentNode(.scalar(text: text, style: .plain), at: valueLocation) }
        let bytes = Array(repeating: UInt8(ascii: " "), count: equals + 1) + file.bytes[(equals + 1)...]
        let padded = SourceFile(path: file.path, bytes: bytes)
        return DocumentReader.read(padded, as: .yaml, splitsTopLevelList: false, sink: &sink).first?.root
    }
}

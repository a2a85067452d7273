import Testing
import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource

/// What became of one case.
struct Bound {
    let facts: FactSet?
    let sink: DiagnosticSink

    init(_ text: String, _ format: DocumentFormat = .yaml, for decision: DecisionID? = nil) {
        var sink = DiagnosticSink()
        let node = Bound.node(text, format, sink: &sink)
        let model = SampleModel.model
        let reach = ReachedFacts(by: decision.map { [$0] } ?? [], in: model)
        let name = decision.map { model[$0].heading.name } ?? ""
        facts = node.flatMap { FactBinder(model).bind($0, for: reach, decision: name, sink: &sink) }
        self.sink = sink
    }

    static func node(_ text: String, _ format: DocumentFormat = .yaml, sink: inout DiagnosticSink) -> DocumentNode? {
        let file = SourceFile(path: "case.\(format.rawValue)", text: text)
        return DocumentReader.read(file, as: format, splitsTopLevelList: false, sink: &sink).first?.root
    }

    subscript(_ fact: String) -> Datum? {
        guard let index = SampleModel.model.facts.firstIndex(where: { $0.heading.name == fact }) else { return nil }
        return facts?.facts[index]
    }

    /// The paths of a fact's missing parts; nil when it is known.
    func missing(_ fact: String) -> [String]? {
        guard case .unknown(let cause)? = self[fact] else { return nil }
        return cause.missing.map(\.description)
    }
}

/// One mistake as a test states it.
struct Complaint: Equatable, CustomStringConvertible {
    var code: String
    var words: String
    var place: String
    var message: String

    init(_ code: String, _ words: String, _ place: String, _ message: String) {
        (self.code, self.words, self.place, self.message) = (code, words, place, message)
    }

    init(_ diagnostic: Diagnostic) {
        let start = diagnostic.primary.location.start
        self.init(
            diagnostic.code.id, diagnostic.primary.location.text, "\(start.line):\(start.column)", diagnostic.message)
    }

    var description: String { "\(code) \(words) \(place) \(message)" }
}

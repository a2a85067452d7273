import WritDiagnostics
import WritEngine
import WritFacts
import WritSemantics
import WritSource

extension Policy {
    /// What else than facts an answer depends on, as texts that are checked as if they stood in a document.
    public struct Options: Sendable {
        /// Values for params, by name, such as `["reship_limit": "100 USD"]`.
        public var params: [String: String] = [:]
        /// Values for the decision's arguments, by name.
        public var arguments: [String: String] = [:]
        /// The language of texts, such as `zh`; nil for the policy's first.
        public var language: String?
        /// A date, which `today` becomes, or an instant, which `now` becomes.
        public var asOf: String?

        /// Nothing but the case, unless told otherwise. What is wrong with an option is said when something is asked.
        public init(
            params: [String: String] = [:], arguments: [String: String] = [:], language: String? = nil,
            asOf: String? = nil
        ) {
            self.params = params
            self.arguments = arguments
            self.language = language
            self.asOf = asOf
        }
    }

    /// Makes a decision about the case that a YAML document tells.
    ///
    /// - Throws: when there is no such decision, language, param or argument, or the document does not fit the facts. What
    ///   the case makes of the rules is never thrown: it is in the answer.
    public func decide(_ decision: String, yaml text: String, options: Options = Options()) throws(PolicyError)
        -> Decided
    {
        try decide(decision, document: text, .yaml, options)
    }

    /// Makes a decision about the case that a JSON text tells.
    ///
    /// - Throws: when there is no such decision, language, param or argument, or the text does not fit the facts. What the
    ///   case makes of the rules is never thrown: it is in the answer.
    public func decide(_ decision: String, json text: String, options: Options = Options()) throws(PolicyError)
        -> Decided
    {
        try decide(decision, document: text, .json, options)
    }

    /// Makes a decision about facts that are bound already. Never fails: what goes wrong is in the answer.
    ///
    /// For many cases a ``DecisionSession`` is quicker.
    public func decide(_ question: Question) -> Decided {
        var session = DecisionSession(self)
        return session.decide(question)
    }

    private func decide(
        _ name: String, document text: String, _ format: DocumentFormat, _ options: Options
    ) throws(PolicyError) -> Decided {
        let decision = try decision(named: name)
        var sink = DiagnosticSink()
        let file = SourceFile(path: "<facts>", text: text)
        let documents = DocumentReader.read(file, as: format, splitsTopLevelList: false, sink: &sink)
        let presets = try presets(asOf: options.asOf)
        let params = params(options.params, for: decision, &sink)
        let arguments = arguments(options.arguments, of: decision, &sink)
        guard let node = documents.first?.root,
            let facts = binder.bind(node, for: reach(of: decision), decision: name, presets: presets, sink: &sink),
            let arguments, !sink.hasErrors
        else { throw PolicyError(.input, sink.diagnostics) }
        return decide(
            Question(
                decision, facts: facts, params: params, arguments: arguments, language: try language(options.language)))
    }

    func params(
        _ values: [String: String], for decision: DecisionID, _ sink: inout DiagnosticSink
    ) -> ParamSet {
        var params = ParamSet(of: model)
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let setting = NamedSetting("\(name)=\(value)", option: "<params>") else { continue }
            ParamBinder(model, for: decision).bind(setting, into: &params, sink: &sink)
        }
        return params
    }

    func arguments(
        _ values: [String: String], of decision: DecisionID, _ sink: inout DiagnosticSink
    ) -> [Datum]? {
        let settings = values.sorted { $0.key < $1.key }.compactMap {
            NamedSetting("\($0.key)=\($0.value)", option: "<arguments>")
        }
        let place = SourceLocation(SourceFile(path: "<arguments>", text: ""), .at(0))
        return ArgumentBinder(model, decision).bind(settings, place: place, sink: &sink)
    }

    /// The language, if the policy's messages are written in it. Where the policy declares none, any language will do whose
    /// way of writing numbers and dates is known.
    public func language(_ name: String?) throws(PolicyError) -> String? {
        guard let name else { return nil }
        if model.languages.isEmpty {
            if Locale.named(name) != nil { return name }
            throw .wrong(
                .wrongOption, "`\(name)` is no language that is known", name,
                help: "there are \(Spelling.list(Locale.languages))")
        }
        let wanted = name.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.first.map(String.init) ?? name
        if let found = model.languages.first(where: {
            $0.lowercased() == name.lowercased() || $0.lowercased() == wanted
        }) {
            return found
        }
        throw .wrong(
            .wrongOption, "`\(self.name)` is not written in `\(name)`", name,
            help: "it is written in \(Spelling.list(model.languages))")
    }
}

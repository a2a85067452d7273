import CLibYAML

/// libyaml's event parser over bytes that stay where they are for as long as it lives.
struct YAMLEvents: ~Copyable {
    /// libyaml keeps a pointer to its own parser, so the parser must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Precondition: the bytes are UTF-8 and outlive this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("libyaml has no memory") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress ?? Self.nothing, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// libyaml wants a pointer even to no bytes.
    private static var nothing: UnsafePointer<UInt8> { UnsafePointer(StaticString("").utf8Start) }

    mutating func next() throws(YAMLFailure) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLFailure(parser.pointee) }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(kind: Self.kind(of: event), start: event.start_mark.index, end: event.end_mark.index)
    }

    private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: return .scalar(scalar(event))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            let properties = YAMLProperties(anchor: text(start.anchor), tag: text(start.tag))
            return .listStart(properties, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let properties = YAMLProperties(anchor: text(start.anchor), tag: text(start.tag))
            return .mappingStart(properties, isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
        default: return .begin
        }
    }

    private static func scalar(_ event: yaml_event_t) -> YAMLScalar {
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        return YAMLScalar(
            text: String(decoding: bytes, as: UTF8.self),
            isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
            isBlock: scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE,
            properties: YAMLProperties(anchor: text(scalar.anchor), tag: text(scalar.tag)))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

/// Why libyaml went no further, in its words; `YAMLProblem` puts them in ours.
struct YAMLFailure: Error {
    let problem: String
    let context: String
    /// Where, in characters.
    let position: Int
    /// Where what it was reading began, if it says so.
    let contextPosition: Int?

    init(_ parser: yaml_parser_t) {
        problem = parser.problem.map { String(cString: $0) } ?? ""
        context = parser.context.map { String(cString: $0) } ?? ""
        position = parser.problem_mark.index
        contextPosition = parser.context == nil ? nil : parser.context_mark.index
    }
}

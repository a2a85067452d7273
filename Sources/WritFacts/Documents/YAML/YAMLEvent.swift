/// What libyaml reports next, as plain values. Positions count characters, as libyaml does.
struct YAMLEvent {
    enum Kind {
        /// Streams and documents beginning, which say nothing we need.
        case begin
        case streamEnd
        case documentEnd
        case alias(String)
        case scalar(YAMLScalar)
        case listStart(YAMLProperties, isFlow: Bool)
        case mappingStart(YAMLProperties, isFlow: Bool)
        case collectionEnd
    }

    let kind: Kind
    let start: Int
    let end: Int
}

/// What may be written before a value: `&name` and `!tag`.
struct YAMLProperties {
    var anchor: String?
    /// The tag in full (`tag:yaml.org,2002:str`), or `!`.
    var tag: String?

    var isEmpty: Bool { anchor == nil && tag == nil }
}

/// A scalar as libyaml gives it: unquoted, unescaped and folded.
struct YAMLScalar {
    let text: String
    let isPlain: Bool
    let isBlock: Bool
    let properties: YAMLProperties
}

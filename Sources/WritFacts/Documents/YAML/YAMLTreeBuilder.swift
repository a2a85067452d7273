import WritDiagnostics
import WritSource

/// Builds the tree of one YAML document out of events.
///
/// What is wrong with one value is reported and the rest of the document still looked at; what makes the rest
/// meaningless or too costly is thrown as `YAMLStop`, after its report.
struct YAMLTreeBuilder {
    let text: YAMLText
    let base: YAMLText.Position
    let limits: DocumentLimits
    var budget: NodeBudget
    var log: DocumentLog
    /// The values named by `&name` so far.
    var anchors: [String: YAMLAnchored] = [:]
    /// The lists and mappings not yet closed, outermost first.
    var open: [YAMLCollection] = []
    var tally = CaseTally()
    private(set) var root: DocumentNode?
    /// Where the document starts, once it has.
    private(set) var documentStart: Int

    init(text: YAMLText, base: YAMLText.Position, limits: DocumentLimits, budget: NodeBudget) {
        self.text = text
        self.base = base
        self.limits = limits
        self.budget = budget
        log = DocumentLog(file: text.file)
        documentStart = base.byte
    }

    /// Takes events up to the end of a document. False if there was no document left.
    mutating func build(_ events: inout YAMLEvents) throws(YAMLStop) -> Bool {
        while true {
            let event: YAMLEvent
            do { event = try events.next() } catch { throw report(error) }
            let range = byteRange(event.start, event.end)
            switch event.kind {
            case .begin: documentStart = range.lower
            case .streamEnd: return false
            case .documentEnd: return true
            case .alias(let name): try acceptAlias(name, at: range)
            case .scalar(let scalar): try acceptScalar(scalar, at: range)
            case .listStart(let properties, let isFlow):
                try openCollection(.list, properties, isFlow: isFlow, at: range)
            case .mappingStart(let properties, let isFlow):
                try openCollection(.mapping, properties, isFlow: isFlow, at: range)
            case .collectionEnd: closeCollection(at: range)
            }
        }
    }

    // MARK: Values

    private mutating func acceptScalar(_ scalar: YAMLScalar, at range: SourceRange) throws(YAMLStop) {
        let faults = log.faults
        let start = skipProperties(from: range.lower, to: range.upper)
        var place = SourceRange(start, range.upper)
        if scalar.isBlock { place.upper = trimmed(place) }
        try spend(1, at: place)
        let content = resolve(scalar, tagAt: range.lower)
        let value = YAMLAnchored(node: node(content, place), weight: 1, height: 0, isFaulty: log.faults > faults)
        if let name = scalar.properties.anchor { anchors[name] = value }
        add(value, at: place)
    }

    private mutating func openCollection(
        _ form: YAMLCollection.Form, _ properties: YAMLProperties, isFlow: Bool, at range: SourceRange
    ) throws(YAMLStop) {
        let start = skipProperties(from: range.lower, to: text.range.upper)
        let place = SourceRange(start, max(start, min(range.upper, start + 1)))
        if open.count >= limits.maxDepth {
            log.reportTooDeep(limits.maxDepth, at: place)
            throw YAMLStop(offset: start)
        }
        try spend(1, at: place)
        if let name = properties.anchor { anchors[name] = YAMLAnchored.unfinished(node(.null, place)) }
        let faults = log.faults
        if properties.tag != nil { reportTag(at: range.lower, isScalar: false) }
        if open.isEmpty { tally.begin(faults: log.faults) }
        open.append(
            YAMLCollection(
                form: form, isFlow: isFlow, anchor: properties.anchor, start: start, end: place.upper, faults: faults))
    }

    private mutating func closeCollection(at range: SourceRange) {
        let collection = open.removeLast()
        // libyaml ends a collection in block form where the next thing starts; for people it ends with its last value.
        let place = SourceRange(collection.start, collection.isFlow ? range.upper : collection.end)
        let content: DocumentNode.Content =
            collection.form == .list ? .list(collection.elements) : .mapping(collection.mapping.entries)
        let value = YAMLAnchored(
            node: node(content, place), weight: collection.weight, height: collection.height,
            isFaulty: log.faults > collection.faults)
        if let name = collection.anchor { anchors[name] = value }
        add(value, at: place)
    }

    /// Puts a finished value where it belongs: at the top, into the open list, or as key or value of the open mapping.
    mutating func add(_ value: YAMLAnchored, at place: SourceRange) {
        guard let top = open.indices.last else {
            root = value.node
            return
        }
        open[top].end = max(open[top].end, place.upper)
        open[top].weight += value.weight
        open[top].height = max(open[top].height, value.height + 1)
        switch (open[top].form, open[top].key) {
        case (.list, _):
            open[top].elements.append(value.node)
            if top == 0 { tally.endCase(faults: log.faults) }
        case (.mapping, nil):
            open[top].key = key(value.node, at: place, in: open[top].mapping)
        case (.mapping, .named(let key, let keyPlace)?):
            let entry = DocumentEntry(key: key, keyLocation: SourceLocation(text.file, keyPlace), value: value.node)
            open[top].mapping.add(entry)
            open[top].key = nil
        case (.mapping, .refused?):
            open[top].key = nil
        }
    }

    func node(_ content: DocumentNode.Content, _ place: SourceRange) -> DocumentNode {
        DocumentNode(content, at: SourceLocation(text.file, place))
    }
}

/// The document cannot be read any further; the report has been made.
struct YAMLStop: Error {
    /// Where the reader was: another document may start here or later.
    let offset: Int
}

import WritDiagnostics
import WritSource

extension YAMLTreeBuilder {
    /// Puts the value that `*name` stands for. The tree shares it, but it counts in full: a file in which aliases
    /// multiply stops at the limit of values before anyone walks over billions of them.
    mutating func acceptAlias(_ name: String, at place: SourceRange) throws(YAMLStop) {
        guard let anchored = anchors[name] else {
            log.report(
                .yamlAlias, "nothing before this is named \(DocumentLog.quoted("&" + name))", at: place,
                "stands for nothing",
                help:
                    "write \(DocumentLog.quoted("&" + name)) before the value it stands for, or put the text in quotes")
            return addNothing(at: place)
        }
        if anchored.isUnfinished {
            log.report(
                .yamlAlias, "\(DocumentLog.quoted("*" + name)) stands inside the value that it stands for", at: place,
                "would never end",
                also: [(anchored.node.location.range, "the value starts here")], help: "write the value out")
            return addNothing(at: place)
        }
        if open.count + anchored.height > limits.maxDepth {
            log.reportTooDeep(limits.maxDepth, at: place)
            throw YAMLStop(offset: place.lower)
        }
        try spend(anchored.weight, at: place)
        if anchored.isFaulty { log.markFault() }
        add(anchored, at: place)
    }

    private mutating func addNothing(at place: SourceRange) {
        add(YAMLAnchored(node: node(.null, place), weight: 1, height: 0, isFaulty: true), at: place)
    }

    mutating func spend(_ weight: Int, at place: SourceRange) throws(YAMLStop) {
        if budget.spend(weight) { return }
        log.reportTooManyValues(budget.limit, at: place)
        throw YAMLStop(offset: place.lower)
    }
}

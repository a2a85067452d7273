import WritSource

/// A list or mapping of which more may follow.
struct YAMLCollection {
    enum Form { case list, mapping }

    let form: Form
    /// Written in brackets.
    let isFlow: Bool
    let anchor: String?
    let start: Int
    /// The end of the last thing in it.
    var end: Int
    /// How many faults there were before it.
    let faults: Int
    var elements: [DocumentNode] = []
    var mapping = MappingBuilder()
    /// The key whose value comes next.
    var key: YAMLKey?
    var weight = 1
    var height = 1
}

/// A key that has been read and waits for its value.
enum YAMLKey {
    case named(String, SourceRange)
    /// Complained of; its value is read and dropped.
    case refused
}

/// A finished value with what a further use of it costs.
struct YAMLAnchored {
    let node: DocumentNode
    /// How many values it holds, itself included, aliases counted in full.
    let weight: Int
    /// How many lists and mappings stand in each other in it.
    let height: Int
    /// Whether something in it has been complained of.
    let isFaulty: Bool
    private(set) var isUnfinished = false

    /// Stands for a collection that is still being read.
    static func unfinished(_ node: DocumentNode) -> YAMLAnchored {
        var anchored = YAMLAnchored(node: node, weight: 0, height: 0, isFaulty: true)
        anchored.isUnfinished = true
        return anchored
    }

    init(node: DocumentNode, weight: Int, height: Int, isFaulty: Bool) {
        self.node = node
        self.weight = weight
        self.height = height
        self.isFaulty = isFaulty
    }
}

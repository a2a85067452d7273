import WritSemantics
import WritValues

/// The texts that a case may have: those that the policies mention, and some that they do not.
///
/// Where texts are only compared for equality, as many strangers as there are text facts stand for all texts there are. Where their
/// letters matter, the strangers' do not show, and what they say to a pattern is open.
struct TextUniverse: Sendable {
    let texts: [String]
    /// How many of the last are strangers.
    let strangerCount: Int
    private let numbers: [String: Int]

    init(mentioned: [String], strangers: [String]) {
        var seen = Set<String>()
        texts = (mentioned + strangers.filter { !mentioned.contains($0) }).filter { seen.insert($0).inserted }
        strangerCount = texts.count - Set(mentioned).count
        numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
    }

    var count: Int { texts.count }
    /// How many of the first are mentioned.
    var mentionedCount: Int { texts.count - strangerCount }
    func number(of text: String) -> Int? { numbers[text] }
    func isStranger(_ number: Int) -> Bool { number >= texts.count - strangerCount }
}

extension TextUniverse {
    /// What the policies mention, and strangers for what they do not.
    ///
    /// - Parameters:
    ///   - listLength: how many elements of a list there are at most, where lists are followed by element.
    ///   - ruleLimit: decisions of more rules are not followed, and their texts are left out.
    init(of models: [CheckedModel], listLength: Int = 1, ruleLimit: Int = 400) {
        var finder = TextFinder()
        for model in models { finder.add(model, ruleLimit: ruleLimit) }
        let leaves = models.map { TextFinder.leafCount($0, listLength: listLength) }.max() ?? 0
        let others = finder.comparesFacts ? max(1, leaves) : 1
        self.init(
            mentioned: finder.texts + finder.samples + finder.overlaps,
            strangers: (0..<others).map { $0 == 0 ? "other" : "other \($0 + 1)" })
    }
}

import WritSemantics

/// Looks for the smallest change of each single fact that changes an answer. Every change found has been tried.
struct ChangeFinder {
    let question: Question
    private let answer: Answer
    private let kind: AnswerKind
    /// What the decision read, in the order of first use.
    let facts: [UsedFact]
    let comparisons: [ObservedComparison]
    private let runLimit: Int
    private let trials: ChangeTrials
    private var result = Changes()
    /// Runs left for the fact at hand.
    private(set) var factRuns = 0
    /// What was found for the fact at hand.
    private var found: [(change: Change, kind: AnswerKind)] = []

    /// So often at most a decision is made to find the changes of one fact.
    private static let factLimit = 160
    /// The changes of more facts than this are not looked for.
    private static let factCount = 200
    /// So often at most a fact is read again to find changes: of a large case fewer changes are tried.
    private static let readLimit = 500_000
    /// Whether everything that there is was tried, so far.
    private var isComplete = true

    init(
        _ question: Question, _ answer: Answer, _ facts: [UsedFact], _ comparisons: [ObservedComparison],
        _ engines: ExplainingEngines?, runLimit: Int
    ) {
        self.question = question
        self.answer = answer
        kind = AnswerKind(answer)
        trials = ChangeTrials(question, answer, engines)
        self.facts = facts
        self.comparisons = comparisons
        self.runLimit = min(runLimit, max(40, Self.readLimit / max(1, facts.count)))
    }

    mutating func find() -> Changes {
        if facts.count > Self.factCount { result.isCapped = true }
        for fact in facts.prefix(Self.factCount) {
            found = []
            factRuns = Self.factLimit
            find(fact)
            result.changes += found.map(\.change).sorted { distance(fact, $0) < distance(fact, $1) }
            if isSpent { break }
        }
        result.isComplete = isComplete && !result.isCapped
        result.changes = ChangeOrder(for: answer).sorted(result.changes)
        return result
    }

    /// Notes that a fact may have values that are not tried.
    mutating func leaveSome() { isComplete = false }

    private var isSpent: Bool { result.runs >= runLimit }

    private mutating func find(_ fact: UsedFact) {
        switch fact.type {
        case .boolean: tryAll([.boolean(true), .boolean(false)], fact)
        case .variant(let id):
            let cases = question.model[id].cases
            if cases.contains(where: { !$0.fields.isEmpty }) { leaveSome() }
            tryAll(cases.indices.filter { cases[$0].fields.isEmpty }.map { .variant($0, []) }, fact)
        case .calendar: tryAll(question.model.calendars.indices.map { .variant($0, []) }, fact)
        case .text, .zone:
            leaveSome()
            tryAll(comparedTexts(fact), fact)
        case let type where type.isQuantity: findQuantity(fact)
        default: return leaveSome()
        }
        if question.slot(at: fact.path)?.isOptional == true { tryAll([.unknown(.missing(fact.path))], fact) }
    }

    private mutating func tryAll(_ values: [Datum], _ fact: UsedFact) {
        for value in values where !isSame(value, fact.value) { _ = changes(fact, to: value) }
    }

    private func isSame(_ value: Datum, _ other: Datum) -> Bool {
        switch (value, other) {
        case (.unknown, .unknown): true
        default: value == other
        }
    }

    /// Tries a value: whether the answer is another in more than its amounts; nil when nothing may be tried any more.
    mutating func changes(_ fact: UsedFact, to value: Datum) -> Bool? {
        if isSpent || factRuns <= 0 {
            result.isCapped = true
            return nil
        }
        result.runs += 1
        factRuns -= 1
        guard let answer = trials.answer(with: value, at: fact.path) else { return false }
        let kind = AnswerKind(answer)
        if kind == self.kind || isSame(answer) { return false }
        // That less is certain when less is told goes without saying.
        if case .unknown = value, answer.status == .undetermined { return true }
        let change = Change(fact: fact, value: value, answer: answer)
        if let known = found.firstIndex(where: { $0.kind == kind }) {
            if distance(fact, change) < distance(fact, found[known].change) { found[known].change = change }
        } else {
            found.append((change, kind))
        }
        return true
    }

    /// Whether the host is told the same, by whatever rule.
    private func isSame(_ answer: Answer) -> Bool {
        answer.status == self.answer.status && answer.outcome == self.answer.outcome
            && answer.actions == self.answer.actions
    }

    /// How far a change goes: for quantities the difference; all others are equally far, and not telling is the farthest.
    private func distance(_ fact: UsedFact, _ change: Change) -> UInt128 {
        switch (fact.value, change.value) {
        case (.count(let old), .count(let new)): old < new ? (new - old).magnitude : (old - new).magnitude
        case (_, .unknown): .max
        default: 0
        }
    }

    /// The texts that it was compared with, then those that something calculated was compared with.
    private func comparedTexts(_ fact: UsedFact) -> [Datum] {
        var texts = (direct: FirstUses<Datum>(), indirect: FirstUses<Datum>())
        for comparison in comparisons {
            for (side, other) in [(comparison.left, comparison.right), (comparison.right, comparison.left)] {
                guard side.type == fact.type, case .text = other.value else { continue }
                if side.path == fact.path { texts.direct.append(other.value!) }
                if side.path == nil, other.path == nil { texts.indirect.append(other.value!) }
            }
        }
        texts.direct.append(contentsOf: texts.indirect)
        return texts.direct.elements
    }
}

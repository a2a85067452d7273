import WritSemantics

/// Counts what a policy makes of many contacts: how many need no person, and who gets the others.
public struct ReplayTally: Sendable {
    /// The names of the outcomes that hand a contact to a person.
    public let personCases: Set<String>

    /// The kinds of contact, in the order in which they were first met.
    public private(set) var kinds: [Kind] = []
    /// What went to a person: most often first.
    public var handOvers: [Count] { Self.sorted(handOverCounts) }
    /// What was not decided, and for want of what: most often first.
    public var open: [Count] { Self.sorted(openCounts) }
    /// What each decision answered: by decision, most often first.
    public var answers: [Count] {
        answerCounts.map { Count($0.key, $0.value) }
            .sorted { ($0.decision, -$0.contacts, $0.what) < ($1.decision, -$1.contacts, $1.what) }
    }

    /// How many contacts could not be read, and are in no other figure.
    public private(set) var unread = 0
    /// The promises that were broken: most often first.
    public var broken: [Count] { Self.sorted(brokenCounts) }

    private var places: [String: Int] = [:]
    private var brokenCounts: [Key: Int] = [:]
    private var handOverCounts: [Key: Int] = [:]
    private var openCounts: [Key: Int] = [:]
    private var answerCounts: [Key: Int] = [:]

    /// The contacts of one kind.
    public struct Kind: Sendable {
        /// What the contacts say they are.
        public let name: String
        /// Each ended in an outcome that is no hand-over; what a decision says `when undetermined` is one.
        public fileprivate(set) var alone = 0
        /// At least one of their decisions hands over.
        public fileprivate(set) var handedOver = 0
        /// None hands over, but at least one is undetermined without an outcome, or faulted.
        public fileprivate(set) var open = 0

        /// All of them.
        public var contacts: Int { alone + handedOver + open }
    }

    /// How many contacts met the same fate.
    public struct Count: Sendable {
        /// The name of the decision that was asked.
        public let decision: String
        /// The rule that handed over; nil where it is not told.
        public let rule: String?
        /// The outcome, or what was wanting.
        public let what: String
        /// How many contacts it met.
        public let contacts: Int

        fileprivate init(_ key: Key, _ contacts: Int) {
            decision = key.decision
            rule = key.rule
            what = key.what
            self.contacts = contacts
        }
    }

    fileprivate struct Key: Hashable {
        let decision: String
        var rule: String?
        let what: String
    }

    private enum Fate { case alone, handedOver, open }

    /// - Parameter personCases: the names of the outcomes that hand a contact to a person.
    public init(personCases: Set<String>) { self.personCases = personCases }

    /// All kinds together.
    public var total: Kind {
        kinds.reduce(into: Kind(name: "all")) { total, kind in
            total.alone += kind.alone
            total.handedOver += kind.handedOver
            total.open += kind.open
        }
    }

    /// Counts a contact that could not be read.
    public mutating func countUnread() { unread += 1 }

    /// Counts one contact by the answers to everything it asks.
    public mutating func count(_ answers: [Decided], kind: String) {
        let fates = answers.map { note($0) }
        let index = place(of: kind)
        if fates.contains(.handedOver) {
            kinds[index].handedOver += 1
        } else if fates.contains(.open) {
            kinds[index].open += 1
        } else {
            kinds[index].alone += 1
        }
    }

    private mutating func note(_ answer: Decided) -> Fate {
        let outcome = answer.outcome
        for promise in answer.broken {
            brokenCounts[Key(decision: answer.decision, what: "breaks \(promise.heading.name)"), default: 0] += 1
        }
        if !outcome.isUnknown {
            let what = outcome.caseName ?? outcome.elements.first.map { _ in "a list" } ?? outcome.description
            answerCounts[Key(decision: answer.decision, what: what), default: 0] += 1
        }
        if let handOver = handOver(in: outcome) {
            let rule = answer.rules.joined(separator: ", ")
            handOverCounts[Key(decision: answer.decision, rule: rule, what: handOver), default: 0] += 1
            return .handedOver
        }
        if answer.status == .determined || answer.status == .undetermined && !outcome.isUnknown { return .alone }
        openCounts[Key(decision: answer.decision, what: wanting(answer)), default: 0] += 1
        answerCounts[Key(decision: answer.decision, what: answer.status.rawValue), default: 0] += 1
        return .open
    }

    private func wanting(_ answer: Decided) -> String {
        if let fault = answer.fault { return "faulted: \(fault.kind.rawValue)" }
        return answer.needs.isEmpty ? "undetermined" : "needs \(answer.needs.joined(separator: ", "))"
    }

    /// The hand-over, with those of its fields that are names; nil where the outcome is none.
    private func handOver(in outcome: PolicyValue) -> String? {
        if let found = outcome.elements.lazy.compactMap({ handOver(in: $0) }).first { return found }
        guard let name = outcome.caseName, personCases.contains(name) else { return nil }
        let names = outcome.fieldNames.compactMap { name in outcome[name].caseName.map { "\(name): \($0)" } }
        return names.isEmpty ? name : "\(name)(\(names.joined(separator: ", ")))"
    }

    private mutating func place(of kind: String) -> Int {
        if let index = places[kind] { return index }
        places[kind] = kinds.count
        kinds.append(Kind(name: kind))
        return kinds.count - 1
    }

    private static func sorted(_ counts: [Key: Int]) -> [Count] {
        counts.map { Count($0.key, $0.value) }
            .sorted {
                (-$0.contacts, $0.decision, $0.rule ?? "", $0.what) < (
                    -$1.contacts, $1.decision, $1.rule ?? "", $1.what
                )
            }
    }
}

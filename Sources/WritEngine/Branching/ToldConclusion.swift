import WritSemantics

/// What an answer says of a decision, by the number of the conclusion: what is the same in every case is made beforehand.
final class ToldDecision: Sendable {
    let decision: DecisionID
    let type: WritType
    let made: BranchDecision
    let conclusions: [ToldConclusion]

    init(_ id: DecisionID, _ made: BranchDecision, _ decision: Decision) {
        self.decision = id
        type = decision.type
        self.made = made
        conclusions = decision.allConclusions.enumerated().map { number, conclusion in
            ToldConclusion(
                conclusion, number < decision.rules.count ? .rule(number) : .otherwise, made.conclusions[number])
        }
    }
}

/// A conclusion as answers tell it.
final class ToldConclusion: Sendable {
    let rules: [RuleReference]
    let sources: [SourceNote]
    let actions: [Action]
    /// Nil where there is no reason.
    let because: Reason?
    /// The outcome, where the conclusion gives the same in every case.
    let outcome: Datum?

    struct Action: Sendable {
        var action: ActionID
        /// Nil where an optional argument was left out.
        var arguments: [Value?]
    }

    /// A value in cells.
    struct Value: Sendable {
        var place: CellPlace
        var type: WritType
    }

    struct Reason: Sendable {
        /// One, with something in place of what the holes show.
        var messages: [RenderedMessage]
        /// Whether there are no holes: the message is the same in every case.
        var isFixed: Bool
        /// By text: which segments are holes, and what they show.
        var holes: [[(segment: Int, value: Value)]]
        var entry: Int32
    }

    init(_ conclusion: Conclusion, _ rule: RuleReference, _ shown: BranchConclusion) {
        rules = [rule]
        sources = conclusion.source.map { [$0] } ?? []
        actions = zip(conclusion.actions, shown.arguments).map { call, places in
            Action(
                action: call.action,
                arguments: zip(call.arguments, places).map { term, place in
                    if let term, let place { Value(place: place, type: term.type) } else { nil }
                })
        }
        because = conclusion.because.map { Reason($0, shown) }
        if case .constant(let datum) = conclusion.value?.kind, !datum.hasUnknownPart {
            outcome = datum
        } else if case .makeCase(_, let index, let parts) = conclusion.value?.kind, parts.isEmpty {
            outcome = .variant(index, [])
        } else {
            outcome = nil
        }
    }
}

extension ToldConclusion.Reason {
    fileprivate init(_ template: MessageTemplate, _ shown: BranchConclusion) {
        // Without an entry the machine tells the reason.
        entry = shown.because ?? BranchNode.bail
        holes = []
        var message = RenderedMessage(texts: [], zone: template.zone)
        for (number, text) in template.texts.enumerated() {
            var places = number < shown.holes.count ? shown.holes[number][...] : []
            var own: [(segment: Int, value: ToldConclusion.Value)] = []
            var segments: [RenderedMessage.Segment] = []
            for segment in text.segments {
                switch segment {
                case .text(let text): segments.append(.text(text))
                case .hole(let term):
                    if let place = places.popFirst() {
                        own.append((segments.count, ToldConclusion.Value(place: place, type: term.type)))
                    }
                    segments.append(.text(""))
                }
            }
            message.texts.append(RenderedMessage.Text(language: text.language, segments: segments))
            holes.append(own)
        }
        messages = [message]
        isFixed = holes.allSatisfy(\.isEmpty)
    }
}

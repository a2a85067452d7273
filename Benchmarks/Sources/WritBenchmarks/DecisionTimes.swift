import WritEngine
import WritSemantics

/// How long a decision takes: the machine, the reference evaluator, and Swift written by hand.
struct DecisionTimes {
    let name: String
    let model: CheckedModel

    func print<Hand: HandWritten>(against: Hand.Type) throws {
        let plan = try PlanVerifier.verify(Lowering.plan(of: model))
        Swift.print("\(name): bound \(plan.stepBound(DecisionID(0), listLength: 0)) steps")
        var maker = CaseMaker()
        let known = (0..<512).map { _ in maker.facts(model, missing: 0) }
        let hands = known.map { Hand($0) }
        let byHand = Stopwatch().nanoseconds { for hand in hands { use(hand.decide()) } } / 512
        row("by hand", byHand, of: byHand)
        try check(plan, known, hands)
        evaluate(plan, known, "evaluate", byHand)
        let many = (0..<100_000).map { _ in maker.facts(model, missing: 0) }
        let manyHands = many.map { Hand($0) }
        let byHandOfMany = Stopwatch().nanoseconds { for hand in manyHands { use(hand.decide()) } } / 100_000
        row("by hand, 100,000 cases", byHandOfMany, of: byHandOfMany)
        row("rows, 100,000 cases", RowTimes(model, many).time(), of: byHandOfMany)
        let partly = (0..<512).map { _ in maker.facts(model, missing: 10) }
        evaluate(plan, partly, "evaluate, 10 % unknown", byHand)
        load(plan, known, byHand)
        answer(plan, known, byHand)
    }

    /// Both find the same rule.
    private func check<Hand: HandWritten>(_ plan: VerifiedPlan, _ cases: [FactSet], _ hands: [Hand]) throws {
        var frame = Frame(plan)
        var machine = Machine(observing: NoObserver())
        for (facts, hand) in zip(cases, hands) {
            frame.load(facts, ParamSet(of: model))
            machine.evaluate(DecisionID(0), &frame)
            let found = frame.reachedRule(DecisionID(0)) ?? -1
            precondition(found == hand.decide(), "the machine found rule \(found), Swift \(hand.decide())")
        }
    }

    /// Loaded cases in frames of their own, one after another, so that branches are as hard to foresee as in traffic.
    private func evaluate(_ plan: VerifiedPlan, _ cases: [FactSet], _ title: String, _ byHand: Double) {
        let frames = FrameRow(plan, cases, ParamSet(of: model))
        let time = Stopwatch().nanoseconds { frames.evaluateAll() } / Double(cases.count)
        row(title, time, of: byHand)
    }

    private func load(_ plan: VerifiedPlan, _ cases: [FactSet], _ byHand: Double) {
        var frame = Frame(plan)
        let params = ParamSet(of: model)
        let time = Stopwatch().nanoseconds { for facts in cases { frame.load(facts, params) } } / Double(cases.count)
        row("load", time, of: byHand)
    }

    private func answer(_ plan: VerifiedPlan, _ cases: [FactSet], _ byHand: Double) {
        var frame = Frame(plan)
        var machine = Machine(observing: NoObserver())
        let params = ParamSet(of: model)
        let loaded = Stopwatch().nanoseconds {
            for facts in cases {
                frame.load(facts, params)
                use(machine.decide(DecisionID(0), &frame))
            }
        }
        row("load and answer", loaded / Double(cases.count), of: byHand)
        let reference = Stopwatch().nanoseconds {
            for facts in cases { use(ReferenceEvaluator(model, facts: facts).decide(DecisionID(0))) }
        }
        row("reference", reference / Double(cases.count), of: byHand)
    }

    private func row(_ title: String, _ time: Double, of hand: Double) {
        Swift.print("  \(title.padded(24)) \(time.text(1).padded(-9)) ns \((time / hand).text(1).padded(-8)) ×")
    }
}

/// Frames with a case each.
final class FrameRow {
    private let frames: UnsafeMutablePointer<Frame>
    private let count: Int
    private var machine = Machine(observing: NoObserver())

    init(_ plan: VerifiedPlan, _ cases: [FactSet], _ params: ParamSet) {
        count = cases.count
        frames = .allocate(capacity: count)
        for (index, facts) in cases.enumerated() {
            (frames + index).initialize(to: Frame(plan))
            frames[index].load(facts, params)
        }
    }

    deinit {
        frames.deinitialize(count: count)
        frames.deallocate()
    }

    func evaluateAll(_ decision: DecisionID = DecisionID(0)) {
        for index in 0..<count {
            frames[index].forget()
            machine.evaluate(decision, &frames[index])
        }
    }
}

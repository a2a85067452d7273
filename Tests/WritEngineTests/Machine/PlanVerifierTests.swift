import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// A plan with any one thing changed is either refused, or runs to an end without leaving its bounds.
@Suite struct PlanVerifierTests {
    @Test func lowersOnlySoundPlans() throws {
        for seed in UInt64(1000)..<1060 {
            _ = try PlanVerifier.verify(Lowering.plan(of: ModelGenerator(seed: seed).model()))
        }
    }

    /// Every operand of instructions taken at random becomes something else, and whole instructions are exchanged.
    @Test func changedPlansAreRefusedOrHarmless() {
        var refused = 0
        var ran = 0
        for seed in UInt64(0)..<16 {
            let model = ModelGenerator(seed: seed).model()
            let plan = Lowering.plan(of: model)
            var random = SplitMix64(seed)
            for _ in 0..<30 {
                var changed = plan
                Self.change(&changed, &random)
                guard let verified = try? PlanVerifier.verify(changed) else {
                    refused += 1
                    continue
                }
                ran += 1
                Self.run(verified, model, seed)
            }
        }
        #expect(refused > 150, "\(refused) were refused")
        #expect(ran > 30, "\(ran) ran")
    }

    private static func change(_ plan: inout Plan, _ random: inout SplitMix64) {
        let place = Int.random(in: 0..<plan.code.count, using: &random)
        let strange = [
            Int32(-1), 0, 1, 2, .max, .min, Int32(plan.slots.count), Int32(plan.code.count),
            Int32.random(in: 0..<Int32(plan.slots.count), using: &random),
            Int32.random(in: 0..<Int32(plan.code.count), using: &random),
        ].randomElement(using: &random)!
        switch Int.random(in: 0..<8, using: &random) {
        case 0: plan.code[place].a = strange
        case 1: plan.code[place].b = strange
        case 2: plan.code[place].c = strange
        case 3: plan.code[place].d = strange
        case 4: plan.code[place].e = strange
        case 5: plan.code[place].opcode = Opcode.allCases.randomElement(using: &random)!
        case 6: plan.code[place] = plan.code[Int.random(in: 0..<plan.code.count, using: &random)]
        default: plan.code.swapAt(place, Int.random(in: 0..<plan.code.count, using: &random))
        }
    }

    /// Runs all decisions about two cases. What they answer does not matter; that the run ends within bounds does.
    private static func run(_ plan: VerifiedPlan, _ model: CheckedModel, _ seed: UInt64) {
        var frame = Frame(plan)
        var machine = Machine(observing: StepCounter())
        for number in UInt64(0)..<2 {
            var cases = CaseGenerator(model, seed: seed &+ number)
            frame.load(cases.facts(), cases.params())
            for decision in model.decisions.indices.map({ DecisionID($0) }) {
                machine.evaluate(decision, arguments: cases.arguments(of: decision), &frame)
            }
        }
        #expect(machine.observer.steps < 10_000_000)
    }

    @Test func blocksCallEarlierOnesOnly() {
        let build = ModelBuilder()
        let fact = build.fact("n", .integer)
        let define = build.define("twice", build.term(.add(fact, fact), .integer))
        build.promise("p", build.compare(define([]), .less, build.term(.add(define([]), fact), .integer)))
        var plan = Lowering.plan(of: build.model)
        let call = plan.code.firstIndex { $0.opcode == .once }!
        plan.code[call].b = Int32(plan.blocks.count - 1)
        #expect { try PlanVerifier.verify(plan) } throws: { ($0 as? PlanFlaw)?.kind == .callOutOfOrder }
    }

    @Test func jumpsGoForwardsAndIntoNoLoop() {
        let build = ModelBuilder()
        let list = build.fact("xs", .list(.integer))
        build.promise(
            "p",
            build.and(build.fact("b", .boolean), build.any(.any, list) { build.compare($0, .less, build.integer(1)) }))
        let plan = Lowering.plan(of: build.model)
        let first = plan.code.firstIndex { $0.opcode == .decideFalse }!
        let loop = plan.code.firstIndex { $0.opcode == .loopBegin }!
        for target in [first, 0, loop + 1] {
            var changed = plan
            changed.code[first].d = Int32(target)
            #expect { try PlanVerifier.verify(changed) } throws: { ($0 as? PlanFlaw)?.kind == .jumpOutOfPlace }
        }
    }
}

private struct StepCounter: MachineObserver {
    var steps = 0
    mutating func willRun(_ place: Int) { steps += 1 }
    mutating func noted(decision: Int, rule: Int, isHeld: Bool) {}
}

import WritEngine
import WritKit
import WritSemantics

/// Cases in memory as Writ and as Swift by hand have them: rows that are bound already, and structs.
///
/// Far more than the caches hold, and mixed at random, so that memory and branches are as they are in traffic. What is timed
/// on either side goes through all cases in order, decides each and adds up the rules, so that nothing can be left out.
/// Rows are gone through by unmanaged references: a reference count is no part of a decision.
final class BoundCases<Hand: HandWritten> {
    let program: BranchProgram
    let decision: DecisionID
    let hands: [Hand]
    private let rows: [Unmanaged<CaseRow>]
    private let plan: VerifiedPlan

    var model: CheckedModel { program.model }
    var count: Int { hands.count }

    /// - Parameter missing: how many of a hundred optional facts a case does not tell.
    init(_ count: Int, missing: Int = 0) throws {
        let policy = try Policies.load(Hand.policy)
        let model = policy.model
        let program = BranchProgram(model, params: ParamSet(of: model))
        self.program = program
        decision = try policy.decision(named: Hand.decision)
        plan = try PlanVerifier.verify(Lowering.plan(of: model))
        hands = Hand.cases(count)
        var generator = SeededGenerator(seed: 7)
        // All rows are made before any is filled, so that they lie beside each other as the structs do.
        rows = hands.map { _ in .passRetained(CaseRow(program.layout)) }
        for (hand, row) in zip(hands, rows) {
            let absent = Hand.optional.filter { _ in generator.chance(missing) }
            let facts = hand.factSet(of: model, without: Set(absent))
            precondition(row.takeUnretainedValue().load(facts, of: model), "a row says any case")
        }
    }

    deinit { for row in rows { row.release() } }

    // MARK: What is timed

    @inline(never)
    func decideByHand() -> Int {
        var sum = 0
        for hand in hands {
            let decision = hand.decide()
            sum &+= Int(decision.rule) &+ Int(decision.amount)
        }
        return sum
    }

    /// - Returns: how many cases the branching program left to the machine, which is not asked here.
    @inline(never)
    func decide() -> Int {
        var run = BranchRun(program)
        var (sum, left) = (0, 0)
        for row in rows {
            row._withUnsafeGuaranteedRef { row in
                if run.decide(decision, row) { sum &+= run.conclusion(of: decision) } else { left += 1 }
            }
        }
        use(sum)
        return left
    }

    /// The same, the machine being asked about what is left.
    @inline(never)
    func decideWithMachine() {
        var run = BranchRun(program)
        var frame = Frame(plan)
        var machine = Machine(observing: NoObserver())
        let params = ParamSet(of: model)
        var sum = 0
        for row in rows {
            row._withUnsafeGuaranteedRef { row in
                if run.decide(decision, row) {
                    sum &+= run.conclusion(of: decision)
                } else {
                    frame.load(row.factSet(of: model), params)
                    machine.evaluate(decision, &frame)
                    sum &+= frame.reachedRule(decision) ?? -1
                }
            }
        }
        use(sum)
    }

    // MARK: Like with like

    /// Both give the same rule and the same outcome for every case.
    func check() {
        var run = BranchRun(program)
        guard case .variant(let id) = model[decision].type else { preconditionFailure("the outcome is no variant") }
        let type = model[id]
        for (row, hand) in zip(rows, hands) {
            let (row, expected) = (row.takeUnretainedValue(), hand.decide())
            guard let answer = run.answer(decision, row) else { preconditionFailure("not answered: \(hand)") }
            let rule = run.conclusion(of: decision)
            precondition(rule == Int(expected.rule), "Writ found rule \(rule), Swift \(expected.rule): \(hand)")
            let outcome = expected.datum(of: type)
            precondition(answer.outcome == outcome, "Writ gave \(answer.outcome as Any), Swift \(outcome): \(hand)")
        }
    }
}

import WritEngine
import WritSemantics

/// What is known of a promise.
public struct PromiseProof: Sendable {
    public var heading: Heading
    public var verdict: Verdict
    /// How many steps the search took; the same on every machine.
    public var steps = 0

    public enum Verdict: Sendable {
        /// It holds in every case.
        case proved
        /// Cases that break it: one, or the two that a promise about two cases compares.
        case refuted([ExampleCase])
        case undecided(Hardness)
    }
}

/// Proves promises for all cases, or finds a case that breaks them.
struct PromiseProver {
    /// Tables of more rows are not followed. Other checks ask much more of each row, and leave smaller ones to an analysis of their own.
    static let largestTable = 2_000

    let questions: CaseQuestions
    let budget: SearchBudget
    /// Tables of more rows are not followed by promises about two cases, which take many steps for each row.
    private let largestOfTwo: Int

    init(_ questions: CaseQuestions, budget: SearchBudget? = nil, largestOfTwo: Int? = nil) {
        self.questions = questions
        self.budget = budget ?? questions.budget
        self.largestOfTwo = largestOfTwo ?? questions.wide.evaluation.ruleLimit
    }

    /// All promises of the model: those about one case, then those about two, in order.
    func prove(_ names: Set<String>? = nil) -> [PromiseProof] {
        func isAsked(_ heading: Heading) -> Bool { names?.contains(heading.name) ?? true }
        let relations = RelationProver(
            model: questions.model, ordinary: questions.ordinary, budget: budget,
            ruleLimit: largestOfTwo, makeSolver: questions.makeSolver)
        let proofs =
            questions.model.promises.filter { isAsked($0.heading) }.map(prove)
            + questions.model.relations.filter { isAsked($0.heading) }.map(relations.prove)
        return proofs
    }

    func prove(_ promise: Promise) -> PromiseProof {
        let outcome = questions.find(
            promise.condition.firstDecision,
            { evaluation in
                let truth = evaluation.truth(promise.condition, SymbolicLocals())
                return [promise.isNever ? truth.isTrue : truth.isFalse]
            }, budget: budget, isShown: { isBroken(promise, $0) })
        switch outcome {
        case .impossible: return PromiseProof(heading: promise.heading, verdict: .proved)
        case .example(let example): return PromiseProof(heading: promise.heading, verdict: .refuted([example]))
        case .undecided(let hardness): return PromiseProof(heading: promise.heading, verdict: .undecided(hardness))
        }
    }

    private func isBroken(_ promise: Promise, _ example: ExampleCase) -> Bool {
        questions.evaluator(example.facts).evaluate(promise.condition) == .boolean(promise.isNever)
    }
}

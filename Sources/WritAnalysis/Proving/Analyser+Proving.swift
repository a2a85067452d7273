import WritSemantics
import WritSource

extension Analyser {
    /// Proves the model's promises for all cases: those about one case, then those about two, in the order of the model.
    ///
    /// Each question has the budget of the options, counted in steps, so that the answers do not hang on the machine; another solver
    /// may settle more.
    /// - Parameter names: only promises of these names; all of them where it is nil.
    public func proofs(of names: Set<String>? = nil) -> [PromiseProof] {
        DeepStack.run {
            let questions = CaseQuestions(model, budget: options.budget, ruleLimit: PromiseProver.largestTable) {
                options.solvers.solver(for: $0)
            }
            return PromiseProver(questions).prove(names)
        }
    }
}

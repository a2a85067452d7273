import WritSemantics

extension MeaningDiffer {
    /// Compares with the solvers and the budget of an analysis.
    public init(old: CheckedModel, new: CheckedModel, options: AnalysisOptions = AnalysisOptions()) {
        self.init(old: old, new: new, budget: options.budget) { options.solvers.solver(for: $0) }
    }
}

import WritAnalysis
import WritSemantics

extension Policy {
    /// The names of the promises, those about one case first, in the order declared.
    public var promises: [String] { (model.promises.map(\.heading) + model.relations.map(\.heading)).map(\.name) }

    /// Shows for each promise that it holds in every case, or a case that breaks it.
    ///
    /// ```swift
    /// for proof in policy.prove() {
    ///     if case .refuted(let cases) = proof.verdict { print(proof.heading.name, cases) }
    /// }
    /// ```
    /// - Parameters:
    ///   - names: only promises of these names; all of them where it is nil.
    ///   - steps: how long a question may be thought about, in steps that are the same on every machine.
    public func prove(_ names: Set<String>? = nil, steps: Int = SearchBudget.ordinary.steps) -> [PromiseProof] {
        var options = AnalysisOptions()
        options.budget = SearchBudget(steps: steps)
        options.solvers = .ownThenOther
        return Analyser(model, options).proofs(of: names)
    }

    /// A case as a test to paste into the policy.
    public func test(_ example: ExampleCase, named name: String) -> String {
        TestPrinter(model: model).text(example, named: name)
    }

    /// The facts of a case as hosts tell them, in JSON.
    public func json(_ example: ExampleCase) -> String { ExampleJSON(model: model).text(example) }
}

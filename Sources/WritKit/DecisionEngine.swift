import Synchronization
import WritDiagnostics
import WritEngine
import WritSemantics
import WritSource

/// The machine for answers, the reference evaluator for what must be looked at more closely.
final class DecisionEngine: Sendable {
    let model: CheckedModel
    /// Made when it is first needed: a policy that is asked about a case or two answers them sooner without it.
    private let made = Guarded<MadePlan?>(nil)
    private let questions = Atomic(0)
    private let promises: PromiseReach
    /// Made for the first explanation; what it works out is good for all.
    private let madeExplainer = Guarded<Explainer?>(nil)

    init(_ model: CheckedModel) {
        self.model = model
        promises = PromiseReach(model)
    }

    private struct MadePlan: Sendable {
        var plan: VerifiedPlan?
        var flaw: Diagnostic?
    }

    /// What the machine runs. Nil only if the verifier finds a flaw in it, a mistake of Writ, which `flaw` then says; the
    /// reference evaluator, which means the same, answers.
    var plan: VerifiedPlan? {
        made.withLock { made in
            if let made { return made.plan }
            let (plan, flaw) = Self.verified(Lowering.plan(of: model), of: model)
            made = MadePlan(plan: plan, flaw: flaw)
            return plan
        }
    }

    /// So many questions are answered sooner by the plain evaluator than by making a plan for the machine.
    private static let fewQuestions = 3

    /// The plan, unless this is one of the first questions.
    func planForQuestion() -> VerifiedPlan? {
        if questions.load(ordering: .relaxed) >= Self.fewQuestions { return plan }
        return questions.wrappingAdd(1, ordering: .relaxed).newValue > Self.fewQuestions ? plan : nil
    }

    /// What is wrong with the plan, if it was made and something is.
    var flaw: Diagnostic? { made.withLock { $0?.flaw } }

    /// The plan if nothing is wrong with it, and otherwise what is.
    static func verified(_ plan: Plan, of model: CheckedModel) -> (VerifiedPlan?, Diagnostic?) {
        do { return (try PlanVerifier.verify(plan), nil) } catch {
            let file = model.files.first ?? SourceFile(path: "policy.writ", text: "")
            let place = error.place.map { " at instruction \($0)" } ?? ""
            let detail = error.detail.isEmpty ? "" : ", \(error.detail)"
            let flaw = Diagnostic(
                .planRefused, .warning,
                "Writ made a plan for `\(model.name)` that it does not trust: \(error.kind.rawValue)\(place)\(detail)",
                at: Label(SourceLocation(file, .at(0))),
                help: "this is a mistake in Writ, please report it with the policy; its answers are right, but slow")
            return (nil, flaw)
        }
    }

    func reference(_ question: Question) -> ReferenceEvaluator {
        ReferenceEvaluator(model, facts: question.facts, params: question.params, promises: promises)
    }

    /// The answer, and the promises that concern the decision and are broken.
    func answer(_ question: Question, _ frame: inout Frame) -> (Answer, [Promise]) {
        var machine = Machine(observing: NoObserver())
        frame.load(question.facts, question.params)
        let answer = machine.decide(question.decision, arguments: question.arguments, &frame)
        var broken: [Promise] = []
        for index in promises.promises(for: question.decision) {
            let promise = model.promises[index]
            if machine.promise(index, &frame) == .boolean(promise.isNever) { broken.append(promise) }
        }
        return (answer, broken)
    }

    /// The same, by the reference evaluator.
    func referenceAnswer(_ question: Question) -> (Answer, [Promise]) {
        let evaluator = reference(question)
        let answer = evaluator.decide(question.decision, arguments: question.arguments)
        return (answer, evaluator.promises(for: question.decision).map { model.promises[$0] })
    }

    private var explainer: Explainer {
        if let made = madeExplainer.withLock({ $0 }) { return made }
        let explainer = Explainer(model, promises: promises)
        return madeExplainer.withLock { made in
            if let made { return made }
            made = explainer
            return explainer
        }
    }

    func explain(_ question: Question) -> Explanation {
        explainer.explain(
            question.decision, arguments: question.arguments, facts: question.facts, params: question.params)
    }

    var planText: String { PlanPrinter(Lowering.plan(of: model), model: model).text() }
}

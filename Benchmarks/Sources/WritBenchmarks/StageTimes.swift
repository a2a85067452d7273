import WritDiagnostics
import WritEngine
import WritSemantics

/// How long each stage takes for a folder, alone.
struct StageTimes {
    let folder: PolicyFolder

    func print() {
        let watch = Stopwatch()
        let units = folder.parse()
        let result = folder.check(units)
        guard let model = result.model else {
            Swift.print("\(folder.name): not measured, it has errors")
            for diagnostic in result.diagnostics.diagnostics.prefix(3) { Swift.print("  \(diagnostic)") }
            return
        }
        let plan = Lowering.plan(of: model)
        let lexing = watch.nanoseconds { folder.lex() }
        let parsing = watch.nanoseconds { use(folder.parse()) }
        let checking = watch.nanoseconds { use(folder.check(units)) }
        let lowering = watch.nanoseconds { use(Lowering.plan(of: model)) }
        let verifying = watch.nanoseconds { use(try? PlanVerifier.verify(plan)) }
        Swift.print(
            "\(folder.name): \(folder.byteCount) bytes, \(plan.code.count) instructions, \(plan.slots.count) slots")
        row("lex", lexing)
        row("parse", parsing - lexing)
        row("check", checking)
        row("lower", lowering)
        row("verify", verifying)
        evaluation(model, plan)
    }

    /// The decisions without arguments, each about random cases of which a twentieth of the facts is missing.
    private func evaluation(_ model: CheckedModel, _ plan: Plan) {
        guard let verified = try? PlanVerifier.verify(plan) else { return Swift.print("  the plan is not sound") }
        var maker = CaseMaker()
        let cases = (0..<64).map { _ in maker.facts(model, missing: 5) }
        let frames = FrameRow(verified, cases, ParamSet(of: model))
        let decisions = model.decisions.indices.filter { model.decisions[$0].parameters.isEmpty }
        let times = decisions.map { decision in
            Stopwatch(rounds: 5).nanoseconds { frames.evaluateAll(DecisionID(decision)) } / Double(cases.count)
        }.sorted()
        guard let most = times.last else { return }
        let median = times[times.count / 2].text(0)
        Swift.print("  evaluate   \(median) ns is the median of \(times.count) decisions, \(most.text(0)) ns the most")
    }

    private func row(_ stage: String, _ nanoseconds: Double) {
        let perByte = nanoseconds / Double(folder.byteCount)
        let time = (nanoseconds / 1000).text(1).padded(-10)
        Swift.print("  \(stage.padded(10)) \(time) µs \(perByte.text(1).padded(-8)) ns a byte")
    }
}

extension String {
    /// Filled with blanks to a width: at the end, or in front when it is negative.
    func padded(_ width: Int) -> String {
        let blanks = String(repeating: " ", count: max(0, abs(width) - count))
        return width < 0 ? blanks + self : self + blanks
    }
}

extension Double {
    func text(_ decimals: Int) -> String {
        var scaled = (self * (decimals == 0 ? 1 : decimals == 1 ? 10 : 100)).rounded()
        let isNegative = scaled < 0
        scaled = abs(scaled)
        let unit = decimals == 0 ? 1 : decimals == 1 ? 10 : 100
        let whole = Int(scaled) / unit
        let rest = String(Int(scaled) % unit)
        let fraction = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals - rest.count) + rest
        return (isNegative ? "-" : "") + "\(whole)" + fraction
    }
}

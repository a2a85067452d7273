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
    }

    private func row(_ stage: String, _ nanoseconds: Double) {
        let perByte = nanoseconds / Double(folder.byteCount)
        let time = (nanoseconds / 1000).text(1).padded(-10)
        Swift.print("  \(stage.padded(10)) \(time) µs \(perByte.text(1).padded(-8)) ns a byte")
    }
}

import WritSource
import WritSyntax

/// Checks the conditions of promises.
struct PromiseChecker {
    let elaboration: Elaboration
    let sites: Sites

    func check() {
        for (index, site) in sites.promises.enumerated() {
            guard let condition = site.syntax.condition else { continue }
            let expressions = ExpressionChecker(elaboration: elaboration, scope: Scope(globals: site.globals))
            elaboration.model.promises[index].condition = expressions.checkCondition(condition)
        }
    }
}

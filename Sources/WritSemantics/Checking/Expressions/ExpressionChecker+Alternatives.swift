import WritDiagnostics
import WritSource
import WritSyntax

/// `level is vip or new`: people say it, and the language writes `level in {vip, new}`.
extension ExpressionChecker {
    /// Reports values that stand where a condition belongs, behind one that compares something with a value like them.
    func reportedAlternatives(_ view: DisjunctionSyntax) -> Term? {
        let operands = view.operands
        for (index, operand) in operands.enumerated() {
            guard case .isRelation(let relation) = operand, relation.test == nil, let left = relation.left,
                let first = relation.right, isPath(left), !needsExpectation(left), isBareValue(first)
            else { continue }
            let others = operands[(index + 1)...].prefix { isBareValue($0) && isAlternative($0, for: left) }
            guard !others.isEmpty else { continue }
            for rest in operands where !others.contains(where: { $0.location == rest.location }) {
                _ = checkCondition(rest)
            }
            report([first] + others, left, relation, isWhole: others.count + 1 == operands.count)
            return broken(.boolean, at: view.location)
        }
        return nil
    }

    private func report(_ values: [ExprSyntax], _ left: ExprSyntax, _ relation: IsRelationSyntax, isWhole: Bool) {
        let set = values.map(\.location.text).joined(separator: ", ")
        let text = "\(left.location.text) \(relation.isNegated ? "not " : "")in {\(set)}"
        let place = relation.location.union(values[values.count - 1].location)
        report(
            TypeCodes.notCondition, "`or` stands between conditions, and `\(values[1].location.text)` is a value",
            at: values[1].location, "compared with what?", also: [Label(relation.location, "a condition")],
            help: "write `\(text)`",
            fixIts: relation.isNegated ? [] : [FixIt("list the values", replacing: place, with: text)])
    }

    /// A name with fields after dots: what may be looked at twice, however deep it stands.
    private func isPath(_ syntax: ExprSyntax) -> Bool {
        switch syntax {
        case .nameExpr: true
        case .member(let view): view.base.map(isPath) ?? false
        default: false
        }
    }

    private func isBareValue(_ syntax: ExprSyntax) -> Bool {
        switch syntax {
        case .nameExpr, .numberLiteral, .textLiteral, .dateLiteral, .timeLiteral, .instantLiteral: true
        default: false
        }
    }

    /// Whether `left is syntax` has a meaning, and `syntax` alone is no condition; looked at without a word.
    private func isAlternative(_ syntax: ExprSyntax, for left: ExprSyntax) -> Bool {
        let sink = elaboration.sink
        defer { elaboration.sink = sink }
        let subject = check(left)
        if subject.type == .boolean || subject.isPoison { return false }
        let errors = elaboration.errorCount
        return !equality(subject, syntax, at: syntax.location).isBroken && elaboration.errorCount == errors
    }
}

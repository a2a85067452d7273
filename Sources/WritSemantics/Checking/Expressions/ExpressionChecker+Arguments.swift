import WritDiagnostics
import WritSource
import WritSyntax

/// What arguments are matched against: a define's or decision's parameters, or the fields of a record, case or action.
struct ArgumentPlan {
    struct Parameter {
        var name: String
        var type: WritType
        var isOptional: Bool
        /// Where it was declared.
        var location: SourceLocation?
    }

    /// What takes them, as messages call it: `refund`.
    var owner: String
    var parameters: [Parameter]
    /// Fields and actions always name theirs; defines and decisions may leave the labels out.
    var needsLabels: Bool

    init(_ owner: String, fields: [Slot]) {
        self.owner = owner
        parameters = fields.map {
            Parameter(name: $0.name, type: $0.type, isOptional: $0.isOptional, location: $0.location)
        }
        needsLabels = true
    }

    init(_ owner: String, locals: [(name: String, type: WritType, isOptional: Bool)]) {
        self.owner = owner
        parameters = locals.map { Parameter(name: $0.name, type: $0.type, isOptional: $0.isOptional, location: nil) }
        needsLabels = false
    }
}

extension ExpressionChecker {
    /// The arguments in the order of the parameters, nil where an optional one was left out. Each mistake is reported; what
    /// then has no value is a broken term of the right type.
    func arguments(_ syntax: ArgumentsSyntax?, for plan: ArgumentPlan, at location: SourceLocation) -> [Term?] {
        let list = syntax?.arguments ?? []
        if let syntax, plan.parameters.isEmpty, list.isEmpty { reportEmpty(syntax, plan) }
        var given: [ArgumentSyntax?] = Array(repeating: nil, count: plan.parameters.count)
        var hasMistake = false
        for (position, argument) in list.enumerated() {
            guard let place = parameter(of: argument, at: position, in: plan, count: list.count) else {
                hasMistake = true
                continue
            }
            if let first = given[place] {
                hasMistake = true
                reportDuplicate(argument, first, plan.parameters[place].name)
            } else {
                given[place] = argument
            }
        }
        if !hasMistake { reportMissing(given, plan, at: location) }
        return zip(given, plan.parameters).map { argument, parameter in
            guard let argument else { return parameter.isOptional ? nil : broken(parameter.type, at: location) }
            return value(of: argument, for: parameter)
        }
    }

    /// `unknown` for an optional parameter is as good as leaving it out.
    private func value(of argument: ArgumentSyntax, for parameter: ArgumentPlan.Parameter) -> Term? {
        guard let value = argument.value else { return broken(parameter.type, at: argument.location) }
        if parameter.isOptional, case .unknownLiteral = value { return nil }
        return checkKept(value, as: parameter.type, isOptional: parameter.isOptional)
    }

    /// Which parameter an argument is for; reported when none.
    private func parameter(of argument: ArgumentSyntax, at position: Int, in plan: ArgumentPlan, count: Int) -> Int? {
        let names = plan.parameters.map(\.name)
        if let label = argument.label {
            if let place = names.firstIndex(of: label.text) { return place }
            reportUnknown(label, plan)
            return nil
        }
        guard position < names.count else {
            report(
                ExpressionNameCodes.unknownArgument, "`\(plan.owner)` takes \(Self.counted(names.count, "argument"))",
                at: argument.location, "one too many")
            return nil
        }
        if plan.needsLabels { reportLabelMissing(argument, names[position], plan) }
        return position
    }

    /// `ring()`: there is one way to write it.
    private func reportEmpty(_ brackets: ArgumentsSyntax, _ plan: ArgumentPlan) {
        if brackets.node.isBroken { return }
        report(
            ExpressionNameCodes.notCallable,
            "`\(plan.owner)` takes nothing, and then no brackets stand behind its name",
            at: brackets.location, "delete them",
            fixIts: [FixIt("delete the brackets", replacing: brackets.location, with: "")])
    }

    private func reportUnknown(_ label: SyntaxToken, _ plan: ArgumentPlan) {
        if elaboration.isLostPart(label.text) { return }
        let names = plan.parameters.map(\.name)
        let close = Spelling.nearest(to: label.text, among: names)
        let all = names.isEmpty ? "it takes none" : "it takes " + names.map { "`\($0)`" }.joined(separator: ", ")
        report(
            ExpressionNameCodes.unknownArgument, "`\(plan.owner)` has no `\(label.text)`", at: label.location,
            help: close.map { "did you mean `\($0)`?" } ?? all, fixIts: fixes(close, at: label.location))
    }

    private func reportLabelMissing(_ argument: ArgumentSyntax, _ name: String, _ plan: ArgumentPlan) {
        let text = argument.location.text
        report(
            ExpressionNameCodes.labelMissing, "`\(plan.owner)` wants its arguments labelled", at: argument.location,
            help: "write `\(name): \(text)`",
            fixIts: [FixIt("label it", replacing: argument.location, with: "\(name): \(text)")])
    }

    private func reportDuplicate(_ argument: ArgumentSyntax, _ first: ArgumentSyntax, _ name: String) {
        report(
            ExpressionNameCodes.duplicateArgument, "`\(name)` is given twice", at: argument.location,
            also: [Label(first.location, "the first time")])
    }

    private func reportMissing(_ given: [ArgumentSyntax?], _ plan: ArgumentPlan, at location: SourceLocation) {
        let missing = zip(given, plan.parameters).filter { $0 == nil && !$1.isOptional }.map { "`\($1.name)`" }
        guard !missing.isEmpty else { return }
        report(
            ExpressionNameCodes.missingArgument, "`\(plan.owner)` lacks \(missing.joined(separator: " and "))",
            at: location,
            help: "write `\(plan.owner)(\(plan.parameters.map { "\($0.name): …" }.joined(separator: ", ")))`")
    }

    static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}

import WritSource
import WritSyntax

/// Turns an expression's syntax into a typed term. Never fails: a mistake is reported once and becomes a poison term.
///
/// A value: entering a list form makes a checker with one more name. Its parts are in `Expressions/`, one file a topic.
struct ExpressionChecker {
    let elaboration: Elaboration
    var scope: Scope
    /// Whether `unknown` and other things that only tests and cases may say are allowed here.
    var isGiven = false

    init(elaboration: Elaboration, scope: Scope, isGiven: Bool = false) {
        self.elaboration = elaboration
        self.scope = scope
        self.isGiven = isGiven
    }

    var model: CheckedModel { elaboration.model }

    /// Checks an expression. `expected` guides names of enumeration values, literals and records; the result may still have
    /// another type, and is neither widened nor bounded: see `checkKept`.
    func check(_ syntax: ExprSyntax, expecting expected: WritType? = nil) -> Term {
        switch syntax {
        case .implication(let view): implication(view)
        case .disjunction(let view): disjunction(view)
        case .conjunction(let view): conjunction(view)
        case .negation(let view): negation(view)
        case .comparison(let view): comparison(view)
        case .isRelation(let view): isRelation(view)
        case .inRelation(let view): inRelation(view)
        case .textRelation(let view): textRelation(view)
        case .default(let view): defaulting(view, expecting: expected)
        case .rounding(let view): rounding(view)
        case .sum(let view): sum(view)
        case .product(let view): product(view)
        case .percentage(let view): percentage(view)
        case .sign(let view): sign(view)
        case .moment(let view): moment(view)
        case .shift(let view): shift(view)
        case .amount(let view): amount(view)
        case .member(let view): member(view)
        case .call(let view): call(view, expecting: expected)
        case .numberLiteral(let view): numberLiteral(view)
        case .textLiteral(let view): textLiteral(view, expecting: expected)
        case .dateLiteral(let view): dateLiteral(view)
        case .timeLiteral(let view): timeLiteral(view)
        case .instantLiteral(let view): instantLiteral(view)
        case .truthLiteral(let view): Term(.constant(.boolean(view.value)), .boolean, view.location)
        case .unknownLiteral(let view): unknownLiteral(view, expecting: expected)
        case .nameExpr(let view): name(view, expecting: expected)
        case .group(let view): operand(view.inner, of: view, expecting: expected)
        case .listLiteral(let view): listLiteral(view, expecting: expected)
        case .conditional(let view): conditional(view, expecting: expected)
        case .quantifier(let view): quantifier(view)
        case .count(let view): count(view)
        case .aggregate(let view): aggregate(view, expecting: expected)
        case .firstOf(let view): firstOf(view)
        case .extreme(let view): extreme(view, expecting: expected)
        case .partOf(let view): partOf(view)
        case .edgeOf(let view): edgeOf(view)
        case .between(let view): between(view)
        case .dayRoll(let view): dayRoll(view)
        case .localizedText(let view): Term(.message(template(view.texts)), .message, view.location)
        case .missing(let node): poison(at: node.location)
        }
    }

    /// What stands for an expression with a mistake.
    func poison(at location: SourceLocation) -> Term {
        Term(.constant(.unknown(.nothing(Absence(.written, at: location)))), .poison, location)
    }
}

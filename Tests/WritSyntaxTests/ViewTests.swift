import Testing

@testable import WritSyntax

/// Views give what was written.
@Suite struct ViewTests {
    private func expr(_ text: String) -> ExprSyntax? {
        guard case .define(let define)? = Parsed("define x = \(text)").tree.fileSyntax?.declarations.first else {
            return nil
        }
        return define.body
    }

    /// The expression with every node in brackets, by its first word.
    private func shape(_ text: String) -> String { expr(text)?.node.shape ?? "" }

    @Test func precedence() {
        #expect(
            shape("a or b and not c is d")
                == "disjunction(nameExpr() conjunction(nameExpr() negation(isRelation(nameExpr() nameExpr()))))")
        #expect(shape("a - b - c") == "sum(sum(nameExpr() nameExpr()) nameExpr())")
        #expect(shape("a or else b < c") == "comparison(default(nameExpr() nameExpr()) nameExpr())")
        #expect(shape("a implies b implies c") == "implication(nameExpr() implication(nameExpr() nameExpr()))")
        #expect(shape("-a * 10% of b") == "product(sign(nameExpr()) percentage(numberLiteral() nameExpr()))")
    }

    @Test func names() {
        guard case .nameExpr(let quoted)? = expr("`odd name`"), case .nameExpr(let accented)? = expr("e\u{301}te")
        else { return #expect(Bool(false)) }
        #expect(quoted.name?.text == "odd name")
        #expect(Array(accented.name!.text.unicodeScalars) == Array("\u{E9}te".unicodeScalars))
    }

    @Test func texts() {
        guard case .textLiteral(let literal)? = expr(#""a\n\"{x}\u{1F4E6}{y} z\}""#), let text = literal.text
        else { return #expect(Bool(false)) }
        let parts = text.segments.map { segment in
            switch segment {
            case .text(let text): text
            case .hole(let expr): "<\(expr.node.text)>"
            }
        }
        #expect(parts == ["a\n\"", "<x>", "📦", "<y>", " z}"])
        #expect(text.plainText == nil)
    }

    @Test func plainTexts() {
        guard case .textLiteral(let empty)? = expr("\"\"") else { return #expect(Bool(false)) }
        #expect(empty.text?.plainText == "")
    }

    @Test func words() {
        guard case .quantifier(let no)? = expr("no x in xs has x.ok"),
            case .shift(let shift)? = expr("2 working days before d"),
            case .amount(let amount)? = shift.amount, case .aggregate(let least)? = expr("min x.a for x in xs"),
            case .partOf(let part)? = expr("weekday of d")
        else { return #expect(Bool(false)) }
        #expect(no.quantifier == .no && no.variable?.text == "x")
        #expect(shift.direction == .before && amount.isWorking && amount.unit?.text == "days")
        #expect(least.function == .min && part.part == .weekday)
    }

    @Test func contextualWordsAreNames() {
        for word in TokenKind.allCases.filter(\.isContextual).map(\.spelling) {
            #expect(shape("\(word) + a") == "sum(nameExpr() nameExpr())", "\(word)")
            #expect(Parsed("fact \(word) : text\nfact r\n  \(word) : text").report == "", "\(word)")
        }
    }

    @Test func missingIsAnExpression() {
        guard case .sum(let sum)? = expr("a + "), case .missing? = sum.right else { return #expect(Bool(false)) }
        #expect(sum.operator == .plus)
    }

    @Test func parents() {
        let tree = Parsed(Corpus.reship).tree
        #expect(tree.root.parent == nil)
        for child in tree.root.childNodes { #expect(child.parent == tree.root) }
    }
}

import Testing
import WritDiagnostics
import WritSource
import WritSyntax

@testable import WritSemantics

/// What holds of every expression, right or wrong.
@Suite struct ExpressionLawTests {
    private static let operands = [
        "flag", "n", "x", "usd", "eur", "name", "d", "t", "now", "place", "cal", "wait_", "span_", "term_", "work",
        "shift_", "level", "remedy", "line", "lines",
        "names", "counts", "share", "outcome", "\"{n}\"", "3", "2 USD", "3 days", "\"UTC\"", "[]", "unknown", "Level",
        "notify",
    ]
    private static let binary = [
        "+", "-", "*", "/", "<", ">=", "is", "is not", "in", "not in", "and", "or", "implies", "or else", "starts with",
        "like", "after", "before", "at",
        "rounded to", "% of", "of",
    ]
    private static let unary = [
        "not _", "-_", "(_ %)", "_ is known", "_ is working day", "date of _", "time of _", "year of _", "weekday of _",
        "length of _", "plain of _", "end of month of _",
        "first working day on or after _", "_ working hours", "_ days", "count q in _", "first q in _ by q",
        "sum q for q in _", "average q for q in _", "list q for q in _",
        "any q in _ has q", "_.amount", "_(3)", "refund(amount: _)", "net(_, 1)", "[_]", "\"{_}\"", "least of (_, _)",
        "earliest of (_, _)", "if _ then 1 else 2", "if flag then _ else 3",
        "days between _ and d", "hours between now and _", "_ in [1..2]", "_ in {3, 4 USD}",
        "2 hours after now excluding _", "3 working days after d on _",
    ]

    /// One wrong thing is told once, and what is not complained about has a type.
    @Test(arguments: unary) func unaryForms(_ form: String) {
        let bench = ExpressionBench()
        for operand in Self.operands {
            law(
                bench, form.split(separator: "_", omittingEmptySubsequences: false).joined(separator: operand), limit: 2
            )
        }
    }

    @Test(arguments: binary) func binaryForms(_ sign: String) {
        let bench = ExpressionBench()
        for left in Self.operands {
            for right in Self.operands { law(bench, "(\(left)) \(sign) (\(right))", limit: 2) }
        }
    }

    private func law(_ bench: ExpressionBench, _ source: String, limit: Int) {
        let checked = bench.check(source)
        _ = checked.text
        #expect(checked.diagnostics.count <= limit, "\(source): \(checked.complaints)")
        if checked.diagnostics.isEmpty { #expect(checked.term.type != .poison, "\(source)") }
        // A type that is none must not be named to anybody.
        for diagnostic in checked.diagnostics { #expect(!diagnostic.message.hasSuffix(" ?"), "\(source)") }
    }

    /// As deep as the parser lets an expression be, and far deeper: checked or refused, never a crash.
    @Test(arguments: [60, 250, 5_000]) func deepNesting(_ depth: Int) {
        let forms = [
            ("(", "n", ")"), ("not ", "flag", ""), ("if flag then 1 else ", "2", ""), ("flag implies ", "flag", ""),
            ("- ", "n", ""),
            ("1 day after ", "d", ""), ("any q in lines has (", "flag", ")"), ("\"{", "n", "}\""), ("[", "n", "]"),
            ("n % of ", "usd", ""),
        ]
        for (open, middle, close) in forms {
            let source = String(repeating: open, count: depth) + middle + String(repeating: close, count: depth)
            let checked = ExpressionBench().check(source)
            #expect(checked.text.isEmpty == false)
        }
    }

    /// A wrong name in a right expression gives one message, whatever stands around it.
    @Test(arguments: [
        "n + x", "usd * n <= cap", "flag and other or flag", "flag implies other", "if flag then n else x",
        "n or else m or else x", "level in {vip, gold}", "d in (2026-01-01..e]",
        "name in names", "3 working days after d on cal", "4 working hours after now on cal excluding stops",
        "days between d and e", "d at t in zone place", "date of now in zone place",
        "any l in lines has l.qty > n", "count l in lines where l.qty > n", "sum l.price * n for l in lines where flag",
        "first l in lines where flag by l.price", "list n + 1 for l in lines",
        "Line(sku: name, qty: n, price: usd, note: name)", "refund(amount: usd + cap)", "net(usd, n)", "per_line(line)",
        "\"a {usd} b {n}\"", "[n, m]", "usd / n rounded to 0.01 USD", "10 % of usd",
        "least of (n, m, x)", "remedy is refund(amount: usd)", "outcome.amount > usd", "name starts with name",
        "-usd + usd", "not flag or n > m and flag", "x hours after now", "end of month of d is e",
        "first working day on or after d on cal", "d is working day on cal", "n is known or m is unknown",
    ])
    func oneMistakeOneMessage(_ source: String) {
        let bench = ExpressionBench()
        var sink = DiagnosticSink()
        let file = SourceFile(path: "law", text: source)
        let root = Parser.parseExpr(file, sink: &sink).node
        for name in Self.names(in: root) {
            let before = file.text(of: SourceRange(0, name.lower))
            let broken = before + "qqqqq" + file.text(of: SourceRange(name.upper, file.bytes.count))
            #expect(bench.check(broken).complaints == ["W0250 qqqqq"], "\(broken)")
        }
    }

    private static func names(in node: SyntaxNode) -> [SourceRange] {
        if node.kind == .nameExpr { return [node.range] }
        return node.childNodes.flatMap { names(in: $0) }
    }
}

import Testing
import WritSemantics

@Suite("Cases, tests and promises")
struct TestDeclarationTests {
    private func policy(_ rest: String) -> String {
        """
        policy a
        type T = go | stay(days: integer)
        record R
          n : integer between 0 and 9
          inner : text?
        fact r : R
        fact x : integer
        fact rs : list of R
        param p : integer = 3 between 0 and 5 source house
        decision d : T
          first
          rule one when x > 1 then go
          otherwise stay(days: 2)
        decision e(of: integer) : boolean
          first
          otherwise of > 3

        """ + rest
    }

    @Test("assignments")
    func assignments() {
        expectClean(policy("case c\n  r = R(n: 3), r.inner = unknown, rs = [R(n: 1), R(n: 2, inner: unknown)], p = 4"))
        expectReport(policy("case c\n  y = 3"), "error W0210 «y»")
        expectReport(policy("case c\n  r.m = 3"), "error W0210 «m»")
        expectReport(policy("case c\n  x.m = 3"), "error W0210 «m»")
        expectReport(policy("case c\n  d = go"), "error W0210 «d»")
        expectReport(policy("case c\n  x = r.n"), "error W0408 «r.n»")
        expectReport(policy("case c\n  r.n = 12"), "error W0409 «12»")
        expectReport(policy("case c\n  rs = [R(n: 12)]"), "error W0409 «[R(n: 12)]»")
        expectReport(policy("case c\n  p = unknown"), "error W0439 «unknown»")
        expectReport(policy("case c\n  p = 7"), "error W0409 «7»")
        #expect(PolicyCheck(policy("case c\n  x = \"a\"")).diagnostics.count == 1)
    }

    @Test("what is given twice, and tests that expect nothing")
    func twice() {
        expectReport(policy("test \"t\" given x = 1, x = 2 expect d is go"), "error W0439 «x»")
        expectReport(policy("case c\n  r.n = 1, r.n = 1"), "error W0439 «r.n»")
        expectClean(policy("case b\n  x = 1, r.n = 2\ntest \"t\" given like b x = 2 expect d is go"))
        expectReport(policy("test \"t\" given x = 1"), "warning W0438 «\"t\"»")
    }

    @Test("cases like others")
    func like() {
        expectReport(policy("case c like b"), "error W0208 «b»")
        expectReport(policy("case b like c\ncase c like b"), "error W0419 «b»")
        let check = PolicyCheck(
            policy("case b x = 1\ncase c like b x = 2\ntest \"t\" given like c x = 3 expect d is go"))
        #expect(check.report == "", "\(check.details)")
        #expect(check.model.tests[0].assignments.map(\.value) == [.count(1), .count(2), .count(3)])
    }

    @Test("expectations")
    func expectations() {
        func expecting(_ text: String) -> WritSemantics.Expectation.Kind? {
            let check = PolicyCheck(policy("test \"t\" given x = 1 expect " + text))
            #expect(check.report == "", "\(check.details)")
            return check.model.tests.first?.expectations.first?.kind
        }
        if case .outcome? = expecting("d is go by one") {} else { #expect(Bool(false)) }
        if case .outcome? = expecting("d is stay(days: 3) by otherwise") {} else { #expect(Bool(false)) }
        if case .holds? = expecting("d is stay by otherwise") {} else { #expect(Bool(false)) }
        if case .holds? = expecting("d is not go") {} else { #expect(Bool(false)) }
        if case .status(_, _, .faulted)? = expecting("d is faulted") {} else { #expect(Bool(false)) }
        if case .outcome(_, let arguments, _)? = expecting("e(of: 3) is true") {
            #expect(arguments.count == 1)
        } else {
            #expect(Bool(false))
        }
        if case .status(_, let arguments, .determined)? = expecting("e(of: 3) is determined") {
            #expect(arguments.count == 1)
        } else {
            #expect(Bool(false))
        }
        if case .holds? = expecting("e(of: 4)") {} else { #expect(Bool(false)) }
    }

    @Test("clauses are about one decision with one set of arguments, however it is asked")
    func clausesUnderConditions() throws {
        func expecting(_ text: String) throws -> WritSemantics.Expectation {
            let check = PolicyCheck(policy("test \"t\" given x = 1 expect " + text))
            #expect(check.report == "", "\(check.details)")
            return try #require(check.model.tests.first?.expectations.first)
        }
        #expect(try expecting("d is stay by otherwise").decision == expecting("d is go by one").decision)
        #expect(try expecting("e(of: 4) by otherwise").arguments.count == 1)
        #expect(try expecting("not e(of: 4) or e(of: 4) by otherwise").arguments.count == 1)
        #expect(try expecting("e(of: 3) is true by otherwise").arguments.count == 1)
        expectReport(
            policy("test \"t\" given x = 1 expect e(of: 3) or e(of: 4) by otherwise"), "error W0438 «by otherwise»")
        expectReport(
            policy("test \"t\" given x = 1 expect any r2 in rs has e(of: r2.n) by otherwise"),
            "error W0438 «by otherwise»")
    }

    @Test("mistaken expectations")
    func mistakes() {
        expectReport(policy("test \"t\" expect d is go by won"), "error W0209 «won»")
        expectReport(policy("test \"t\" expect d is not undetermined"), "error W0438 «d is not undetermined»")
        expectReport(policy("test \"t\" expect x > 3 by one"), "error W0438 «by one»")
        expectReport(policy("test \"t\" expect x > 3 needs x"), "error W0438 «needs x»")
        expectReport(policy("test \"t\" expect d is go needs y"), "error W0210 «y»")
        expectReport(policy("test \"t\" expect d is go needs r.y"), "error W0210 «y»")
        expectReport(policy("test \"t\" expect d is go because \"{x}\""), "error W0440 «\"{x}\"»")
        expectReport(policy("test \"t\" expect d is go\ntest \"t\" expect d is go"), "error W0203 «\"t\"»")
        #expect(PolicyCheck(policy("test \"t\" expect d is gone")).diagnostics.count == 1)
    }

    @Test("promises are conditions")
    func promises() {
        expectClean(policy("always fine d is go implies x > 1"))
        #expect(PolicyCheck(policy("never n x + 1")).diagnostics.count == 1)
    }
}

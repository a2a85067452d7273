import Testing
import WritKit
import WritSource

@testable import WritAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Programs that are no solver: whatever they do, the answer is that nothing is decided, and it comes in time.
@Suite("Programs in the solver's place")
struct SMTProcessTests {
    /// A shell script in the solver's place, gone when the test is.
    final class Script {
        let path: String

        init(_ body: String) throws {
            var template = Array("/tmp/writ-solver-XXXXXX".utf8CString)
            close(mkstemp(&template))
            path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            try FileSystem.write(Array("#!/bin/sh\n\(body)\n".utf8), to: path)
            chmod(path, 0o755)
        }

        deinit { unlink(path) }
    }

    /// What a solver with this script answers to an ordinary question, and after how long.
    private func answer(_ body: String, patience: Duration = .seconds(5)) throws -> (SearchResult, Duration) {
        let script = try Script(body)
        let table = FormulaTable()
        let value = table.opaque(name: "value", domain: .whole(0...9))
        let launch = SMTSolver.Launch(path: script.path, arguments: [], patience: patience)
        let solver = SMTSolver(table: table, launch: launch)
        let start = ContinuousClock.now
        let result = solver.solve([table.atMost(value, 4)], budget: .ordinary)
        return (result, ContinuousClock.now - start)
    }

    private func why(_ result: SearchResult) throws -> String {
        guard case .undecided(.solver(let why)) = result else {
            Issue.record("\(result) from a program that is no solver")
            return ""
        }
        return why
    }

    /// Echoes fences as a solver does, and answers each other command with these lines of shell.
    private func echoing(_ other: String) -> String {
        """
        while read -r line; do
          case "$line" in
            '(echo "'*) line=${line#*\\"}; echo "${line%\\"*}" ;;
            *) \(other) ;;
          esac
        done
        """
    }

    @Test("a program that says nothing is given up")
    func silent() throws {
        let (result, time) = try answer("exec sleep 60", patience: .milliseconds(300))
        #expect(try why(result) == "the solver gave no answer in time")
        #expect(time < .seconds(5))
    }

    @Test("a program that ends is no answer", arguments: ["exit 0", "exit 3", "kill -9 $$", "read -r line; exit 0"])
    func ends(body: String) throws {
        #expect(try why(answer(body).0) == "the solver ended")
    }

    @Test("a program that stops reading is given up, and so is one that closes its input")
    func deaf() throws {
        let table = FormulaTable()
        let goals = (0..<20_000).map { index in
            table.atMost(table.opaque(name: "value", domain: .whole(0...9)), Int128(index % 9))
        }
        for body in ["exec sleep 60", "exec <&-; sleep 60"] {
            let launch = SMTSolver.Launch(path: try Script(body).path, arguments: [], patience: .milliseconds(300))
            _ = try why(SMTSolver(table: table, launch: launch).solve(goals, budget: .ordinary))
        }
    }

    @Test("an error fails the question, whatever the answer beside it")
    func complains() throws {
        let body = echoing(#"case "$line" in '(check-sat)') echo '(error "line 1: no"); unsat'; echo unsat ;; esac"#)
        #expect(try why(answer(body).0).hasPrefix("the solver says: (error"))
        for _ in 0..<20 {
            #expect(try why(answer("echo '(error \"out of memory\")'; exit 101").0).contains("out of memory"))
        }
        #expect(try why(answer(echoing("echo unsupported")).0) == "the solver says: unsupported")
    }

    @Test("what cannot be read is no answer", arguments: ["echo sat; echo unsat", "echo unsatisfiable", "echo ')'"])
    func garbled(command: String) throws {
        let body = echoing("case \"$line\" in '(check-sat)') \(command) ;; esac")
        #expect(try why(answer(body).0).hasPrefix("the solver's answer makes no sense"))
    }

    @Test("values that cannot be are no answer", arguments: ["((v0 77))", "((v1 3))", "((v0 x))", "((v0 3)", "()"])
    func garbledValues(values: String) throws {
        let commands = "case \"$line\" in '(check-sat)') echo sat ;; '(get-value'*) echo '\(values)' ;; esac"
        #expect(try why(answer(echoing(commands)).0).hasPrefix("the solver's answer makes no sense"))
    }

    @Test("a value that is wrong is found out")
    func liar() throws {
        let commands = "case \"$line\" in '(check-sat)') echo sat ;; '(get-value'*) echo '((v0 7))' ;; esac"
        guard case .undecided(.calculation) = try answer(echoing(commands)).0 else {
            Issue.record("7 is not at most 4")
            return
        }
    }

    @Test("a program that does not stop talking is stopped")
    func floods() throws {
        for body in ["exec yes", "exec cat /dev/zero", "exec yes '(error'"] {
            let (result, time) = try answer(body, patience: .seconds(20))
            #expect(try why(result) == "the solver does not stop answering")
            #expect(time < .seconds(20))
        }
    }

    @Test("what cannot be started is no answer")
    func notThere() throws {
        let table = FormulaTable()
        let value = table.opaque(name: "value", domain: .whole(0...9))
        let solver = SMTSolver(table: table, launch: SMTSolver.Launch(path: "/nowhere/z3"))
        #expect(try why(solver.solve([table.atMost(value, 4)], budget: .ordinary)).hasPrefix("the solver could not"))
        #expect(solver.version == nil)
    }

    @Test("a program that fails time after time is not started again")
    func givesUp() throws {
        let script = try Script("exit 1")
        let table = FormulaTable()
        let goal = table.atMost(table.opaque(name: "value", domain: .whole(0...9)), 4)
        let solver = SMTSolver(table: table, launch: SMTSolver.Launch(path: script.path, arguments: []))
        for _ in 0..<5 { #expect(try why(solver.solve([goal], budget: .ordinary)) == "the solver ended") }
        #expect(try why(solver.solve([goal], budget: .ordinary)) == "the solver failed too often")
    }

    @Test("the child ends with the process that holds it")
    func ended() throws {
        let script = try Script("echo $$; exec sleep 60")
        var process: SolverProcess? = try SolverProcess(
            path: script.path, arguments: [], patience: .milliseconds(200))
        #expect(throws: SolverFailure.silent) { try process?.ask("") }
        let child = try #require(process).child
        #expect(kill(child, 0) == 0)
        process = nil
        #expect(kill(child, 0) == -1)
    }
}

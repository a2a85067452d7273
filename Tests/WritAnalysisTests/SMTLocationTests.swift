import Testing

@testable import WritAnalysis

/// Where the second solver is looked for.
@Suite("The solver's place")
struct SMTLocationTests {
    private func find(_ environment: [String: String]) throws(SolverLocation.Absence) -> String {
        try SolverLocation.find { environment[$0] }.path
    }

    @Test("a name is looked for on the PATH, in its order")
    func names() throws {
        #expect(try find(["PATH": "/nowhere:/bin:/usr/bin", "WRIT_SOLVER": "sh"]) == "/bin/sh")
        #expect(throws: SolverLocation.Absence.notExecutable("no-such")) {
            try find(["PATH": "/bin", "WRIT_SOLVER": "no-such"])
        }
        #expect(throws: SolverLocation.Absence.notOnPath) { try find(["PATH": "/nowhere"]) }
        #expect(throws: SolverLocation.Absence.notOnPath) { try find([:]) }
    }

    @Test("a path is taken as it is, if it can be run")
    func paths() throws {
        #expect(try find(["WRIT_SOLVER": "/bin/sh"]) == "/bin/sh")
        for path in ["/nowhere/z3", "/etc/passwd", "/tmp"] {
            #expect(throws: SolverLocation.Absence.notExecutable(path)) { try find(["WRIT_SOLVER": path]) }
        }
    }

    @Test("none is none, whatever is on the PATH")
    func none() {
        #expect(throws: SolverLocation.Absence.turnedOff) { try find(["PATH": "/bin", "WRIT_SOLVER": "none"]) }
        #expect(SolverLocation.Absence.turnedOff.description == "WRIT_SOLVER is none")
    }

    @Test("the version is what the program says", .enabled(if: SMTSupport.isHere, SMTSupport.missing))
    func version() throws {
        let version = try #require(try SMTSupport.solver(FormulaTable()).version)
        #expect(version.first?.isNumber == true && version.contains("."))
    }
}

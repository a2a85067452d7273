import Testing
import WritCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What becomes of a command whose output cannot be written.
@Suite struct OutputFailureTests {
    private let session: CommandSession
    private let full = OutputFailure.failed("No space left on device")

    init() throws {
        session = try Samples.session()
        try session.write("bad.writ", "policy p\nfact x : nothing\n")
    }

    @Test func aFailedWriteIsSaidAndEndsWith3() {
        let runs = [
            session.run("check", "@/reply.writ", closesAfter: 0, failure: full),
            session.run("eval", "@/reply.writ", "--facts", "@/case.yaml", closesAfter: 0, failure: full),
            session.run("test", "@/reply.writ", closesAfter: 0, failure: full),
            session.run("fmt", "--stdin", input: "policy p\n", closesAfter: 0, failure: full),
            session.run("dump", "@/reply.writ", "--stage", "names", closesAfter: 0, failure: full),
            session.run("version", closesAfter: 0, failure: full),
            session.run("--help", closesAfter: 0, failure: full),
        ]
        for run in runs {
            #expect(
                run
                    == Run(
                        code: 3, output: "", error: "error: cannot write standard output: No space left on device\n"))
        }
    }

    @Test func aReaderWhoGoesAwayDoesNotTurnNoIntoYes() {
        #expect(session.run("check", "@/bad.writ", closesAfter: 0) == Run(code: 1, output: "", error: ""))
        #expect(session.run("check", "@/none.writ", closesAfter: 0).code == 3)
        #expect(session.run("check", "@/reply.writ", closesAfter: 0) == Run(code: 0, output: "", error: ""))
        let fault = session.run(
            "eval", "@/reply.writ", "--decision", "part", "--facts", "@/case.yaml", "--arg", "count=0", closesAfter: 0)
        #expect(fault.code == 1)
        #expect(session.run("fmt", "--stdin", input: "policy p\nfact\n", closesAfter: 0).code == 1)
    }

    @Test func descriptorsTellTheirFailures() {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        #expect(throws: OutputFailure.failed("No space left on device")) {
            try Console(output: descriptor, error: 2, input: 0).output("text")
        }
        #expect(throws: OutputFailure.failed("Bad file descriptor")) {
            try Console(output: 999_999, error: 2, input: 0).output("text")
        }
    }
}

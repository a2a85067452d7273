import PageSupport
import Testing

/// What `writ prove` says where its own search does not get to an end; without another solver, which might.
@Suite struct UndecidedProofTests {
    private static let policy = """
        policy desk.volume

        fact a : integer between 0 and 1_000_000
        fact b : integer between 0 and 1_000_000
        fact c : integer between 0 and 1_000_000

        decision volume : integer
          first
          otherwise a * a * a + b * b * b

        always never_a_cube
          volume is c * c * c implies a is 0 or b is 0

        """

    @Test func itSaysWhatMadeItHardAndWhatWasTried() throws {
        let shell = try Shell()
        try shell.folder.write(Array(Self.policy.utf8), to: "volume.writ")
        let plain = try shell.run("writ prove volume.writ --budget 500")
        #expect(plain.status == 0)
        #expect(
            plain.output == """
                not decided  never_a_cube  (volume.writ:11:8)
                    what made it hard: a * a * a + b * b * b; a solver may settle it
                1 promise: 0 proved, 1 not decided
                budget: 500 steps a question; other solver: none: WRIT_SOLVER is none

                """)
        let strict = try shell.run("writ prove volume.writ --budget 500 --strict")
        #expect(strict.status == 1 && strict.output == plain.output)
        let json = try shell.run("writ prove volume.writ --budget 500 --format json")
        #expect(
            json.status == 0
                && json.output.contains("\"verdict\": \"not_decided\",\n      \"why\": \"what made it hard"))
        let note = try shell.run("writ prove volume.writ --budget 500 --format github")
        #expect(note.status == 0 && note.output.hasPrefix("::notice file=volume.writ,line=11,"))
        let error = try shell.run("writ prove volume.writ --budget 500 --format github --strict")
        #expect(error.status == 1 && error.output.hasPrefix("::error file=volume.writ,line=11,"))
    }
}

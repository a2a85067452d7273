import Testing
import WritDiagnostics
import WritKit

@Suite struct LoadingTests {
    private let carriers = "policy common.carriers\ntype Carrier = usps | ups\n"
    private let user = """
        policy desk
        use common.carriers
        fact carrier : Carrier
        decision d : boolean
          first
          rule r
            when carrier is usps
            then true
            because "."
          otherwise false
            because "."
        """

    private func messages(_ paths: [String]) -> [String] { Compilation(paths: paths).diagnostics.map(\.message) }

    @Test func findsUsedPoliciesInFoldersAround() throws {
        for place in [
            "common/carriers.writ", "rules/common/carriers.writ", "rules/common/carriers/types.writ",
            "rules/desk/any.writ",
        ] {
            let folder = try TemporaryFolder(["rules/desk/desk.writ": user, place: carriers])
            #expect(messages([folder.file("rules/desk/desk.writ")]) == [], "\(place)")
        }
    }

    @Test func saysOnceThatAPolicyIsMissing() throws {
        let folder = try TemporaryFolder(["desk.writ": "policy desk\nuse nowhere.at_all\nfact a : boolean\n"])
        #expect(Compilation(paths: [folder.file("desk.writ")]).diagnostics.map(\.code.id) == ["W0703"])
    }

    @Test func takesHyphensForUnderscores() throws {
        let folder = try TemporaryFolder([
            "desk.writ": user.replacing("common.carriers", with: "common_things.all_carriers"),
            "common-things/all-carriers.writ": carriers.replacing(
                "common.carriers", with: "common_things.all_carriers"),
        ])
        #expect(messages([folder.file("desk.writ")]) == [])
    }

    @Test func prefersTheGivenFiles() throws {
        let folder = try TemporaryFolder([
            "desk.writ": user, "mine.writ": carriers, "common/carriers.writ": carriers.replacing("ups", with: "dhl"),
        ])
        let compilation = Compilation(paths: [folder.file("desk.writ"), folder.file("mine.writ")])
        #expect(compilation.sources.units.map { FilePath.name(of: $0.file.path) } == ["desk.writ", "mine.writ"])
    }

    @Test func saysWhereItLooked() throws {
        let folder = try TemporaryFolder(["a/desk.writ": user, "common/carriers.writ": "policy something.else\n"])
        let found = Compilation(paths: [folder.file("a/desk.writ")]).diagnostics.first
        #expect(found?.message == "there is no policy `common.carriers`")
        #expect(found?.primary.location.text == "common.carriers")
        #expect(
            found?.help?.hasPrefix("looked for `\(folder.path)/a/*.writ`, `\(folder.path)/a/common/carriers.writ`")
                == true)
    }

    @Test func readsAFolderWithEverythingBelowInPathOrder() throws {
        let folder = try TemporaryFolder([
            "b.writ": user, "a/x.writ": carriers, "notes.txt": "policy nonsense", ".hidden/z.writ": "nonsense",
        ])
        let compilation = Compilation(paths: [folder.path])
        #expect(compilation.sources.given.map { FilePath.name(of: $0) } == ["x.writ", "b.writ"])
        #expect(compilation.policy?.name == "common.carriers")
    }

    @Test func theDigestDoesNotDependOnThePlace() throws {
        let first = try TemporaryFolder(["desk.writ": user, "common/carriers.writ": carriers])
        let second = try TemporaryFolder(["desk.writ": user, "common/carriers.writ": carriers])
        let third = try TemporaryFolder(["desk.writ": user + "\n", "common/carriers.writ": carriers])
        let digests = [first, second, third].map { Compilation(paths: [$0.file("desk.writ")]).policy?.digest }
        #expect(digests[0] == digests[1])
        #expect(digests[0] != digests[2])
        #expect(digests[0]?.count == 64)
    }

    @Test func saysWhatCannotBeRead() throws {
        let folder = try TemporaryFolder(["notes.txt": ""])
        #expect(messages([folder.path]) == ["there is no policy in `\(folder.path)`: no file in it ends in `.writ`"])
        #expect(
            messages([folder.file("notes.txt")]) == [
                "`\(folder.file("notes.txt"))` is not a policy: policy files end in `.writ`"
            ])
        #expect(messages([folder.file("none.writ")]).first?.contains("No such file") == true)
    }

    @Test func readsTablesBesideThePolicy() throws {
        let policy = """
            policy t
            fact level : integer
            decision d : integer
              table unique from "data/levels.csv"
              otherwise 0
                because "."
            """
        let folder = try TemporaryFolder(["t.writ": policy, "data/levels.csv": "rule,level,||,d\none,1,,10\n"])
        let answer = try Policy(path: folder.file("t.writ")).decide("d", yaml: "level: 1")
        #expect(answer.outcome.integer == 10)
        let absolute = policy.replacing("data/levels.csv", with: folder.file("data/levels.csv"))
        try folder.write("t.writ", absolute)
        #expect(Compilation(paths: [folder.file("t.writ")]).hasErrors)
    }

    @Test func pathsAreText() {
        #expect(FilePath.normal("a/./b/../c//d") == "a/c/d")
        #expect(FilePath.normal("../../x") == "../../x")
        for path in ["a/b", "/a", "/", ".", "..", "a/.b"] { #expect(FilePath.normal(path) == path) }
        #expect(FilePath.normal("a/b/") == "a/b")
        #expect(FilePath.normal("//a") == "/a")
        #expect(FilePath.normal("") == ".")
        #expect(FilePath.folder(of: "x.writ") == ".")
        #expect(FilePath.folder(of: "/x") == "/")
        #expect(FilePath.stem(of: "a/b.c.writ") == "b.c")
        #expect(FilePath.ancestors(of: "/a/b") == ["/a/b", "/a", "/"])
        #expect(FilePath.ancestors(of: "a").prefix(4) == ["a", ".", "..", "../.."])
    }
}

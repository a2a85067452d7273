import WritDiagnostics
import WritEngine
import WritSemantics
import WritSource
import WritSyntax

/// Puts tests at the end of the files they belong in, checks these files as they then are, and runs the tests.
struct TestReplay {
    private let compilation: Compilation

    init(_ compilation: Compilation) { self.compilation = compilation }

    /// How often tests that a file does not take are left out and the rest is checked again.
    private static let rounds = 4

    /// The numbers of the tests that parse, check and pass.
    ///
    /// - Parameter isWanted: whether a test, read from the text, does what it is for.
    func kept(
        _ tests: [WrittenTest?], _ isWanted: (TestCase, Int, Policy, PromiseReach) -> Bool = { _, _, _, _ in true }
    ) -> Set<Int> {
        var open = Set(tests.indices.filter { tests[$0]?.block != nil })
        for _ in 0..<Self.rounds where !open.isEmpty {
            let (sources, places) = sources(with: tests, open)
            let compiled = Compilation(sources)
            guard let policy = compiled.policy else {
                let refused = open.filter { index in
                    compiled.diagnostics.contains { $0.severity == .error && places[index]!.holds($0.primary.location) }
                }
                if refused.isEmpty { return [] }
                open.subtract(refused)
                continue
            }
            return passing(open, places, policy, isWanted)
        }
        return []
    }

    private struct Place {
        var path: String
        var range: SourceRange

        func holds(_ location: SourceLocation) -> Bool {
            location.file.path == path && range.lower <= location.range.lower && location.range.lower < range.upper
        }
    }

    private func sources(with tests: [WrittenTest?], _ open: Set<Int>) -> (PolicySources, [Int: Place]) {
        var sources = compilation.sources
        var places: [Int: Place] = [:]
        for (number, unit) in sources.units.enumerated() {
            let own = open.sorted().filter { tests[$0]?.file == unit.file.path }
            if own.isEmpty { continue }
            var bytes = unit.file.bytes + Array("\n".utf8)
            for index in own {
                let start = bytes.count
                bytes += Array("\n\(tests[index]!.block!)".utf8)
                places[index] = Place(path: unit.file.path, range: SourceRange(start, bytes.count))
            }
            let file = SourceFile(path: unit.file.path, bytes: bytes)
            var sink = DiagnosticSink()
            let tree = Parser.parse(file, sink: &sink)
            sources.sink.absorb(sink)
            sources.units[number] = PolicyUnit(file: file, tree: tree)
        }
        return (sources, places)
    }

    private func passing(
        _ open: Set<Int>, _ places: [Int: Place], _ policy: Policy,
        _ isWanted: (TestCase, Int, Policy, PromiseReach) -> Bool
    ) -> Set<Int> {
        var collector = TestCollector(policy: policy)
        var runner = TestRunner(policy: policy)
        let promises = PromiseReach(policy.model)
        var kept: Set<Int> = []
        for test in collector.collect(beside: []) {
            guard let index = open.first(where: { places[$0]!.holds(test.location) }), runner.run(test).passed else {
                continue
            }
            if DeepStack.run({ isWanted(test, index, policy, promises) }) { kept.insert(index) }
        }
        return kept
    }
}

import WritDiagnostics
import WritSemantics
import WritSource
import WritSyntax
import WritTestSupport

/// The files of one version.
struct BruteForcePolicies {
    var files: [BruteForcePolicy]

    var text: String { files.map(\.text).joined(separator: "----\n") }

    struct Refused: Error {
        var reason: String
    }

    /// What the files mean together.
    func model() throws(Refused) -> CheckedModel {
        var sink = DiagnosticSink()
        let units = files.map { policy in
            let file = SourceFile(path: "\(policy.name).writ", bytes: Array(policy.text.utf8))
            return PolicyUnit(file: file, tree: Parser.parse(file, sink: &sink))
        }
        let result = TypeChecker.check(units, name: files[0].name) { _, _ in nil }
        sink.absorb(result.diagnostics)
        guard !sink.hasErrors, let model = result.model else {
            let first = sink.diagnostics.first { $0.severity == .error }
            throw Refused(reason: first.map { "\($0.message) at `\($0.primary.location.text)`" } ?? "no model")
        }
        return model
    }

    /// After one edit of one file.
    func edited(_ random: inout SplitMix64) -> BruteForcePolicies {
        var copy = self
        let places = files.indices.filter { !files[$0].decisions.isEmpty }
        let place = places.count == 1 ? places[0] : random.pick(places)
        copy.files[place] = files[place].edited(&random)
        return copy
    }
}

import Testing
import WritFacts
import WritSemantics

/// The fast reader against the careful one, on tens of thousands of good and bad documents.
@Suite struct RowAgreementTests {
    /// A model, and which of its facts are asked for.
    enum Asked: String, CaseIterable {
        case scalars, nested, nestedInPart, shared, wide, nothing

        var readers: BothReaders {
            switch self {
            case .scalars: Self.readers(RowModels.scalars) { _ in true }
            case .nested: Self.readers(RowModels.nested) { _ in true }
            case .nestedInPart: Self.readers(RowModels.nested) { $0 % 2 == 0 }
            // Of two facts of one name both are asked for, or one, or none.
            case .shared:
                Self.readers(RowModels.shared) { index in
                    let half = RowModels.nested.facts.count
                    return index < half ? index % 2 == 0 : (index - half) % 4 < 2
                }
            case .wide: Self.readers(RowModels.wide) { _ in true }
            case .nothing: Self.readers(SampleModel.model) { _ in false }
            }
        }

        private static func readers(_ model: CheckedModel, _ isAsked: (Int) -> Bool) -> BothReaders {
            BothReaders(model, for: model.reach(model.facts.indices.filter(isAsked)))
        }
    }

    /// Were the fast reader to take less and less, all else here would still pass.
    @Test(arguments: Asked.allCases) func whatIsPlainlyRightIsTaken(_ asked: Asked) {
        let readers = asked.readers
        var generator = DocumentGenerator(readers.model, seed: 1, isOdd: false)
        var counts: [BothReaders.Outcome: Int] = [:]
        for _ in 0..<1_000 {
            let document = generator.document()
            let outcome = readers.compare(Array(document.utf8))
            counts[outcome, default: 0] += 1
            if outcome == .refused { Issue.record("the generator made something wrong: \(document)") }
        }
        #expect(counts[.taken, default: 0] >= 950, "\(counts)")
    }

    @Test(arguments: Asked.allCases) func oddFormsAreReadAlike(_ asked: Asked) {
        let readers = asked.readers
        var generator = DocumentGenerator(readers.model, seed: 2, isOdd: true)
        for _ in 0..<500 { _ = readers.compare(Array(generator.document().utf8)) }
    }

    @Test(arguments: Asked.allCases) func damagedDocumentsAreReadAlike(_ asked: Asked) {
        let readers = asked.readers
        var generator = DocumentGenerator(readers.model, seed: 3, isOdd: false)
        var mutator = DocumentMutator(seed: 4)
        var counts: [BothReaders.Outcome: Int] = [:]
        for _ in 0..<350 {
            let document = Array(generator.document().utf8)
            for _ in 0..<10 { counts[readers.compare(mutator.damaged(document)), default: 0] += 1 }
        }
        // Damage that nothing sees, and damage that everything sees, would both test nothing.
        #expect(counts[.refused, default: 0] > 700 && counts[.taken, default: 0] > 100, "\(counts)")
    }

    @Test(arguments: Asked.allCases) func documentsCutShortAreReadAlike(_ asked: Asked) {
        let readers = asked.readers
        var generator = DocumentGenerator(readers.model, seed: 5, isOdd: false)
        let document = Array(generator.document().utf8)
        for length in 0..<min(document.count, 600) { _ = readers.compare(Array(document[..<length])) }
    }
}

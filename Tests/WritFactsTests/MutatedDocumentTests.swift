import Testing
import WritFacts
import WritSource

/// Valid documents with random damage: never a crash, and either a tree or a word about why not.
@Suite struct MutatedDocumentTests {
    private static let json = """
        [{"order": {"amount": 150.00, "paid": "2026-01-02", "lines": [{"sku": "包-1", "in_stock": true}, null]},
          "note": "a \\"quoted\\" \\u00e9 \\uD83D\\uDCE6", "n": -1.5e+10}, {"order": null}, []]
        """
    private static let yaml = """
        %YAML 1.1
        ---
        order: &o   # an order
          amount: 150.00
          "ship to": 'Łódź, it''s'
          lines: [ {sku: 包-1, in_stock: yes}, ~, *o2, "x\\u00e9" ]
          text: >-
            folded
            text

        again: *o
        ? key
        : !!str 12
        ---
        - a
        - - b
          - |
            c
        ...
        """

    @Test(arguments: DocumentFormat.allCases) func damaged(_ format: DocumentFormat) {
        let text = format == .yaml ? Self.yaml : Self.json
        let alphabet = Array("[]{}:,-?&*!|>'\"%@`#~<\\ \n\t\r0a.é包".utf8) + [0xFF, 0x80, 0x00]
        var random = SplitMix64(seed: 20_260_102)
        for _ in 0..<8_000 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = alphabet.randomElement(using: &random)!
                case 1: bytes.insert(alphabet.randomElement(using: &random)!, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 3))
                default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 12)], at: place)
                }
            }
            check(bytes, format)
        }
    }

    @Test(arguments: DocumentFormat.allCases) func cutShort(_ format: DocumentFormat) {
        let bytes = Array((format == .yaml ? Self.yaml : Self.json).utf8)
        for length in 0..<bytes.count { check(Array(bytes[..<length]), format) }
    }

    private func check(_ bytes: [UInt8], _ format: DocumentFormat) {
        let reading = Reading(bytes, format)
        let isSilent = reading.sink.diagnostics.isEmpty
        if reading.documents.contains(where: \.isBroken) == isSilent { Issue.record("\(bytes)") }
        for document in reading.documents {
            if let root = document.root { checkPlaces(root, bytes) }
        }
    }

    /// Every place lies in the file, and a number's words are its digits.
    private func checkPlaces(_ node: DocumentNode, _ bytes: [UInt8]) {
        if node.location.range.upper > bytes.count { Issue.record("\(bytes)") }
        switch node.content {
        case .scalar(let text, .number): if node.location.text != text { Issue.record("\(bytes)") }
        case .scalar(let text, .plain) where !text.contains { $0.isWhitespace }:
            if node.location.text != text { Issue.record("\(text) at \(node.location.text): \(bytes)") }
        case .list(let elements): for element in elements { checkPlaces(element, bytes) }
        case .mapping(let entries): for entry in entries { checkPlaces(entry.value, bytes) }
        default: break
        }
    }
}

import Testing

/// Which facts are shown of a test that fails: each once.
@Suite struct FactsShownTests {
    private static let policy = """
        policy p
        record Part
          sku : text
          ok : boolean
        record Line
          sku : text
          qty : integer
          price : money(USD)
          parts : list of Part
        record Order
          number : text
          lines : list of Line
        type Size = small(n: integer) | large
        fact order : Order
        fact tags : list of text
        fact size : Size
        fact spare : list of Line
        decision d : integer
          first
          rule quantity
            when any line in order.lines has (line.qty > 5 and line.price > 100 USD)
            then 1
          rule numbered
            when order.number is "A-1"
            then 2
          rule tagged
            when any tag in tags has tag is "x"
            then 3
          rule sized
            when size is small and size.n > 5
            then 4
          rule spared
            when any line in spare has line.qty > 5
            then 5
          rule parted
            when any line in order.lines has any part in line.parts has not part.ok
            then 6
          otherwise 7

        """

    private func facts(lines: Int) throws -> [String] {
        let lines = (1...lines).map {
            "{sku: s\($0), qty: \($0), price: \($0) USD, parts: [{sku: a, ok: true}, {sku: b, ok: true}]}"
        }
        let cases = """
            - name: a
              decision: d
              facts:
                order: {number: A-2, lines: [\(lines.joined(separator: ", "))]}
                tags: [y, z]
                size: {small: {n: 3}}
                spare: [{sku: s, qty: 1, price: 1 USD, parts: []}]
              expect: {outcome: 9}
            """
        let run = try CaseRun(["p.writ": Self.policy, "cases/some.yaml": cases])
        #expect(run.complaints.map(\.message) == [])
        return run.outcomes.flatMap(\.facts).map { "\($0.path) = \($0.value)" }
    }

    @Test func eachIsShownOnceByWhatWasRead() throws {
        let parts = "parts: [Part(ok: true), Part(ok: true)]"
        #expect(
            try facts(lines: 2) == [
                "order.lines[1] = Line(qty: 1, price: 1.00 USD, \(parts))",
                "order.lines[2] = Line(qty: 2, price: 2.00 USD, \(parts))",
                "order.number = \"A-2\"", "tags = [\"y\", \"z\"]", "size = small(n: 3)", "spare[1].qty = 1",
            ])
    }
}

import WritSemantics
import WritSource

@testable import WritKit

/// A small policy with one of everything that is changed, its tests, and what becomes of its mutants.
struct MutatingSample {
    static let policy = """
        policy shop.parcels

        type Kind = lost | damaged | late
        type Level = low | high
        type Answer = reship | refund(amount: money(USD)) | ask

        record Line
          qty : integer

        fact kind : Kind
        fact amount : money(USD) between 0 USD and 1_000 USD
        fact stock : integer?
        fact lines : list of Line

        param limit : money(USD) = 150 USD between 0 USD and 500 USD
          source house

        define large = amount > limit

        action tell(who: text)

        decision level : Level
          table first
          | rule      | kind          | amount           || level |
          | vip_big   | lost, damaged | [10 USD..20 USD) || high  |
          | otherwise |               |                  || low   |

        decision answer : Answer
          first

          rule nothing
            when large and kind is not late
            then ask
            do tell(who: "desk")
            because "{amount} is more than {limit}."

          rule stock
            when stock > 0 or every line in lines has line.qty <= 3
            then reship

          otherwise refund(amount: amount + 1 USD)

        """

    static let tests = """
        test "large"
          given amount = 200 USD, kind = lost, stock = 0, lines = []
          expect answer is ask by nothing

        test "small"
          given amount = 20 USD, kind = late, stock = 0, lines = [Line(qty: 4)]
          expect answer is refund(amount: 21 USD) by otherwise
          expect level is low
        """

    let compilation: Compilation
    let policy: Policy
    let tests: [TestCase]
    private let folder: TemporaryFolder

    init(_ text: String = policy + tests, cases: String = "") throws {
        folder = try TemporaryFolder(["p.writ": text, "cases/p.yaml": cases])
        compilation = Compilation(paths: [folder.path])
        guard let policy = compilation.policy else { throw compilation.failure }
        self.policy = policy
        var collector = TestCollector(policy: policy)
        tests = collector.collect(beside: compilation.sources.folders)
    }

    /// All results, in order.
    func results() -> [MutantResult] {
        let tester = MutationTester(policy: policy, tests: tests)
        return tester.mutants.map { tester.result(of: $0) }
    }
}

import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Reads the codes of currencies that policies write.
enum CurrencyNames {
    /// The currency a word names; reported when there is none.
    static func currency(_ token: SyntaxToken, _ elaboration: Elaboration) -> Currency? {
        if let currency = Currency.named(token.text) { return currency }
        let capitals = token.text.uppercased()
        let meant =
            Currency.named(capitals)?.code ?? Spelling.nearest(to: token.text, among: Currency.all.map(\.code))
        elaboration.error(
            .unknownCurrency, "there is no currency `\(token.text)`", at: token.location, "not a code of ISO 4217",
            help: meant.map { "did you mean `\($0)`?" } ?? "write its three capital letters, as in `USD`",
            fixIts: meant.map { [FixIt("write `\($0)`", replacing: token.location, with: $0)] } ?? [])
        return nil
    }
}

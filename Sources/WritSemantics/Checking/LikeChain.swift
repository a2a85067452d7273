import WritDiagnostics
import WritSyntax

/// Cases and calendars that are like others, which are like others.
enum LikeChain {
    /// So many may stand in a row.
    static let longest = 100

    static func report(_ noun: String, _ token: SyntaxToken, _ elaboration: Elaboration) {
        elaboration.error(
            .chainTooLong, "\(noun) `\(token.text)` is at the end of a chain of \(longest) \(noun)s or more",
            at: token.location,
            "one too many", help: "let one of them say directly what it takes over")
    }
}

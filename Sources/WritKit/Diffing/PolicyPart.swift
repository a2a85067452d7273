import WritSource
import WritSyntax

/// A piece of a policy's text that can be edited by itself and put in the place of another.
struct PolicyPart: Sendable {
    /// What it is matched by among its siblings: `rule late`.
    var key: String
    /// What to call it: `rule late of return_right`.
    var title: String
    /// Where it stands.
    var place: TextPlace
    var location: SourceLocation
    /// What it says, without layout and comments.
    var words: [String]
    /// Its syntax; nil for the rows of a CSV file.
    var node: SyntaxNode?
    var decision: String?
    var rule: String?
    /// Whether its place among its siblings may decide a case.
    var isOrdered = false
    /// Whether adding it changes nothing as long as nothing else reads it: facts, params, types and the like.
    var isInert = false
    /// Whether it has no name of its own, so that one changed is told only by its neighbours.
    var isNameless = false
    /// What it is made of, where its parts can be edited one by one.
    var parts: PartList?

    /// The text, as it was written.
    var text: String { location.text }
}

/// A place in one of the texts of a policy.
struct TextPlace: Sendable, Hashable {
    var text: PolicyText
    var range: SourceRange
}

/// One of the texts that a policy is made of.
enum PolicyText: Sendable, Hashable {
    /// A policy file, by its number among those of both versions.
    case unit(Int)
    /// The CSV file of a table, by the number of the policy file and the path written there.
    case table(Int, String)
}

/// Parts that stand one after the other.
struct PartList: Sendable {
    var parts: [PolicyPart] = []
    /// Where the first one would be put if there were none.
    var start: TextPlace
    /// What stands between two of them.
    var separator = "\n"
    /// What the lists of both versions must have in common if their parts are to be compared: the header of a table.
    var header: [String] = []
    /// The CSV file that they are read from.
    var file: SourceFile?
}

extension SyntaxNode {
    /// What it says, without layout and comments.
    var words: [String] { tokens.map(\.spelling) }

    /// What it says in one line, without comments.
    var oneLine: String {
        var text = ""
        var end: Int?
        for token in tokens {
            if let end, token.range.lower > end { text += " " }
            text += token.spelling
            end = token.range.upper
        }
        return text
    }
}

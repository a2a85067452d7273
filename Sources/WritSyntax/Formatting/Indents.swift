/// Columns for the lines of one construct.
struct Indents {
    /// Its first line.
    var own: Int
    /// A line that goes on inside it.
    var rest: Int
    /// A line that begins with `and` or `implies`.
    var and: Int
    /// A line that begins with `or`.
    var or: Int
    /// A line that begins with `then` or `else`.
    var branch: Int

    /// The lines after the first begin further in, at `rest`.
    init(_ own: Int, rest: Int? = nil) {
        self.own = own
        self.rest = rest ?? own + 2
        (and, or, branch) = (self.rest, self.rest, self.rest)
    }

    /// Of a clause such as `when`: `and` and `or` end where it ends.
    static func condition(at column: Int) -> Indents {
        var indents = Indents(column, rest: column + 5)
        (indents.and, indents.or) = (column + 1, column + 2)
        return indents
    }

    /// Of an expression on lines of its own: operators of logic and branches stand under its beginning.
    static func body(at column: Int) -> Indents {
        var indents = Indents(column)
        (indents.and, indents.or, indents.branch) = (column, column, column)
        return indents
    }

    /// Where a token goes that begins a line outside of brackets.
    func column(of kind: TokenKind, in parent: SyntaxKind) -> Int {
        switch (kind, parent) {
        case (.and, .conjunction), (.implies, .implication): and
        case (.or, .disjunction): or
        case (.then, .conditional), (.else, .conditional): branch
        default: rest
        }
    }
}

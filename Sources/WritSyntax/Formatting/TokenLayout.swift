/// Where the formatter puts one token.
struct TokenLayout {
    /// Where it stands when it begins a line.
    var place = Place.margin
    /// Begins a line whether or not the author broke it there.
    var breaks = false
    /// Has an empty line before it, and before its comments.
    var blank = false
    /// Spaces before it when it does not begin a line.
    var spaces = 0
    /// The node it stands directly in.
    var parent = SyntaxKind.file
}

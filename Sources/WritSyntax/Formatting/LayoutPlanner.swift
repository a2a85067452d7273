/// Decides for every token where it goes, from the tree alone: what begins a line of its own, and how far in.
///
/// Lines the author broke stay broken, so nothing that had to stand on a line of its own is ever joined to another.
struct LayoutPlanner {
    let tree: SyntaxTree
    private(set) var layouts: [TokenLayout]
    /// Brackets open in the construct being laid out.
    private var openBrackets = 0

    init(_ tree: SyntaxTree) {
        self.tree = tree
        layouts = Array(repeating: TokenLayout(), count: tree.tokens.count)
    }

    /// Columns for the lines of one construct.
    struct Indents {
        /// Its first line.
        var own: Int
        /// A line that goes on inside it.
        var rest: Int
        /// A line that begins with `and`, `or` or `implies`.
        var logic: Int

        init(_ own: Int, rest: Int? = nil, logic: Int? = nil) {
            self.own = own
            self.rest = rest ?? own + 2
            self.logic = logic ?? self.rest
        }
    }

    // MARK: - Walking down

    /// A declaration or the header; `previous` is the one before.
    mutating func plan(declaration: SyntaxNode, after previous: SyntaxNode?) {
        place(declaration, at: 0)
        guard let previous, let first = declaration.tokenRange.first else { return }
        layouts[first].blank = previous.kind != declaration.kind || Self.standsAlone(declaration.kind)
    }

    private static func standsAlone(_ kind: SyntaxKind) -> Bool {
        kind == .decisionDeclaration || kind == .testDeclaration || kind == .extendDeclaration
    }

    /// Puts a construct on lines of its own.
    private mutating func place(_ node: SyntaxNode, at column: Int) {
        openBrackets = 0
        lay(node, indents(of: node.kind, at: column))
        guard let first = node.tokenRange.first else { return }
        layouts[first].breaks = true
        layouts[first].indent = column
    }

    /// Lays out what stands in a node, whose own first line is placed already.
    private mutating func lay(_ node: SyntaxNode, _ indents: Indents) {
        var previous: SyntaxNode?
        for child in node.children {
            switch child {
            case .token(let token): lay(token, in: node.kind, indents)
            case .node(let child):
                descend(child, in: node, indents, after: previous)
                previous = child
            }
        }
        if node.kind == .table { TableAligner(tree).align(node, &layouts) }
    }

    private mutating func descend(
        _ child: SyntaxNode, in node: SyntaxNode, _ indents: Indents, after previous: SyntaxNode?
    ) {
        guard let column = column(of: child.kind, in: node.kind, indents) else {
            return layInside(child, indents)
        }
        place(child, at: column)
        if let first = child.tokenRange.first { layouts[first].blank = needsBlank(child.kind, after: previous?.kind) }
    }

    private func needsBlank(_ kind: SyntaxKind, after previous: SyntaxKind?) -> Bool {
        previous == .rule && (kind == .rule || kind == .otherwise)
    }

    private mutating func lay(_ token: SyntaxToken, in parent: SyntaxKind, _ indents: Indents) {
        if token.kind.closesBracket { openBrackets = max(0, openBrackets - 1) }
        let isLogic = openBrackets == 0 && (token.kind == .and || token.kind == .or || token.kind == .implies)
        layouts[token.index].indent = isLogic ? indents.logic : indents.rest + 2 * openBrackets
        layouts[token.index].parent = parent
        layouts[token.index].spaces = 1
        if token.kind.opensBracket { openBrackets += 1 }
    }

    // MARK: - Which constructs have lines of their own

    /// The column of a child that begins a line; nil if it goes on where it stands.
    private func column(of child: SyntaxKind, in node: SyntaxKind, _ indents: Indents) -> Int? {
        switch child {
        case .timezoneSetting, .calendarSetting, .languagesSetting, .field, .datedValue, .likeItem, .zoneItem,
            .hoursItem,
            .daysItem, .breakItem, .holidayItem, .extraItem, .coversItem, .rule, .otherwise, .undetermined, .table,
            .given,
            .expectation:
            indents.own + 2
        case .mode: node == .table ? nil : indents.own + 2
        case .overridesClause, .forceClause, .whenClause, .thenClause, .doClause, .becauseClause, .sourceClause:
            node == .rule || node == .otherwise || node == .undetermined ? indents.own + 2 : nil
        case .tableRow: indents.own
        default: nil
        }
    }

    private func indents(of kind: SyntaxKind, at column: Int) -> Indents {
        switch kind {
        case .whenClause: Indents(column, rest: column + 5, logic: column + 1)
        case .thenClause, .doClause: Indents(column, rest: column + 5)
        case .becauseClause: Indents(column, rest: column + 8)
        case .given: Indents(column, rest: column + 6)
        default: Indents(column)
        }
    }

    /// A child that goes on in its parent's lines; a clause has lines of its own inside it.
    private mutating func layInside(_ child: SyntaxNode, _ indents: Indents) {
        switch child.kind {
        case .doesClause: lay(child, Indents(indents.rest, rest: indents.rest + 5))
        case .byClause, .needsClause, .becauseClause, .sourceClause: lay(child, Indents(indents.rest))
        default: return lay(child, indents)
        }
        if let first = child.tokenRange.first { layouts[first].indent = indents.rest }
    }
}

extension TokenKind {
    fileprivate var opensBracket: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }
    fileprivate var closesBracket: Bool { self == .rightParen || self == .rightBracket || self == .rightBrace }
}

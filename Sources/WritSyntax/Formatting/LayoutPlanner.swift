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
            return layInside(child, of: node, indents)
        }
        place(child, at: column)
        if let first = child.tokenRange.first { layouts[first].blank = needsBlank(child.kind, after: previous?.kind) }
    }

    private func needsBlank(_ kind: SyntaxKind, after previous: SyntaxKind?) -> Bool {
        previous == .rule && (kind == .rule || kind == .otherwise)
    }

    private mutating func lay(_ token: SyntaxToken, in parent: SyntaxKind, _ indents: Indents) {
        if token.kind.closesBracket { openBrackets = max(0, openBrackets - 1) }
        layouts[token.index].indent =
            openBrackets == 0 && !token.kind.closesBracket
            ? indents.column(of: token.kind, in: parent) : indents.own + 2 * openBrackets
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
        case .whenClause: .condition(at: column)
        case .thenClause, .doClause: Indents(column, rest: column + 5)
        case .becauseClause: Indents(column, rest: column + 8)
        case .given: Indents(column, rest: column + 6)
        default: Indents(column)
        }
    }

    /// A child that goes on in its parent's lines; some have lines of their own inside them.
    private mutating func layInside(_ child: SyntaxNode, of node: SyntaxNode, _ indents: Indents) {
        let first = child.tokenRange.lowerBound
        switch child.kind {
        case .doesClause: layIndented(child, Indents(indents.rest, rest: indents.rest + 5))
        case .byClause, .needsClause, .becauseClause, .sourceClause: layIndented(child, Indents(indents.rest))
        case .typeCase: layIndented(child, Indents(indents.rest + (hasBarsInFront(node) ? 2 : 0)))
        case .count, .aggregate, .firstOf, .where: layIndented(child, Indents(indents.rest))
        case .bounds:
            lay(child, indents)
            // What a param may be stands apart from what it is.
            if node.kind == .paramDeclaration { layouts[first].spaces = 2 }
        default:
            lay(
                child,
                isBody(child, of: node) ? .body(at: indents.rest) : indents)
        }
        if !child.tokenRange.isEmpty, isBody(child, of: node) { layouts[first].indent = indents.rest }
    }

    /// A construct whose first line is its parent's, and whose other lines are further in.
    private mutating func layIndented(_ child: SyntaxNode, _ indents: Indents) {
        let first = child.tokenRange.lowerBound
        lay(child, indents)
        if !child.tokenRange.isEmpty { layouts[first].indent = indents.own }
    }

    /// A type with its `|` at the start of lines.
    private func hasBarsInFront(_ type: SyntaxNode) -> Bool {
        type.children.contains { child in
            guard case .token(let token) = child else { return false }
            return token.kind == .bar && token.startsLine
        }
    }

    /// An expression on a line of its own under the name it defines: its other lines go further in.
    private func isBody(_ child: SyntaxNode, of node: SyntaxNode) -> Bool {
        guard node.kind == .defineDeclaration || node.kind == .promiseDeclaration, ExprSyntax(child) != nil else {
            return false
        }
        return tree.tokens[child.tokenRange.lowerBound].flags.contains(.startsLine)
    }
}

extension TokenKind {
    fileprivate var opensBracket: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }
    fileprivate var closesBracket: Bool { self == .rightParen || self == .rightBracket || self == .rightBrace }
}

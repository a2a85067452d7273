/// Decides for every token where it goes, from the tree alone: what begins a line of its own, and how far in.
///
/// Lines the author broke stay broken, so nothing that had to stand on a line of its own is ever joined to another.
struct LayoutPlanner {
    let tree: SyntaxTree
    private(set) var layouts: [TokenLayout]
    /// The first token of the line being laid out.
    private(set) var line = 0

    init(_ tree: SyntaxTree) {
        self.tree = tree
        layouts = Array(repeating: TokenLayout(), count: tree.tokens.count)
    }

    // MARK: - Walking down

    /// A declaration or the header; `previous` is the one before.
    mutating func plan(declaration: SyntaxNode, after previous: SyntaxNode?) {
        place(declaration, at: .margin)
        guard let previous, let first = declaration.tokenRange.first else { return }
        layouts[first].blank = previous.kind != declaration.kind || Self.standsAlone(declaration.kind)
    }

    private static func standsAlone(_ kind: SyntaxKind) -> Bool {
        kind == .decisionDeclaration || kind == .testDeclaration || kind == .extendDeclaration
    }

    /// Puts a construct on lines of its own.
    private mutating func place(_ node: SyntaxNode, at place: Place) {
        guard let first = node.tokenRange.first else { return }
        layouts[first].breaks = true
        lay(node, indents(of: node.kind, at: .under(first)))
        move(first, to: place)
    }

    /// Lays out what stands in a node that is no expression, and whose own first line is placed by others.
    mutating func lay(_ node: SyntaxNode, _ indents: Indents) {
        var previous: SyntaxNode?
        for child in node.children {
            switch child {
            case .token(let token): lay(token, at: indents.rest, in: node.kind)
            case .node(let child):
                descend(child, in: node, indents, after: previous)
                previous = child
            }
        }
        switch node.kind {
        case .table: TableAligner(tree).align(node, &layouts)
        case .recordDeclaration, .factDeclaration: FieldAligner(tree).align(node, &layouts)
        default: break
        }
    }

    private mutating func descend(
        _ child: SyntaxNode, in node: SyntaxNode, _ indents: Indents, after previous: SyntaxNode?
    ) {
        guard !child.tokenRange.isEmpty else { return }
        guard let place = place(of: child.kind, in: node, indents) else {
            return layInside(child, of: node, indents)
        }
        self.place(child, at: place)
        layouts[child.tokenRange.lowerBound].blank = needsBlank(child.kind, after: previous?.kind)
    }

    private func needsBlank(_ kind: SyntaxKind, after previous: SyntaxKind?) -> Bool {
        previous == .rule && (kind == .rule || kind == .otherwise)
    }

    // MARK: - Tokens

    mutating func lay(_ token: SyntaxToken, at place: Place, in parent: SyntaxKind) {
        if startsLine(token.index) { line = token.index }
        layouts[token.index].place = place
        layouts[token.index].parent = parent
        layouts[token.index].spaces = 1
    }

    /// Says anew where a token goes that may begin a line.
    mutating func move(_ token: Int, to place: Place) { layouts[token].place = place }

    func startsLine(_ token: Int) -> Bool { tree.tokens[token].flags.contains(.startsLine) || layouts[token].breaks }

    // MARK: - Which constructs have lines of their own

    /// Where a child goes that begins a line; nil if it goes on where it stands.
    private func place(of child: SyntaxKind, in node: SyntaxNode, _ indents: Indents) -> Place? {
        switch child {
        case .timezoneSetting, .calendarSetting, .languagesSetting, .field, .datedValue, .likeItem, .zoneItem,
            .hoursItem, .daysItem, .breakItem, .holidayItem, .extraItem, .coversItem, .rule, .otherwise,
            .undetermined, .table, .given, .expectation, .acceptClause:
            indents.own + 2
        case .mode: node.kind == .table ? nil : indents.own + 2
        case .overridesClause, .forceClause, .whenClause, .thenClause, .doClause, .becauseClause, .sourceClause:
            node.kind == .rule || node.kind == .otherwise || node.kind == .undetermined ? indents.own + 2 : nil
        case .tableRow: indents.own
        default: nil
        }
    }

    /// Lines that go on stand under what follows the keyword.
    private func indents(of kind: SyntaxKind, at place: Place) -> Indents {
        switch kind {
        case .thenClause, .doClause, .whenClause, .doesClause: Indents(place, rest: 5)
        case .given, .needsClause: Indents(place, rest: 6)
        case .acceptClause: Indents(place, rest: 7)
        case .becauseClause: Indents(place, rest: 8)
        case .whenever: Indents(place, rest: 9)
        case .overridesClause: Indents(place, rest: 10)
        default: Indents(place)
        }
    }

    // MARK: - What goes on in its parent's lines

    private mutating func layInside(_ child: SyntaxNode, of node: SyntaxNode, _ indents: Indents) {
        let first = child.tokenRange.lowerBound
        if ExprSyntax(child) != nil { return lay(expr: child, at: indents.rest, lines(of: child, in: node, indents)) }
        switch child.kind {
        case .doesClause, .byClause, .needsClause, .becauseClause, .sourceClause, .assignment, .actionCall, .path,
            .whenever:
            lay(child, self.indents(of: child.kind, at: .under(first)))
            move(first, to: indents.rest)
        case .typeCase:
            lay(brackets: child, rest: .under(first) + 2, frame: .under(first))
            move(first, to: indents.rest + (hasBarsInFront(node) ? 2 : 0))
        case .bounds:
            lay(child, indents)
            // What a param may be stands apart from what it is.
            if node.kind == .paramDeclaration { layouts[first].spaces = 2 }
        case .arguments, .parameters, .moneyType, .numberType:
            lay(brackets: child, rest: indents.rest, frame: indents.own)
        default: lay(child, indents)
        }
    }

    /// A type with its `|` at the start of lines.
    private func hasBarsInFront(_ type: SyntaxNode) -> Bool {
        type.children.contains { child in
            guard case .token(let token) = child else { return false }
            return token.kind == .bar && token.startsLine
        }
    }

    /// Where the lines of an expression go that stands directly in a construct.
    private func lines(of expr: SyntaxNode, in node: SyntaxNode, _ indents: Indents) -> ExprLines {
        let first = expr.tokenRange.lowerBound
        switch node.kind {
        case .whenClause: return ExprLines(first, behind: node.tokenRange.lowerBound, width: 4)
        case .expectation: return ExprLines(first, behind: node.tokenRange.lowerBound, width: 6)
        case .defineDeclaration, .promiseDeclaration, .paramDeclaration, .datedValue, .bounds, .period:
            return startsLine(first) ? ExprLines(under: first) : ExprLines(first, in: indents)
        case .assignment, .argument: return ExprLines(under: first, frame: indents.own)
        default: return ExprLines(under: first)
        }
    }
}

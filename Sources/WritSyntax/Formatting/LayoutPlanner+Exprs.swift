/// Expressions that the author broke over lines.
extension LayoutPlanner {
    mutating func lay(expr node: SyntaxNode, _ lines: ExprLines) {
        switch node.kind {
        case .implication, .disjunction, .conjunction: lay(logic: node, lines)
        case .conditional: lay(conditional: node, lines)
        case .quantifier, .count, .aggregate, .firstOf: lay(listForm: node, lines)
        case .localizedText: lay(texts: node)
        case .group, .listLiteral, .set, .interval, .arguments, .extreme:
            lay(brackets: node, rest: lines.rest, frame: lines.frame)
        default: lay(chain: node, lines)
        }
    }

    /// Operators that go on further in than what they go on from.
    private mutating func lay(chain node: SyntaxNode, _ lines: ExprLines) {
        for child in node.children {
            switch child {
            case .token(let token): lay(token, at: lines.rest, in: node.kind)
            case .node(let child):
                let first = child.tokenRange.lowerBound
                let goesOn = first == lines.token || child.kind == .arguments
                lay(
                    expr: child, at: lines.rest,
                    goesOn ? lines : startsLine(first) ? ExprLines(under: first) : lines.inside(at: first))
            }
        }
    }

    /// An expression, and where its first token goes should it begin a line.
    mutating func lay(expr node: SyntaxNode, at place: Place, _ lines: ExprLines) {
        lay(expr: node, lines)
        if let first = node.tokenRange.first { move(first, to: place) }
    }

    // MARK: - Logic

    private mutating func lay(logic node: SyntaxNode, _ lines: ExprLines) {
        let isBroken = isBroken(logic: node)
        var sign: Int?
        for child in node.children {
            switch child {
            case .token(let token):
                lay(token, at: lines.place(of: token.kind), in: node.kind)
                sign = token.index
            case .node(let child):
                lay(expr: child, at: lines.operand, operandLines(child, lines, behind: sign, isBroken))
            }
        }
    }

    private func operandLines(
        _ operand: SyntaxNode, _ lines: ExprLines, behind sign: Int?, _ isBroken: Bool
    ) -> ExprLines {
        let first = operand.tokenRange.lowerBound
        let isLogic = operand.kind == .disjunction || operand.kind == .conjunction || operand.kind == .implication
        if lines.isCondition {
            return isLogic ? lines.conditionOperand(at: first) : ExprLines(under: first, frame: lines.frame)
        }
        guard isLogic, isBroken else {
            return sign == nil ? lines : ExprLines(under: first, frame: lines.frame)
        }
        guard let sign else { return lines.nested(at: first, below: lines.operand) }
        let isInFront = startsLine(sign)
        return lines.nested(at: first, below: isInFront ? lines.place(of: tree.tokens[sign].kind) : .under(first))
    }

    private func isBroken(logic node: SyntaxNode) -> Bool {
        node.children.dropFirst().contains { child in
            switch child {
            case .token(let token): token.startsLine
            case .node(let node): startsLine(node.tokenRange.lowerBound)
            }
        }
    }

    // MARK: - Forms with words

    private mutating func lay(conditional node: SyntaxNode, _ lines: ExprLines) {
        for child in node.children {
            switch child {
            case .token(let token): lay(token, at: lines.branch, in: node.kind)
            case .node(let child):
                let first = child.tokenRange.lowerBound
                var inner = ExprLines(under: first, frame: lines.frame)
                // `else if` goes on with the branches of the first `if`.
                if child.kind == .conditional, tree.tokens[first - 1].kind == .else, !startsLine(first) {
                    inner.branch = lines.branch
                }
                lay(expr: child, at: lines.branch + 2, inner)
            }
        }
    }

    private mutating func lay(listForm node: SyntaxNode, _ lines: ExprLines) {
        let first = node.tokenRange.lowerBound
        let rest = first == lines.token ? lines.rest : .under(first) + 2
        for child in node.children {
            switch child {
            case .token(let token): lay(token, at: rest, in: node.kind)
            case .node(let child) where child.kind == .where: lay(where: child, at: rest)
            case .node(let child):
                lay(expr: child, at: rest, ExprLines(under: child.tokenRange.lowerBound, frame: lines.frame))
            }
        }
    }

    private mutating func lay(where node: SyntaxNode, at place: Place) {
        let keyword = node.tokenRange.lowerBound
        for child in node.children {
            switch child {
            case .token(let token): lay(token, at: place, in: node.kind)
            case .node(let child):
                let lines = ExprLines(child.tokenRange.lowerBound, behind: keyword, width: 5)
                lay(expr: child, at: lines.operand, lines)
            }
        }
    }

    /// `text` and its texts under each other.
    private mutating func lay(texts node: SyntaxNode) {
        lay(node, Indents(.under(node.tokenRange.lowerBound), rest: 5))
    }

    // MARK: - Brackets

    /// What begins behind an opening bracket stands under its beginning; what hangs below it, further in than its line.
    mutating func lay(brackets node: SyntaxNode, rest: Place, frame: Place) {
        var inside: (contents: Place, end: Place)?
        for child in node.children {
            switch child {
            case .token(let token) where token.kind.opensBracket:
                lay(token, at: rest, in: node.kind)
                inside = places(behind: token.index, frame)
            case .token(let token) where token.kind.closesBracket:
                lay(token, at: inside?.end ?? rest, in: node.kind)
                inside = nil
            case .token(let token): lay(token, at: inside?.contents ?? rest, in: node.kind)
            case .node(let child): lay(part: child, at: inside?.contents ?? rest)
            }
        }
    }

    private func places(behind bracket: Int, _ frame: Place) -> (contents: Place, end: Place) {
        guard startsLine(bracket + 1) else { return (.under(bracket + 1), .under(bracket)) }
        let base = line > frame.token ?? -1 ? .under(line) : frame
        return (base + 2, base)
    }

    /// Something with a frame of its own: an element, an argument, an assignment.
    mutating func lay(part node: SyntaxNode, at place: Place) {
        guard let first = node.tokenRange.first else { return }
        if ExprSyntax(node) != nil {
            lay(expr: node, ExprLines(under: first))
        } else {
            lay(node, Indents(.under(first)))
        }
        move(first, to: place)
    }
}

extension TokenKind {
    var opensBracket: Bool { self == .leftParen || self == .leftBracket || self == .leftBrace }
    var closesBracket: Bool { self == .rightParen || self == .rightBracket || self == .rightBrace }
}

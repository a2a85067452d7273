// The views of decision tables.

/// `Table = "table" [ mode:Mode ] ( "from" file:Text | rows:TableRow { rows:TableRow } )`
public struct TableSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .table else { return nil }
        self.node = node
    }

    public var mode: ModeSyntax? { node.view(.mode) }
    public var file: TextSyntax? { node.view(.file) }
    public var rows: [TableRowSyntax] { node.views(.rows) }
}

/// `TableRow = "|" cells:Cell { "|" cells:Cell } "||" cells:Cell { "|" cells:Cell } "|" LineBreak`
public struct TableRowSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .tableRow else { return nil }
        self.node = node
    }

    public var cells: [CellSyntax] { node.views(.cells) }
}

/// `Cell = [ [ "not" ] tests:CellTest { "," tests:CellTest } ]`
public struct CellSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .cell else { return nil }
        self.node = node
    }

    public var tests: [CellTestSyntax] { node.views(.tests) }
}

/// `AnyTest = "any"`
public struct AnyTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .anyTest else { return nil }
        self.node = node
    }
}

/// `ComparisonTest = operator:ComparisonOperator value:Expr`
public struct ComparisonTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .comparisonTest else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
}

/// `IntervalTest = interval:Interval`
public struct IntervalTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .intervalTest else { return nil }
        self.node = node
    }

    public var interval: IntervalSyntax? { node.view(.interval) }
}

/// `WordTest = "rule" | "because" | "source" | "then" | "do" | "otherwise" | "known"`
public struct WordTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .wordTest else { return nil }
        self.node = node
    }
}

/// `ValueTest = value:Expr`
public struct ValueTestSyntax: SyntaxView {
    public let node: SyntaxNode

    public init?(_ node: SyntaxNode) {
        guard node.kind == .valueTest else { return nil }
        self.node = node
    }

    public var value: ExprSyntax? { node.view(.value) }
}

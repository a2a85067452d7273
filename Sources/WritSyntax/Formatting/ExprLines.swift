/// Places for the lines of an expression.
struct ExprLines {
    /// The token it begins with.
    let token: Int
    /// A line that begins with an operand of logic, its operator being on the line before.
    var operand: Place
    /// Lines that begin with an operator of logic.
    var and: Place
    var or: Place
    var implies: Place
    /// A line that begins with `then` or `else`.
    var branch: Place
    /// Any other line that goes on.
    var rest: Place
    /// What hangs in brackets is counted from here, unless a later line begins with them.
    var frame: Place
    /// Goes on behind a keyword such as `when`, under whose end the operators of logic end.
    private(set) var isCondition = false

    /// Operators of logic and branches stand under the beginning, all else further in.
    init(under token: Int, frame: Place? = nil) {
        self.token = token
        let place = Place.under(token)
        (operand, and, or, implies, branch) = (place, place, place, place, place)
        rest = place + 2
        self.frame = frame ?? place
    }

    /// On the line of its declaration, which is too long a way to the right.
    init(_ token: Int, in declaration: Indents) {
        self.init(under: token, frame: declaration.own)
        shift(to: declaration.rest)
        rest = declaration.rest
    }

    /// Behind a keyword: `and` and `or` end where it ends.
    init(_ token: Int, behind keyword: Int, width: Int) {
        self.init(under: token)
        let place = Place.under(keyword)
        shift(to: place + (width + 1))
        (and, or) = (place + (width - 3), place + (width - 2))
        rest = place + (width + 3)
        isCondition = true
    }

    private mutating func shift(to place: Place) {
        (operand, and, or, implies, branch) = (place, place, place, place, place)
    }

    func place(of kind: TokenKind) -> Place {
        switch kind {
        case .and: and
        case .or: or
        default: implies
        }
    }

    /// Of an expression inside that begins further right: the lines that go on stay where they are.
    func inside(at token: Int) -> ExprLines {
        var lines = ExprLines(under: token, frame: frame)
        lines.rest = rest
        return lines
    }

    /// Of logic inside broken logic: its operators stand further in than the looser ones.
    func nested(at token: Int, below place: Place) -> ExprLines {
        var lines = ExprLines(under: token, frame: frame)
        lines.shift(to: place + 2)
        lines.rest = place + 4
        return lines
    }

    /// Of logic inside a condition, whose operators end under the keyword all the same.
    func conditionOperand(at token: Int) -> ExprLines {
        var lines = ExprLines(under: token, frame: frame)
        (lines.operand, lines.and, lines.or, lines.implies) = (operand, and, or, implies)
        lines.isCondition = true
        return lines
    }
}

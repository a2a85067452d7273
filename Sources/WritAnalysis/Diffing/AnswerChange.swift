/// Cases that go from one way of answering to another, with a different answer.
struct AnswerChange {
    var old: ChangeClass.Side
    var new: ChangeClass.Side
    var cases: Formula
    /// When each rule is part of the answer, of those versions in which several rules answer together.
    private var together: (old: AnswerSides.Together, new: AnswerSides.Together) = ([], [])

    init(old: ChangeClass.Side, new: ChangeClass.Side, cases: Formula) {
        self.old = old
        self.new = new
        self.cases = cases
    }

    /// Nil where one can see that there are none.
    init?(
        _ before: AnswerSides.Entry, _ after: AnswerSides.Entry, _ comparison: OutcomeComparison, _ table: FormulaTable
    ) {
        // The same rule in the same cases with the same answer is most of what there is.
        let both = table.all([before.cases, after.cases])
        if both == .no { return nil }
        cases = table.all([both, Self.differs(before, after, comparison)])
        if cases == .no { return nil }
        (old, new) = (before.side, after.side)
        together = (before.together, after.together)
    }

    /// Whether it is of several kinds, by which rules answer together.
    var isOfSeveral: Bool { !together.old.isEmpty || !together.new.isEmpty }

    /// Those of its cases in which the same rules answer together.
    struct Kind {
        var old: ChangeClass.Side
        var new: ChangeClass.Side
        /// That the same rules answer; nothing where one rule answers alone.
        var alike: [Formula]
    }

    /// The kind that a case of it is of.
    func kind(of valuation: Valuation, _ table: FormulaTable) -> Kind {
        let reader = ValuationReader(table, valuation)
        func side(_ side: ChangeClass.Side, _ together: AnswerSides.Together) -> ChangeClass.Side {
            if case .rules = side { .rules(together.filter { reader.holds($0.isPart) }.map(\.name)) } else { side }
        }
        return Kind(
            old: side(old, together.old), new: side(new, together.new),
            alike: (together.old + together.new).map(\.isPart).filter { !$0.isConstant }
                .map { reader.holds($0) ? $0 : !$0 })
    }

    private static func differs(
        _ before: AnswerSides.Entry, _ after: AnswerSides.Entry, _ comparison: OutcomeComparison
    ) -> Formula {
        switch (before.side, after.side) {
        case (.undetermined, .undetermined), (.rule, .rule), (.rules, .rules):
            switch (before.conclusion, after.conclusion) {
            case (nil, nil): return .no
            case (let x?, let y?): return !comparison.same(x, y)
            default: return .yes
            }
        case (.faulted, .faulted), (.uncovered, .uncovered), (.faulted, .uncovered), (.uncovered, .faulted): return .no
        default: return .yes
        }
    }
}

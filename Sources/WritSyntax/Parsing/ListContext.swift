/// The repeated constructs of the grammar that stand one after another without separators.
///
/// Each answers how an element begins; the parser reads the rest off that: a list ends where an element of a list
/// around it begins, and recovery stops where an element of any open list begins.
enum ListContext: Sendable, Hashable {
    case declarations, policySettings, fields, datedValues, calendarItems
    case decisionItems, ruleClauses, answerClauses, tableRows
    case expectations, expectationClauses, assignments, acceptances

    /// Whether an element begins at the parser's token.
    func begins(_ parser: Parser) -> Bool {
        let kind = parser.kind()
        switch self {
        case .declarations: return Self.declarationWords.contains(kind) && parser.kind(1) != .colon
        case .policySettings: return Self.settingWords.contains(kind) && parser.atWord(kind)
        case .fields: return kind.isFieldName && parser.kind(1) == .colon
        case .datedValues: return parser.atForce
        case .calendarItems: return Self.calendarWords.contains(kind) && parser.atWord(kind)
        case .decisionItems: return parser.atDecisionItem
        case .ruleClauses: return parser.atRuleClause
        case .answerClauses: return kind == .do || kind == .because || kind == .source
        case .tableRows: return kind == .bar || kind == .barBar || parser.atOpenRow
        case .expectations: return kind == .expect
        case .expectationClauses: return parser.atExpectationClause
        case .assignments: return parser.atAssignment
        case .acceptances: return parser.atAcceptance
        }
    }

    /// The words elements begin with, for a misspelt one.
    var words: [TokenKind] {
        switch self {
        case .declarations: Self.declarationWords
        case .policySettings: Self.settingWords
        case .calendarItems: Self.calendarWords
        case .decisionItems: [.rule, .table, .otherwise, .first, .unique, .collect, .accept]
        case .ruleClauses: [.overrides, .when, .then, .do, .because, .source, .accept]
        case .answerClauses: [.do, .because, .source]
        case .expectations: [.expect]
        case .expectationClauses: [.does, .needs, .because]
        case .acceptances: [.accept]
        case .fields, .datedValues, .tableRows, .assignments: []
        }
    }

    /// Whether elements begin with reserved words, so that one is enough to stop recovery in the middle of a line.
    var hasReservedWords: Bool {
        switch self {
        case .decisionItems, .ruleClauses, .answerClauses, .expectations: true
        default: false
        }
    }

    /// Whether what stands before an element may be an expression that an operator would continue.
    var followsExpr: Bool {
        switch self {
        case .ruleClauses, .answerClauses, .datedValues, .expectations, .expectationClauses, .assignments: true
        default: false
        }
    }

    /// What messages say they expected.
    var expectation: String {
        switch self {
        case .declarations: "a declaration such as `fact`, `param`, `define`, `decision` or `test`"
        case .policySettings: "`timezone`, `default calendar`, `languages` or a declaration"
        case .fields: "a field, `name : type`"
        case .datedValues: "`in force …` or the next declaration"
        case .calendarItems: "`hours`, `break`, `holiday` or another item of the calendar"
        case .decisionItems: "`rule`, `table` or `otherwise`"
        case .ruleClauses: "`when`, `then`, `do`, `because`, `source` or the next rule"
        case .answerClauses: "`do`, `because` or `source`"
        case .tableRows: "a row, `| … || … |`"
        case .expectations: "`expect`"
        case .expectationClauses: "`by`, `does`, `needs`, `because` or another `expect`"
        case .assignments: "a fact and its value, `path = value`"
        case .acceptances: "`accept`, a finding and a reason"
        }
    }

    static let declarationWords: [TokenKind] = [
        .use, .type, .record, .fact, .param, .define, .calendar, .action, .decision, .extend, .always, .never, .case,
        .test, .policy,
    ]
    static let settingWords: [TokenKind] = [.timezone, .default, .languages]
    static let calendarWords: [TokenKind] = [
        .like, .timezone, .hours, .days, .break, .holiday, .working, .covers,
    ]
}

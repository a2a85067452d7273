/// What a node is: one case for each production of the grammar that makes a node, named as the production is.
public enum SyntaxKind: UInt8, Sendable, Hashable, CaseIterable {
    /// Where something had to stand and does not. Holds nothing, or only what was skipped or misread in its place.
    case missing
    /// Tokens the grammar has no place for.
    case unexpected

    // The whole file, its header and imports.
    case file, policyHeader, timezoneSetting, calendarSetting, languagesSetting, use, qualifiedName

    // What facts look like: types, records, facts.
    case typeDeclaration, typeCase, caseLabel, languageText, recordDeclaration, field, bounds, factDeclaration,
        parameter, parameters

    // Types as they are written.
    case listType, optionalType, moneyType, numberType, workingType, namedType

    // Params with their dated values, defines and actions.
    case paramDeclaration, datedValue, period, defineDeclaration, actionDeclaration

    // Calendars.
    case calendarDeclaration, likeItem, zoneItem, hoursItem, daysItem, breakItem, holidayItem, extraItem
    case coversItem, weekdayRange, dateRange, timeRange

    // Decisions and what stands directly in them.
    case decisionDeclaration, extendDeclaration, mode, rule, otherwise, undetermined

    // The clauses of a rule or an answer.
    case overridesClause, forceClause, whenClause, thenClause, doClause, actionCall, becauseClause, message
    case messageText, sourceClause, acceptClause

    // Decision tables.
    case table, tableRow, cell, anyTest, comparisonTest, intervalTest, wordTest, valueTest

    // Promises, cases and tests.
    case promiseDeclaration, whenever, caseDeclaration, testDeclaration, given, assignment, path, expectation, byClause
    case doesClause, needsClause

    // Logic and relations.
    case implication, disjunction, conjunction, negation, comparison, isRelation, stateTest, inRelation
    case textRelation, set, interval

    // Calculation.
    case `default`, rounding, roundingMode, sum, product, percentage, sign

    // Calculation with time.
    case moment, inZone, shift, onCalendar, excluding, amount, partOf, edgeOf, between, dayRoll

    // Members, calls and brackets.
    case member, call, arguments, argument, group, listLiteral, conditional

    // Literals and names.
    case numberLiteral, textLiteral, dateLiteral, timeLiteral, instantLiteral, truthLiteral, unknownLiteral
    case nameExpr, localizedText

    // What is asked of lists.
    case quantifier, count, aggregate, firstOf, `where`, extreme

    // A text with its holes.
    case text
}

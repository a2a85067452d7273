import WritDiagnostics
import WritSemantics

/// Calculations that some ordinary case makes go wrong.
enum PossibleFaultCheck: SemanticCheck {
    /// More faults of one decision than this are mended together.
    private static let most = 2
    private static let smallCase = 8

    static func findings(_ questions: CaseQuestions) -> [Finding] {
        var seen = Set<SourceSpot>()
        return questions.decisions.flatMap { decision -> [Finding] in
            let symbol = questions.wide.evaluation.asked(decision)
            return questions.isSmall(symbol.faulted) ? faults(decision, &seen, questions) : []
        }
    }

    private struct SourceSpot: Hashable {
        var path: String
        var lower: Int
    }

    private static func faults(
        _ decision: DecisionID, _ seen: inout Set<SourceSpot>, _ questions: CaseQuestions
    ) -> [Finding] {
        var findings: [Finding] = []
        var regions: [Formula] = []
        while findings.count < most, regions.count <= most {
            let outcome = questions.find(
                decision,
                { evaluation in
                    let symbol = evaluation.asked(decision)
                    let own = evaluation.table.any([symbol.uncovered, symbol.overlapping])
                    let goals = questions.goals(in: evaluation, symbol.faulted, outside: regions)
                    return goals + [!own] + PlausibleCases(evaluation).formulas(of: goals)
                }, budget: questions.glance, isShown: { $0.answer?.fault != nil })
            guard case .example(let example) = outcome, let fault = example.answer?.fault else { break }
            let spot = SourceSpot(path: fault.location.file.path, lower: fault.location.range.lower)
            if fault.kind.isCalculation, seen.insert(spot).inserted {
                findings.append(finding(fault, decision, example, questions))
            }
            // Around a case of many facts there is much to ask, and the first fault is mended first anyway.
            guard example.assignments.count <= smallCase, let region = questions.lastRegion() else { break }
            regions.append(questions.wide.evaluation.table.all(region.literals))
        }
        return findings
    }

    private static func finding(
        _ fault: Fault, _ decision: DecisionID, _ example: ExampleCase, _ questions: CaseQuestions
    ) -> Finding {
        let name = questions.model[decision].heading.name
        return Finding(
            .possible_fault, "`\(name)` can fail here: \(fault.kind.words), \(fault.detail)",
            at: Label(fault.location, fault.kind.words), help: fault.kind.help, decision: decision, example: example)
    }
}

extension Fault.Kind {
    /// Whether it is a calculation that went wrong, and not the rules.
    var isCalculation: Bool { self != .severalRules && self != .noRule }

    var words: String {
        switch self {
        case .overflow: "a value too large to hold"
        case .zeroDivisor: "a division by zero"
        case .dateOutOfRange: "a date outside the years 1 to 9999"
        case .outsideCalendar: "a day that the calendar does not know"
        case .noWorkingTime: "a calendar without working time"
        case .unknownZone: "a zone that is not known"
        case .severalRules: "two rules at once"
        case .noRule: "no rule"
        }
    }

    var help: String {
        switch self {
        case .overflow: "give the facts bounds (`between … and …`), or calculate with less"
        case .zeroDivisor: "ask first whether the divisor is 0, or give its fact bounds without it"
        case .outsideCalendar: "extend what the calendar covers"
        default: "give the facts bounds, or ask for this case first"
        }
    }
}

/// Cases that a desk may see: amounts below a billion and days that the calendars know. Faults elsewhere are possible and nobody's
/// concern; bounds that a fact declares are taken as they are.
struct PlausibleCases {
    let evaluation: SymbolicEvaluation

    init(_ evaluation: SymbolicEvaluation) { self.evaluation = evaluation }

    func formulas(of goals: [Formula]) -> [Formula] {
        let table = evaluation.table
        return table.cone(of: goals).compactMap { variable in
            let record = table[variable]
            guard case .whole(let domain) = record.domain, let type = record.type, record.definition == nil,
                let plausible = range(of: type)
            else { return nil }
            let isDeclared = domain != SymbolicEvaluation.range(of: type)
            if isDeclared { return nil }
            return table.all([
                table.atLeast(variable, plausible.lowerBound), table.atMost(variable, plausible.upperBound),
            ])
        }
    }

    private func range(of type: WritType) -> ClosedRange<Int128>? {
        switch type {
        case .number, .money:
            let most = (0..<type.scale).reduce(Int128(1_000_000_000)) { power, _ in power * 10 }
            return -most...most
        case .date: return days
        case .instant: return days.lowerBound * 86_400_000_000...days.upperBound * 86_400_000_000
        case .amount(.elapsed), .amount(.workingTime): return 0...1_000 * 3_600_000_000
        case .amount: return 0...1_000
        default: return nil
        }
    }

    /// The days that all calendars know, less a quarter at both ends; a year where none says.
    private var days: ClosedRange<Int128> {
        let covered = evaluation.model.calendars.compactMap(\.calendar.coverage)
        guard let first = covered.map({ Int128($0.lowerBound.dayNumber) }).max(),
            let last = covered.map({ Int128($0.upperBound.dayNumber) }).min(), last - first > 200
        else { return 20_454...20_818 }
        return first + 92...last - 92
    }
}

import WritEngine
import WritSemantics
import WritSource
import WritValues

/// Evaluates a model for all cases at once: what ``ReferenceEvaluator`` says of one, as formulas over the facts.
///
/// Follows `docs/design/semantics.md` sentence by sentence. Two precisions: *wide* lets in cases that are none (lists of any length of
/// which only counts are followed, texts whose letters are open), so that what is impossible there is impossible; *narrow* leaves out
/// cases (longer lists, other texts), so that what is possible there is possible. Where a policy has neither the two are one, and
/// ``isExact`` says so.
final class SymbolicEvaluation {
    let model: CheckedModel
    let table: FormulaTable
    let precision: Precision
    let universe: TextUniverse
    /// The fact, or the field of one, whose value is another one here than in the first of two cases that are looked at together.
    let changed: String?
    let numbering: CaseNumbering
    /// What its facts are called in the paths of variables.
    let roots: FactRoots
    /// Whether a case of these formulas is always a case of the policy, and the other way round.
    var isExact = true
    /// Decisions of more rules than this are not followed; tables of this size have an analysis of their own.
    let ruleLimit: Int
    let constants: ConstantEvaluation

    var facts: [FactID: Symbol] = [:]
    var params: [ParamID: Symbol] = [:]
    var defines: [Call<DefineID>: Symbol] = [:]
    var decisions: [Call<DecisionID>: DecisionSymbol] = [:]
    var counts: [CountKey: Variable] = [:]
    var somes: [CountKey: Formula] = [:]
    /// When two texts of the facts are the same.
    var sameTexts: [TextPair: Formula] = [:]
    /// Where functions have a value that were asked already; nil where they have none that was found.
    var stretches: [Stretch: ClosedRange<Int128>?] = [:]
    /// How the elements of lists are made from those of others, by name.
    var makers: [String: (Symbol) -> MadeElement] = [:]
    /// How many questions about elements of a list of facts are being asked, one inside the other.
    var standIns: [String: Int] = [:]
    /// What holds in every case.
    var axioms: CaseAxioms { listAxioms.axioms }
    let listAxioms: ListAxioms
    let opaques: OpaqueStore
    /// Told apart from the policy that this one is compared with: its tables that are not followed, and its calendars, if they differ.
    let mark: Mark

    struct Mark {
        var tables = ""
        var calendars = ""
    }
    /// Decisions that were not followed for their size.
    var unfollowed: Set<DecisionID> = []

    enum Precision: Hashable, Sendable {
        case wide
        case narrow(listLength: Int)
    }

    struct TextPair: Hashable {
        var first: Variable
        var second: Variable
    }

    /// What is counted in a list of any length.
    struct CountKey: Hashable {
        var list: String
        var formula: Formula
    }

    struct Call<ID: Hashable>: Hashable {
        var id: ID
        var arguments: [Symbol]
    }

    init(
        _ model: CheckedModel, table: FormulaTable, precision: Precision = .wide, universe: TextUniverse? = nil,
        changed: String? = nil, numbering: CaseNumbering? = nil, roots: FactRoots? = nil,
        opaques: OpaqueStore = OpaqueStore(), listAxioms: ListAxioms? = nil, mark: Mark = Mark(),
        ruleLimit: Int = 400
    ) {
        self.model = model
        self.table = table
        self.listAxioms = listAxioms ?? ListAxioms(CaseAxioms(table: table))
        self.precision = precision
        self.changed = changed
        self.roots = roots ?? FactRoots(model)
        self.opaques = opaques
        self.mark = mark
        self.ruleLimit = ruleLimit
        self.universe = universe ?? TextUniverse(of: [model], ruleLimit: ruleLimit)
        self.numbering = numbering ?? CaseNumbering()
        constants = ConstantEvaluation(model)
    }

    // MARK: Terms

    func evaluate(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .constant(let datum): symbol(datum, term.type)
        case .fact(let id): fact(id)
        case .param(let id): param(id)
        case .local(let id): local(id, locals)
        case .define(let id, let arguments): define(id, arguments.map { evaluate($0, locals) })
        case .decision(let id, let arguments): decision(id, arguments.map { evaluate($0, locals) }).outcome
        case .field, .caseField, .makeRecord, .makeCase, .makeList: structure(term, locals)
        case .not, .and, .or, .isKnown, .isCase, .equal, .compare, .memberOf, .quantifier: symbol(truth(term, locals))
        case .text, .like: symbol(truth(term, locals))
        case .textLength, .plainText: text(term, locals)
        case .orElse(let first, let second): orElse(evaluate(first, locals), evaluate(second, locals))
        case .conditional(let test, let first, let second):
            conditional(truth(test, locals), evaluate(first, locals), evaluate(second, locals))
        case .rescale, .negate, .add, .subtract, .multiply, .divide, .round, .extreme, .bounded:
            arithmetic(term, locals)
        case .isWorkingDay: symbol(truth(term, locals))
        case .shift, .between, .atTime, .part, .localPart, .edge, .rollToWorkingDay: time(term, locals)
        case .count, .aggregate, .map, .first: list(term, locals)
        case .message: Symbol(.message)
        }
    }

    func truth(_ term: Term, _ locals: SymbolicLocals) -> Truth {
        switch term.kind {
        case .not(let operand): truth(operand, locals).negated
        case .and(let operands): table.both(operands.map { truth($0, locals) })
        case .or(let operands): table.either(operands.map { truth($0, locals) })
        case .isKnown(let operand): known(evaluate(operand, locals))
        case .isCase(let operand, let index): isCase(evaluate(operand, locals), index)
        case .equal(let left, let right):
            equal(evaluate(left, locals), left.type, evaluate(right, locals), right.type)
        case .compare(let ordering, let left, let right):
            compare(ordering, evaluate(left, locals), left.type, evaluate(right, locals), right.type)
        case .memberOf(let element, let list): member(evaluate(element, locals), element.type, list, locals)
        case .quantifier(let quantifier, let local, let list, let body):
            self.quantifier(quantifier, local, evaluate(list, locals), body, locals)
        case .text(let test, let left, let right):
            textTest(
                evaluate(left, locals), evaluate(right, locals), test.rawValue, letters: { LetterTest(test, $0) },
                holds: { test.holds($0, $1) })
        case .like(let operand, let pattern):
            textTest(
                evaluate(operand, locals), symbol(.text(pattern.text), .text), "like",
                letters: { _ in LetterTest(pattern) }, holds: { text, _ in pattern.matches(text) })
        case .isWorkingDay: truth(of: time(term, locals))
        default: truth(of: evaluate(term, locals))
        }
    }

    func truth(of symbol: Symbol) -> Truth {
        guard case .truth(let isTrue) = symbol.content else {
            return Truth(isTrue: .no, isFalse: .no, isFaulted: symbol.faulted)
        }
        return table.comparison(isTrue, known: symbol.known, faulted: symbol.faulted)
    }

    func symbol(_ truth: Truth) -> Symbol {
        Symbol(known: table.any([truth.isTrue, truth.isFalse]), faulted: truth.isFaulted, .truth(truth.isTrue))
    }

    func known(_ symbol: Symbol) -> Truth { Truth(isTrue: symbol.known, isFalse: !symbol.known) }

    // MARK: Declarations

    func param(_ id: ParamID) -> Symbol {
        if let known = params[id] { return known }
        let symbol = evaluate(model[id].value, SymbolicLocals())
        params[id] = symbol
        return symbol
    }

    func define(_ id: DefineID, _ arguments: [Symbol]) -> Symbol {
        let call = Call(id: id, arguments: arguments)
        if let known = defines[call] { return known }
        let define = model[id]
        let symbol = evaluate(define.body, SymbolicLocals(define.parameters, arguments))
        defines[call] = symbol
        return symbol
    }

    func decision(_ id: DecisionID, _ arguments: [Symbol] = []) -> DecisionSymbol {
        let call = Call(id: id, arguments: arguments)
        if let known = decisions[call] { return known }
        let symbol = make(id, arguments)
        decisions[call] = symbol
        return symbol
    }

    private func local(_ id: LocalID, _ locals: SymbolicLocals) -> Symbol {
        if let known = locals.values[id] { return known }
        guard let column = locals.columns[id] else { preconditionFailure("local \(id.index) is not bound") }
        let symbol = evaluate(column, locals)
        locals.values[id] = symbol
        return symbol
    }

    // MARK: What is not followed

    /// A value of a type of which nothing is known; the same one for the same question about the same operands.
    func opaque(_ what: String, _ operands: [Symbol], _ type: WritType, known: Formula, faulted: Formula) -> Symbol {
        isExact = false
        var symbol = opaques.symbol(of: what, operands) { name in
            leaf(name, type, LeafKind(isOptional: false, isOpaque: true))
        }
        symbol.known = table.all([symbol.known, known])
        symbol.faulted = faulted
        return symbol
    }
}

/// The values of locals; columns are worked out when they are first read.
final class SymbolicLocals {
    var values: [LocalID: Symbol] = [:]
    var columns: [LocalID: Term] = [:]

    init() {}

    /// The same values, and whatever is bound later in one of them is not bound in the other.
    func copy() -> SymbolicLocals {
        let copy = SymbolicLocals()
        copy.values = values
        copy.columns = columns
        return copy
    }

    func copy(binding local: LocalID, to element: Symbol) -> SymbolicLocals {
        let copy = copy()
        copy.values[local] = element
        return copy
    }

    init(_ parameters: [LocalID], _ arguments: [Symbol]) {
        for (parameter, argument) in zip(parameters, arguments) { values[parameter] = argument }
    }
}

/// The numbers that the cases of enumerations have as values of variables: their own, unless two policies are looked at together.
struct CaseNumbering: Sendable {
    /// By the name of the type's policy and its own: all its cases, those of both versions.
    var joined: [String: [String]] = [:]

    /// What a type is called here.
    static func key(_ type: VariantType) -> String { "\(type.heading.policy).\(type.heading.name)" }

    func count(of type: VariantType) -> Int { joined[Self.key(type)]?.count ?? type.cases.count }

    /// What the values are called, by number.
    func words(of type: VariantType) -> [String] { joined[Self.key(type)] ?? type.cases.map(\.name) }

    func number(of index: Int, in type: VariantType) -> Int {
        joined[Self.key(type)]?.firstIndex(of: type.cases[index].name) ?? index
    }
}

/// What is not followed, each thing once: shared by evaluations that are looked at together, so that the same question about the same
/// operands is the same unknown.
final class OpaqueStore {
    /// What is asked of the letters of texts that are not followed, and the answers.
    var letterTests: [TextSymbol.Value: [(test: LetterTest, answer: Variable)]] = [:]

    private struct Key: Hashable {
        var what: String
        var operands: [Symbol]
    }

    private var symbols: [Key: Symbol] = [:]
    private var numbers: [Symbol: Int] = [:]

    /// A number that only equal values have.
    func number(of symbol: Symbol) -> Int {
        if let known = numbers[symbol] { return known }
        numbers[symbol] = numbers.count
        return numbers.count - 1
    }

    func symbol(of what: String, _ operands: [Symbol], _ make: (_ name: String) -> Symbol) -> Symbol {
        let key = Key(what: what, operands: operands)
        if let known = symbols[key] { return known }
        let made = make("\(what) \(symbols.count)")
        symbols[key] = made
        return made
    }
}

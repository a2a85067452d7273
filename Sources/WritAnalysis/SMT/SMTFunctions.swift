/// What the solver is told of functions that are only known by asking them: that equal arguments give equal values, where a function rises
/// or falls, and what it gave when it was asked.
struct SMTFunctions {
    /// Functions of one name and number of arguments are the same.
    private struct Key: Hashable {
        var name: String
        var arity: Int
    }

    private var numbers: [Key: Int] = [:]
    /// By function, what it gives for certain arguments; nil for none.
    private var samples: [Int: [[Int128]: Int128?]] = [:]
    /// By function, the arguments in the order in which they were asked for, so that the text does not depend on hashes.
    private var order: [Int: [[Int128]]] = [:]

    /// A function of so many different arguments is asked for each whether there is a value.
    private static let mostAsked: Int128 = 2000
    /// With more applications of one function than this, what two of them say of each other is left out.
    private static let mostCompared = 12

    private func number(_ function: Definition.Function) -> Int? {
        numbers[Key(name: function.name, arity: function.arguments.count)]
    }

    /// Of a function over such arguments: a symbol for the values and one for whether there is a value, which is not the same for each variable without one.
    mutating func value(
        of function: Definition.Function, of ranges: [Interval], domain: Interval
    ) -> SMTTranslation.Value {
        var value = SMTTranslation.Value(term: "", range: domain)
        let key = Key(name: function.name, arity: function.arguments.count)
        if numbers[key] == nil {
            let number = numbers.count
            numbers[key] = number
            let sorts = function.arguments.map { _ in "Int" }.joined(separator: " ")
            value.declarations = [
                "(declare-fun g\(number) (\(sorts)) Int)", "(declare-fun h\(number) (\(sorts)) Bool)",
            ]
        }
        let application = Application(function, numbers[key]!)
        value.term = application.value
        let isInDomain = SMTText.isWithin(application.value, domain)
        if function.isTotal || Self.isTotal(function, ranges) {
            value.facts = [application.isDefined, isInDomain]
        } else {
            value.conditions = [application.isDefined]
            value.facts = ["(=> \(application.isDefined) \(isInDomain))"]
        }
        sampleEnds(of: function, ranges)
        return value
    }

    private static func isTotal(_ function: Definition.Function, _ ranges: [Interval]) -> Bool {
        let widths = ranges.map { Saturating.add(Saturating.add($0.high, Saturating.negate($0.low)), 1) }
        guard widths.reduce(1, Saturating.multiply) <= mostAsked else { return false }
        var points: [[Int128]] = [[]]
        for range in ranges { points = points.flatMap { point in range.range.map { point + [$0] } } }
        return points.allSatisfy { function.evaluate($0) != nil }
    }

    /// A function that rises or falls in one argument, the others fixed, is asked at both ends of it.
    private mutating func sampleEnds(of function: Definition.Function, _ ranges: [Interval]) {
        let open = ranges.indices.filter { ranges[$0].single == nil }
        guard open.count <= 1, ranges.allSatisfy({ $0.low != .min && $0.high != .max }) else { return }
        _ = sample(function, at: ranges.map(\.low))
        _ = sample(function, at: ranges.map(\.high))
    }

    /// Asks a function where the solver was wrong about it; whether that is new. Of one that rises or falls, also half way to the nearest
    /// places where it was asked: the solver would go on there, one step at a time.
    mutating func refine(_ function: Definition.Function, at arguments: [Int128]) -> Bool {
        guard sample(function, at: arguments) else { return false }
        guard let number = number(function), arguments.count == 1, function.arguments[0].direction != .anything else {
            return true
        }
        let known = order[number, default: []].map { $0[0] }
        let neighbours = [known.filter { $0 < arguments[0] }.max(), known.filter { $0 > arguments[0] }.min()]
        for neighbour in neighbours.compactMap({ $0 }) {
            _ = sample(function, at: [neighbour / 2 + arguments[0] / 2])
        }
        return true
    }

    /// Asks the function; whether that is new.
    private mutating func sample(_ function: Definition.Function, at arguments: [Int128]) -> Bool {
        guard let number = number(function), samples[number]?[arguments] == nil else { return false }
        samples[number, default: [:]][arguments] = .some(function.evaluate(arguments))
        order[number, default: []].append(arguments)
        return true
    }

    // MARK: Facts

    /// What is known of the functions of some variables.
    func facts(about variables: [Variable], in table: FormulaTable) -> [String] {
        var applications: [Int: [Application]] = [:]
        var numbers: [Int] = []
        for variable in variables {
            guard case .function(let function) = table[variable].definition, let number = number(function) else {
                continue
            }
            if applications[number] == nil { numbers.append(number) }
            applications[number, default: []].append(Application(function, number))
        }
        return numbers.flatMap { number in
            let uses = applications[number]!
            return sampleFacts(number, uses) + (uses.count > Self.mostCompared ? [] : comparisons(uses))
        }
    }

    private func sampleFacts(_ number: Int, _ uses: [Application]) -> [String] {
        (order[number] ?? []).flatMap { arguments in
            let point = Application(number, arguments.map(SMTText.number), uses[0].directions, slack: uses[0].slack)
            guard let value = samples[number]![arguments]! else { return [SMTText.not(point.isDefined)] }
            return [point.isDefined, "(= \(point.value) \(SMTText.number(value)))"]
                + uses.flatMap { $0.steps(to: point) + point.steps(to: $0) }
        }
    }

    private func comparisons(_ uses: [Application]) -> [String] {
        uses.indices.flatMap { left in
            uses.indices.filter { $0 != left }.flatMap { uses[left].steps(to: uses[$0]) }
        }
    }

    /// A function with its arguments.
    private struct Application {
        var value: String
        var isDefined: String
        var arguments: [String]
        var directions: [Definition.Direction]
        var slack: Int128

        init(_ number: Int, _ arguments: [String], _ directions: [Definition.Direction], slack: Int128) {
            value = SMTText.apply("g\(number)", arguments)
            isDefined = SMTText.apply("h\(number)", arguments)
            (self.arguments, self.directions, self.slack) = (arguments, directions, slack)
        }

        init(_ function: Definition.Function, _ number: Int) {
            self.init(
                number, function.arguments.map { "v\($0.variable.index)" }, function.arguments.map(\.direction),
                slack: function.slack)
        }

        /// What is said of this value and another where one argument goes on and the others stay.
        func steps(to other: Application) -> [String] {
            directions.indices.compactMap { index in
                if directions[index] == .anything { return nil }
                var conditions = [isDefined, other.isDefined, "(<= \(arguments[index]) \(other.arguments[index]))"]
                for stays in arguments.indices where stays != index && arguments[stays] != other.arguments[stays] {
                    conditions.append("(= \(arguments[stays]) \(other.arguments[stays]))")
                }
                let (less, more) = directions[index] == .rises ? (value, other.value) : (other.value, value)
                return "(=> \(SMTText.all(conditions)) (<= \(less) (+ \(more) \(SMTText.number(slack)))))"
            }
        }
    }
}

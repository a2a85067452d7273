/// Values of variables that make some formulas true; of the variables that are not here, any value will do.
struct Valuation: Sendable {
    var values: [Variable: Int128] = [:]

    subscript(_ variable: Variable) -> Int128? { values[variable] }
}

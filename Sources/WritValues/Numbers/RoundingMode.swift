/// How a result between two multiples of a unit is brought to one of them.
///
/// The raw value is the name used in explanations and on the wire.
public enum RoundingMode: String, CaseIterable, Hashable, Sendable {
    /// To the nearest; a tie goes away from zero. The default of the language.
    case halfUp
    /// To the nearest; a tie goes to the even multiple.
    case halfEven
    /// Away from zero.
    case up
    /// Toward zero.
    case down

    /// Whether a magnitude with a remainder goes to the next multiple.
    ///
    /// - Parameters:
    ///   - isOdd: whether the multiple below is odd.
    ///   - remainder: the remainder compared with half the unit: negative, zero or positive. Never called without one.
    func goesUp(isOdd: Bool, remainderAgainstHalf remainder: Int) -> Bool {
        switch self {
        case .halfUp: remainder >= 0
        case .halfEven: remainder > 0 || (remainder == 0 && isOdd)
        case .up: true
        case .down: false
        }
    }
}

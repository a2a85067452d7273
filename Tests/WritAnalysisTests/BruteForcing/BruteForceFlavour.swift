/// What made-up policies have besides plain facts and rules.
struct BruteForceFlavour: OptionSet {
    let rawValue: Int

    /// Facts that are lists, and everything that can be asked of them.
    static let lists = BruteForceFlavour(rawValue: 1)
    /// Rules and values that are in force for some days, and questions about the day of the case.
    static let periods = BruteForceFlavour(rawValue: 2)
    /// Two policies that have names in common, and a decision that reads another policy's.
    static let files = BruteForceFlavour(rawValue: 4)
    /// Facts that are parts of one, which may itself be unknown.
    static let records = BruteForceFlavour(rawValue: 8)
}

/// Words that people say for what Writ writes otherwise.
enum PhraseBook {
    /// Longer phrases stand before those they begin with.
    static let phrases: [(words: [String], writes: String)] = [
        (["is", "not", "equal", "to"], "is not"), (["is", "equal", "to"], "is"), (["equals"], "is"),
        (["is", "not", "one", "of"], "not in"), (["is", "one", "of"], "in"), (["is", "any", "of"], "in"),
        (["is", "not", "greater", "than"], "<="), (["is", "not", "more", "than"], "<="),
        (["is", "not", "less", "than"], ">="), (["is", "greater", "than"], ">"), (["is", "more", "than"], ">"),
        (["is", "larger", "than"], ">"),
        (["is", "bigger", "than"], ">"), (["is", "higher", "than"], ">"), (["is", "later", "than"], ">"),
        (["is", "less", "than"], "<"), (["is", "fewer", "than"], "<"), (["is", "smaller", "than"], "<"),
        (["is", "lower", "than"], "<"), (["is", "earlier", "than"], "<"), (["is", "at", "least"], ">="),
        (["is", "at", "most"], "<="), (["is", "above"], ">"), (["is", "over"], ">"), (["is", "after"], ">"),
        (["is", "below"], "<"), (["is", "under"], "<"), (["is", "before"], "<"), (["exceeds"], ">"),
        (["ago"], "before today"), (["business"], "working"), (["greater", "than"], ">"), (["more", "than"], ">"),
        (["less", "than"], "<"), (["at", "least"], ">="), (["at", "most"], "<="),
    ]

    /// Operators in words, which some write in capitals.
    static let operators: [String: TokenKind] = [
        "and": .and, "or": .or, "is": .is, "in": .in, "not": .not, "implies": .implies, "contains": .contains,
        "like": .like,
    ]

    /// Currencies as they are written or said.
    static let currencies = [
        "usd": "USD", "dollar": "USD", "dollars": "USD", "eur": "EUR", "euro": "EUR", "euros": "EUR", "gbp": "GBP",
        "pounds": "GBP", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "jpy": "JPY", "yen": "JPY", "inr": "INR",
        "rupees": "INR", "chf": "CHF", "cad": "CAD", "aud": "AUD", "hkd": "HKD", "sgd": "SGD", "krw": "KRW",
    ]
}

import WritValues

extension WritType {
    /// The type that values of both go into without loss; nil when there is none.
    func joined(with other: WritType) -> WritType? {
        switch (self, other) {
        case _ where self == other: self
        case (.poison, _): other
        case (_, .poison): self
        case (.number(let a), .number(let b)): .number(scale: max(a, b))
        case (.money(let currency, let a), .money(let same, let b)) where currency == same:
            .money(currency, scale: max(a, b))
        case (.text, .message), (.message, .text): .message
        case (.list(let a), .list(let b)) where a == .poison || b == .poison: .list(a == .poison ? b : a)
        default: nil
        }
    }

    /// The same type but for the number of decimals.
    func isAlike(_ other: WritType) -> Bool {
        switch (self, other) {
        case (.number, .number): true
        case (.money(let currency, _), .money(let same, _)): currency == same
        default: self == other
        }
    }

    /// What comparing looks at: a quotient compares as what rounding it would give.
    var comparand: WritType {
        switch self {
        case .quotient(.number): .number(scale: 0)
        case .quotient(.money(let currency)): .money(currency)
        default: self
        }
    }

    /// Whether one value can be less than another.
    var isOrdered: Bool { isQuantity || isQuotient }

    var isQuotient: Bool {
        if case .quotient = self { true } else { false }
    }

    var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    var isMoney: Bool {
        if case .money = self { true } else { false }
    }

    /// This type with another count of decimals.
    func withScale(_ scale: Int) -> WritType {
        switch self {
        case .number: .number(scale: scale)
        case .money(let currency, _): .money(currency, scale: scale)
        default: self
        }
    }

    /// An expression may not have more decimals than this.
    static let largestScale = 30
}

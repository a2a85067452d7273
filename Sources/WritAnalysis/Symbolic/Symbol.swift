import WritSemantics

/// A value in all cases at once.
struct Symbol: Hashable, Sendable {
    /// Where it is known. What it holds means something only there.
    var known: Formula
    /// Where it is unknown because a calculation went wrong.
    var faulted: Formula
    var content: Content

    init(known: Formula = .yes, faulted: Formula = .no, _ content: Content) {
        self.known = known
        self.faulted = faulted
        self.content = content
    }

    indirect enum Content: Hashable, Sendable {
        /// A boolean: whether it is true.
        case truth(Formula)
        /// A quantity, in counts of its type.
        case count(Variable)
        case quotient(QuotientSymbol)
        /// An enumeration, a variant or a calendar: the cases it may be in. Where it is known it is in exactly one.
        case variant([CaseSymbol])
        /// A text or a zone: what it may be. Where it is known it is exactly one.
        case text([TextSymbol])
        case record([Symbol])
        case list(ListSymbol)
        /// A text that waits for a language; nothing is asked of it but whether it is known.
        case message
        /// Never known.
        case nothing
    }
}

struct QuotientSymbol: Hashable, Sendable {
    var dividend: Variable
    var scale: Int
    /// 1 when nil.
    var divisor: Variable?
    var divisorScale = 0
    /// Of a mean, the least and the greatest of the values, in counts of `scale`.
    var ends: [Variable] = []
}

struct CaseSymbol: Hashable, Sendable {
    var index: Int
    var isIt: Formula
    var fields: [Symbol] = []
}

struct TextSymbol: Hashable, Sendable {
    var isIt: Formula
    var value: Value

    enum Value: Hashable, Sendable {
        case constant(String)
        /// A finite variable over the texts of a ``TextUniverse``.
        case variable(Variable)
        /// Some text that is not followed further.
        case opaque(String)
    }
}

/// A list: elements, each of which may be there or not, in order; and lists of facts of any length, of which only counts are followed.
struct ListSymbol: Hashable, Sendable {
    var parts: [Part]

    enum Part: Hashable, Sendable {
        case element(isThere: Formula, Symbol)
        case many(isThere: Formula, ManySymbol)
    }
}

/// A list of any length: one that is told, or one that is made from elements of such a list.
struct ManySymbol: Hashable, Sendable {
    /// What makes two of them the same.
    var name: String
    var base: BaseList

    /// Whether its elements are those of the list it is made from.
    var isBase: Bool { name == base.name }
}

/// A list of any length that is told.
struct BaseList: Hashable, Sendable {
    var name: String
    /// What stands for any one of its elements where formulas about elements are compared. Nothing is ever asked of it alone.
    var element: Symbol
    /// How many elements it has.
    var length: Variable
    var type: WritType
    var bounds: ClosedRange<Int128>?
    /// Whether the facts have it, and not something that stands for some of them.
    var isFact: Bool
}

import WritSemantics

/// Things in the order in which they first came, each once.
struct FirstUses<Element: Hashable> {
    private(set) var elements: [Element] = []
    /// Empty while there are so few that they are gone through one by one: most rules read few facts, and hashing a fact
    /// with its value costs more than comparing it with some others.
    private var known: Set<Element> = []

    private static var few: Int { 16 }

    mutating func append(_ element: Element) {
        if known.isEmpty {
            if elements.contains(element) { return }
            elements.append(element)
            if elements.count > Self.few { known = Set(elements) }
        } else if known.insert(element).inserted {
            elements.append(element)
        }
    }

    mutating func append(contentsOf others: FirstUses) { for element in others.elements { append(element) } }
}

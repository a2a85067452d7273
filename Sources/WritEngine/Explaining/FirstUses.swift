import WritSemantics

/// Things in the order in which they first came, each once.
struct FirstUses<Element: Hashable> {
    private(set) var elements: [Element] = []
    private var known: Set<Element> = []

    mutating func append(_ element: Element) {
        if known.insert(element).inserted { elements.append(element) }
    }

    mutating func append(contentsOf others: FirstUses) { for element in others.elements { append(element) } }
}

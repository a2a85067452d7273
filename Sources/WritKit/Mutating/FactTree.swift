import WritSource

/// Values by the names that lead to them, written as nested objects.
struct FactTree {
    private var names: [String] = []
    private var trees: [FactTree] = []
    private var value: String?

    mutating func add(_ way: ArraySlice<String>, _ value: String) {
        guard let name = way.first else {
            self.value = value
            return
        }
        var place = names.firstIndex(of: name) ?? names.count
        if place == names.count {
            names.append(name)
            trees.append(FactTree())
            place = names.count - 1
        }
        trees[place].add(way.dropFirst(), value)
    }

    var text: String {
        if let value { return value }
        let fields = zip(names, trees).map { name, tree in
            var json = JSONWriter()
            json.string(name)
            return "\(json.text): \(tree.text)"
        }
        return "{\(fields.joined(separator: ", "))}"
    }
}

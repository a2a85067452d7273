/// Groups of entries and their hash tables.
extension RowSchemaBuilder {
    /// A group that is filled later: what is in it may lead back to it.
    mutating func addGroup() -> Int32 {
        parts.groups.append(RowGroup())
        return Int32(parts.groups.count - 1)
    }

    mutating func fill(_ group: Int32, with fields: [Field]) {
        let first = parts.entries.count
        let words = (fields.count + 63) / 64
        parts.groups[Int(group)].needed = Int32(parts.needed.count)
        parts.groups[Int(group)].words = Int32(words)
        parts.needed += Array(repeating: 0, count: words)
        for (index, field) in fields.enumerated() {
            add(field.name, field.place, field.shape)
            parts.entries[first + index].word = Int32(index / 64)
            parts.entries[first + index].bit = 1 << UInt64(index % 64)
            let isNeeded = field.shape.isNeeded || field.twins.contains { $0.shape.isNeeded }
            if isNeeded { parts.needed[parts.needed.count - words + index / 64] |= 1 << UInt64(index % 64) }
        }
        // Twins come after all that have names of their own.
        for (index, field) in fields.enumerated() {
            var last = first + index
            for twin in field.twins {
                parts.entries[last].twin = Int32(parts.entries.count)
                last = parts.entries.count
                add(field.name, twin.place, twin.shape)
            }
        }
        index(group, first, fields.map(\.name))
    }

    /// Of equal names the first counts.
    mutating func fill(_ group: Int32, withNames names: [(name: String, number: Int)], part: (Int) -> Int32) {
        let first = parts.entries.count
        var seen: Set<String> = []
        let names = names.filter { seen.insert($0.name).inserted }
        for (name, number) in names {
            let rowName = RowName(name, in: &parts.names)
            parts.entries.append(RowEntry(name: rowName, place: Int32(number), fields: part(number)))
        }
        index(group, first, names.map(\.name))
    }

    private mutating func add(_ name: String, _ place: Int, _ shape: RowShape) {
        let rowName = RowName(name, in: &parts.names)
        parts.entries.append(RowEntry(name: rowName, place: Int32(place), shape: shape))
    }

    private mutating func index(_ group: Int32, _ first: Int, _ names: [String]) {
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var buckets = [Int32](repeating: -1, count: size)
        for (index, name) in names.enumerated() {
            let padded = Array(name.utf8) + Array(repeating: 0, count: RowName.padding)
            var place =
                Int(
                    truncatingIfNeeded: padded.withUnsafeBufferPointer {
                        RowName.hash($0.baseAddress!, name.utf8.count)
                    }) & (size - 1)
            while buckets[place] >= 0 { place = (place + 1) & (size - 1) }
            buckets[place] = Int32(first + index)
        }
        parts.groups[Int(group)].buckets = Int32(parts.buckets.count)
        parts.groups[Int(group)].mask = Int32(size - 1)
        parts.buckets += buckets
    }
}

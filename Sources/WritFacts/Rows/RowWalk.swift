import WritSemantics

/// Goes through one JSON text by its structure and puts the values into the cells of a row.
///
/// It takes what is plainly right and stops at anything else, without a word: the careful reader then says what is wrong, or
/// that nothing is. So it may be stricter than that reader, and must never be more lenient.
///
/// The structural index says where tokens begin, and that nothing but white space is between the end of one and the next
/// where it matters: after a bracket, a comma, a colon or a text any other byte would begin a token of its own. Only the end
/// of a number or a word must be looked at (``isEnded``).
struct RowWalk {
    let table: RowTable
    /// The row to fill, which the binder keeps alive: counting references would take longer than a fact does.
    let row: Unmanaged<CaseRow>
    let bytes: UnsafePointer<UInt8>
    /// How many bytes there are before the padding.
    let count: Int
    let positions: UnsafePointer<UInt32>
    /// Which entry was found last time after another one, or first in a group: documents keep their order.
    let guesses: UnsafeMutablePointer<Int32>
    /// Memory of the binder, which keeps it alive too.
    let scratch: Unmanaged<RowScratch>
    /// Room for the bits of objects (``RowScratch/bits``).
    let bits: UnsafeMutablePointer<UInt64>
    let bitCapacity: Int
    /// 10⁰ to 10¹⁸.
    let powers: UnsafePointer<Int64>
    /// The cells of the row's facts, and of the elements of its lists.
    let cells: UnsafeMutablePointer<Int64>
    var arena: UnsafeMutablePointer<Int64>
    /// The token to read next, by its number in the index.
    var token: Int
    /// How deep values may stand in each other.
    let deepest: Int
    /// Where the value read last ends.
    var end = 0
    var depth = 0
    /// How many words of bits are in use (``RowScratch/bits``).
    var words = 0

    /// Where a value's cells are.
    struct Place {
        var isInArena: Bool
        var offset: Int
    }

    /// The most that ``deepest`` may be; the careful reader takes more.
    static let deepest = 16
    /// How many cells the elements of one document's lists may take.
    static let mostCells = 1 << 22

    // MARK: Reading on

    @inline(__always)
    var position: Int { Int(positions[token]) }

    /// Goes past a bracket, comma or colon.
    @inline(__always)
    mutating func accept(_ mark: Unicode.Scalar) -> Bool {
        guard bytes[position] == UInt8(ascii: mark) else { return false }
        token &+= 1
        return true
    }

    /// Whether nothing goes on with the number, word or text that ends here, before the next token.
    @inline(__always)
    var isEnded: Bool { end == position || bytes[end].isJSONSpace }

    @inline(__always)
    func pointer(_ place: Place) -> UnsafeMutablePointer<Int64> { (place.isInArena ? arena : cells) + place.offset }

    // MARK: The document

    /// Reads the document that begins at `start` and must not go on beyond `limit`.
    mutating func document(from start: Int, to limit: Int) -> Bool {
        var start = start
        while start < limit, bytes[start].isJSONSpace { start += 1 }
        guard position == start, bytes[start] == UInt8(ascii: "{") else { return false }
        guard group(table.facts, at: Place(isInArena: false, offset: 0)) else { return false }
        // The next token belongs to the next line, if any: were it before the end, something would follow the document.
        guard end <= limit, position >= limit else { return false }
        for index in 0..<table.presetCount { cells[Int(table.presets[index].cell)] = table.presets[index].value }
        return true
    }

    // MARK: Objects

    /// The entries of an object, up to its closing brace.
    mutating func group(_ number: Int32, at place: Place) -> Bool {
        let group = table.groups[Int(number)]
        guard depth < deepest, words + Int(group.words) < bitCapacity else { return false }
        depth += 1
        let seen = bits + words
        words += Int(group.words)
        defer {
            depth -= 1
            words -= Int(group.words)
        }
        seen.pointee = 0
        for word in 1..<max(1, Int(group.words)) { seen[word] = 0 }
        token &+= 1
        if bytes[position] != UInt8(ascii: "}") {
            guard entries(group, number, seen, at: place) else { return false }
        }
        for word in 0..<Int(group.words) where table.needed[Int(group.needed) + word] & ~seen[word] != 0 {
            return false
        }
        end = position + 1
        return accept("}")
    }

    private mutating func entries(
        _ group: RowGroup, _ number: Int32, _ seen: UnsafeMutablePointer<UInt64>, at place: Place
    ) -> Bool {
        var guess = guesses + Int(number)
        let successors = guesses + table.groupCount
        while true {
            let number = find(in: group, guess)
            guard number >= 0 else { return false }
            let entry = table.entries + Int(number)
            let word = seen + Int(entry.pointee.word)
            guard word.pointee & entry.pointee.bit == 0 else { return false }
            word.pointee |= entry.pointee.bit
            token &+= 1
            guard accept(":"), field(entry, at: place) else { return false }
            if bytes[position] != UInt8(ascii: ",") { return true }
            token &+= 1
            guess = successors + Int(number)
        }
    }

    /// The value of a field, for each of those that the document calls so.
    @inline(__always)
    private mutating func field(_ entry: UnsafePointer<RowEntry>, at place: Place) -> Bool {
        let start = token
        guard value(Self.shape(entry), at: place, Int(entry.pointee.place)) else { return false }
        return entry.pointee.twin < 0 || twins(entry.pointee.twin, start, at: place)
    }

    @inline(__always)
    private static func shape(_ entry: UnsafePointer<RowEntry>) -> UnsafePointer<RowShape> {
        (UnsafeRawPointer(entry) + MemoryLayout<RowEntry>.offset(of: \.shape)!).assumingMemoryBound(to: RowShape.self)
    }

    private mutating func twins(_ first: Int32, _ start: Int, at place: Place) -> Bool {
        var number = first
        while number >= 0 {
            let entry = table.entries + Int(number)
            token = start
            guard value(Self.shape(entry), at: place, Int(entry.pointee.place)) else { return false }
            number = entry.pointee.twin
        }
        return true
    }

    // MARK: Values

    /// Reads a value into the cells `offset` behind a place, up to the token after it.
    @inline(__always)
    mutating func value(_ shape: UnsafePointer<RowShape>, at place: Place, _ offset: Int) -> Bool {
        let start = position
        if bytes[start] == UInt8(ascii: "n") { return nothing(shape, start) }
        let place = Place(isInArena: place.isInArena, offset: place.offset &+ offset)
        guard let cell = scalar(shape, start) else { return composite(shape, at: place) }
        if cell == CaseRow.unknown { return false }
        pointer(place).pointee = cell
        token &+= 1
        return isEnded
    }

    /// `null` leaves what the row has for a value that is not there.
    private mutating func nothing(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Bool {
        guard isWord("null", at: start), shape.pointee.kind != .refused, !shape.pointee.isNeeded else { return false }
        end = start + 4
        token &+= 1
        return isEnded
    }

    /// The cell of a value that has one only: ``CaseRow/unknown`` for what is not right, nil where it is no such type.
    @inline(__always)
    private mutating func scalar(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64? {
        switch shape.pointee.kind {
        case .boolean: truth(start)
        case .number: number(shape, start)
        case .money: money(shape, start)
        case .amount: amount(shape, start)
        case .date: date(shape, start)
        case .time: time(shape, start)
        case .instant: instant(shape, start)
        case .text: text(start)
        case .zone: zone(shape, start)
        case .calendar: calendar(shape, start)
        case .variant: bytes[start] == UInt8(ascii: "\"") ? plainCase(shape, start) : nil
        case .record, .list, .caseName, .ignored, .refused: nil
        }
    }

    private mutating func composite(_ shape: UnsafePointer<RowShape>, at place: Place) -> Bool {
        switch shape.pointee.kind {
        case .variant: variant(shape, at: place)
        case .record: record(shape, at: place)
        case .list: list(shape, at: place)
        case .caseName: caseName()
        case .ignored: ignored()
        default: false
        }
    }

    /// The fields of a record that is there: a known header, and until they are read, what the table has for missing ones.
    private mutating func record(_ shape: UnsafePointer<RowShape>, at place: Place) -> Bool {
        guard bytes[position] == UInt8(ascii: "{") else { return false }
        let absent = table.absent + Int(shape.pointee.absent)
        pointer(place).update(from: absent, count: Int(shape.pointee.width))
        return group(shape.pointee.part, at: place)
    }

    // MARK: Words

    /// The four letters as they are written, and as one load gives them.
    @inline(__always)
    func isWord(_ word: StaticString, at start: Int) -> Bool {
        UnsafeRawPointer(bytes + start).loadUnaligned(as: UInt32.self)
            == UnsafeRawPointer(word.utf8Start).loadUnaligned(as: UInt32.self)
    }

    /// Without a branch on which of the two it is: no processor foresees that.
    @inline(__always)
    mutating func truth(_ start: Int) -> Int64 {
        let isTrue = isWord("true", at: start)
        guard isTrue || isWord("fals", at: start) && bytes[start &+ 4] == UInt8(ascii: "e") else {
            return CaseRow.unknown
        }
        let truth = isTrue ? 1 : 0
        end = start &+ 5 &- truth
        return Int64(truth)
    }
}

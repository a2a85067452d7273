/// How one value is written and where it goes, in a form without references: a row of the table that a ``RowWalk`` follows.
struct RowShape {
    enum Kind: UInt8 {
        case boolean, number, money, amount, text, date, time, instant, zone, calendar
        case variant, record, list
        /// What the case calls itself.
        case caseName
        /// A value that no fact takes.
        case ignored
        /// A value that only the careful reader takes.
        case refused
    }

    var kind: Kind
    /// Whether something that is asked for is lacking when this value is. Then there is no row.
    var isNeeded = false
    /// Decimals of a number or of money; the kind of an amount of time.
    var scale: Int32 = 0
    /// A record's group of fields, the group of a variant's or a calendar's names, the shape of a list's elements.
    var part: Int32 = -1
    /// How many cells the value has.
    var width: Int32 = 1
    /// Where the table has the cells of such a value that is not there.
    var absent: Int32 = 0
    /// The counts that a quantity may have.
    var low = Int64.min + 1
    var high = Int64.max
    /// The count of one unit in which a bare number gives an amount of time, 0 when there is none; the letters of a currency.
    var unit: Int64 = 0
}

/// A name in quotation marks, as a document writes it, and what it stands for.
struct RowEntry {
    var name: RowName
    /// Of a field: where its cells are, counted from the first of its record. Of a variant's or a calendar's case: its number.
    var place: Int32
    /// Another fact which a document calls the same; -1 when there is none.
    var twin: Int32 = -1
    /// Of a case: the part of the table on its fields, -1 where it has none.
    var fields: Int32 = -1
    /// Of a field: its bit among those of its group, and the word that has it.
    var word: Int32 = 0
    var bit: UInt64 = 0
    /// Of a field: its shape.
    var shape = RowShape(kind: .refused)
}

/// The fields of a record, the facts of a case or the cases of a variant: entries found by their names.
struct RowGroup {
    /// Its hash table: numbers of entries, -1 for none.
    var buckets: Int32 = 0
    var mask: Int32 = 0
    /// Its words of bits, one bit an entry, of the fields that must be there.
    var needed: Int32 = 0
    var words: Int32 = 0
}

/// The fields of one case of a variant.
struct RowCase {
    /// Their group.
    var fields: Int32
    /// Where the table has the cells of these fields when none of them is there, and how many there are from `offset` on.
    var absent: Int32
    var offset: Int32
    var width: Int32
    /// Whether the case cannot stand without its fields.
    var isNeeded: Bool
}

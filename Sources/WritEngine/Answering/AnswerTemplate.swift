import WritSemantics
import WritValues

/// The line of JSON that answers with one conclusion: the bytes that are the same in every case, and between them what the
/// case fills in.
struct AnswerTemplate: Sendable {
    /// A run of the template's bytes, then a value.
    struct Piece: Sendable {
        var start = 0
        var count = 0
        var form = Form.nothing
        /// Whether the value stands in the words of a reason, and not among the values of an answer.
        var isInWords = false
        var scale: UInt8 = 0
        var minimumDecimals: UInt8 = 0
        var place = CellPlace(base: .temporary, index: 0)
        /// Money: the run of the currency's code. A word or a date: the first of its words. Another value: which.
        var first = 0
    }

    /// How a value is written. What is not one of the frequent ones goes the long way, by a `Datum`.
    enum Form: UInt8, Sendable {
        case nothing, boolean, number, text, money, date, word, other
        /// In words: with the months' names, or (`easternDate`) with the signs of year, month and day.
        case namedDate, easternDate
    }

    /// A value that goes the long way; with the writer of words where it stands in words.
    struct Other: Sendable {
        var type: WritType
        var words: DatumText?
    }

    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    /// Runs of bytes: the names of enumerations' values, the codes of currencies.
    var words: [(start: Int, count: Int)] = []
    var others: [Other] = []
    var style = Locale.named("en")!.numberStyle
    /// The block that works out what the words show; nil where they show nothing.
    var because: Int32?
    private var open = 0

    mutating func append(_ text: String) { bytes += Array(text.utf8) }

    /// Ends the run of bytes with a value.
    mutating func append(_ piece: Piece) {
        var piece = piece
        (piece.start, piece.count) = (open, bytes.count - open)
        pieces.append(piece)
        open = bytes.count
    }

    /// Adds bytes that stand nowhere in the line but where a value says so.
    mutating func addWord(_ text: String) {
        precondition(open == bytes.count, "a run of the line is open")
        words.append((bytes.count, text.utf8.count))
        append(text)
        open = bytes.count
    }
}

/// The parts of the lines of a decision that several rules may answer.
struct CollectedTemplate: Sendable {
    /// To the outcome, and after the source.
    var head = AnswerTemplate()
    var tail = AnswerTemplate()
    /// By conclusion: its actions, its reason (empty where it has none), its name and its source.
    var actions: [AnswerTemplate] = []
    var words: [AnswerTemplate] = []
    var rules: [[UInt8]] = []
    var sources: [[UInt8]?] = []
}

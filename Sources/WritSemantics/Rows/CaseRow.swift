/// The facts of one case in cells of 64 bits, as its layout says: what the engine's fast path reads.
///
/// Made from JSON without anything in between, or from a ``FactSet``; used again for one case after another. A row is used
/// by one thread at a time while it is written; once written it may be read by many.
public final class CaseRow: @unchecked Sendable {
    /// What the first cell of an unknown value holds. No value that a row takes is that.
    public static let unknown = Int64.min

    public let layout: CaseLayout
    /// The facts' cells, `layout.width` of them. In the one before them stands where the arena is.
    public let cells: UnsafeMutablePointer<Int64>
    // What follows changes with every case: checking each access at run time took longer than reading a fact. It is kept
    // small, and what most rows do without is made when it is needed: of many rows in memory each should be three lines
    // of the cache and no more.
    /// Its references are counted by hand, which are none but this: to have each look-up counted took as long as the look-up.
    @exclusivity(unchecked)
    private var texts: Unmanaged<TextTable>?
    @exclusivity(unchecked)
    private var usedCells: Int32 = 0
    @exclusivity(unchecked)
    private var arenaCapacity: Int32 = 0
    @exclusivity(unchecked)
    private var nameNumber: Int32 = -1

    /// A row in which everything is unknown.
    public init(_ layout: CaseLayout) {
        self.layout = layout
        let memory = UnsafeMutablePointer<Int64>.allocate(capacity: 1 + layout.width)
        memory.initialize(repeating: Self.unknown, count: 1 + layout.width)
        cells = memory + 1
        arena = cells
    }

    deinit {
        if arenaCapacity > 0 { arena.deallocate() }
        texts?.release()
        (cells - 1).deallocate()
    }

    /// The elements of lists, one after another, each as wide as its type.
    public private(set) var arena: UnsafeMutablePointer<Int64> {
        @inlinable get { UnsafeRawPointer(cells - 1).load(as: UnsafeMutablePointer<Int64>.self) }
        set { UnsafeMutableRawPointer(cells - 1).storeBytes(of: newValue, as: UnsafeMutablePointer<Int64>.self) }
    }

    /// How many cells of the arena are used.
    public var arenaCount: Int { Int(usedCells) }

    /// The number of the text that the case calls itself, -1 when it has no name.
    public var name: Int {
        get { Int(nameNumber) }
        set { nameNumber = Int32(newValue) }
    }

    /// Forgets the case: afterwards everything is unknown. Keeps the memory.
    public func removeAll() {
        cells.update(repeating: Self.unknown, count: layout.width)
        forgetListsAndTexts()
    }

    /// Forgets the case and takes over cells, `layout.width` of them and without lists or texts: those of a case that tells
    /// nothing, in which records may be known whose fields are not.
    public func reset(to empty: UnsafePointer<Int64>) {
        cells.update(from: empty, count: layout.width)
        forgetListsAndTexts()
    }

    private func forgetListsAndTexts() {
        usedCells = 0
        texts?._withUnsafeGuaranteedRef { $0.removeAll() }
        nameNumber = -1
    }

    // MARK: Lists

    /// Room for the cells of a list's elements; where it starts. Moves the arena when it must grow.
    public func reserve(_ cells: Int) -> Int {
        let start = arenaCount
        if start + cells > Int(arenaCapacity) { grow(to: max(16, start + cells, Int(arenaCapacity) * 2)) }
        usedCells += Int32(cells)
        return start
    }

    private func grow(to size: Int) {
        let larger = UnsafeMutablePointer<Int64>.allocate(capacity: size)
        larger.initialize(repeating: 0, count: size)
        larger.update(from: arena, count: arenaCount)
        if arenaCapacity > 0 { arena.deallocate() }
        arena = larger
        arenaCapacity = Int32(size)
    }

    /// What the cell of a list holds: where its elements start in the arena, and how many there are; below 2²⁹ and 2³¹.
    @inlinable
    public static func run(start: Int, count: Int) -> Int64 { Int64(start) << 32 | Int64(count) }

    @inlinable
    public static func start(of run: Int64) -> Int { Int(run >> 32) }

    @inlinable
    public static func count(of run: Int64) -> Int { Int(run & 0xFFFF_FFFF) }

    // MARK: Texts

    /// The number of a text, which must be UTF-8 in normal form C. Equal texts have equal numbers.
    public func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = TextTable.hash(text)
        if let fixed = layout.texts.number(of: text, hash) { return fixed }
        if texts == nil { texts = .passRetained(TextTable()) }
        return layout.texts.count + texts!._withUnsafeGuaranteedRef { $0.number(of: text, hash) }
    }

    /// The number of a text in normal form C.
    public func number(of text: String) -> Int {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    /// The number of a text that the row has.
    func find(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let hash = TextTable.hash(text)
        if let fixed = layout.texts.number(of: text, hash) { return fixed }
        return texts?._withUnsafeGuaranteedRef { $0.find(text, hash) }.map { layout.texts.count + $0 }
    }

    /// The text of a number.
    public func text(_ number: Int) -> String {
        if number < layout.texts.count { return layout.texts.texts[number] }
        return withOwnText(number) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a text.
    public func withText<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if number >= layout.texts.count { return withOwnText(number, body) }
        var text = layout.texts.texts[number]
        return text.withUTF8(body)
    }

    /// The bytes of a text that the layout has not: the row has texts, once one of them has a number.
    private func withOwnText<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts!._withUnsafeGuaranteedRef { $0.withBytes(number - layout.texts.count, body) }
    }
}

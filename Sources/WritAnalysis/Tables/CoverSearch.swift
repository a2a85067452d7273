/// Looks for what some boxes leave uncovered of a box.
///
/// What is left of a box is cut in two until a piece is covered by one of the others, or met by none. Pieces lie apart from each
/// other, so none is looked at twice. Only the others that meet a piece go with it, and so most branches are short; how long it may take is
/// counted in comparisons of two boxes.
final class CoverSearch {
    enum Result {
        /// A piece that nothing covers is in `piece`; there may be more.
        case open
        /// Nothing (more) is left.
        case covered
        case outOfSteps
    }

    let layout: BoxLayout
    /// The boxes that may cover, by number. Found gaps are put behind them.
    private let words: BoxWords
    private let gaps: UnsafeMutablePointer<UInt64>
    private var gapCount = 0
    private let mostGaps: Int

    /// The piece at hand.
    let piece: UnsafeMutablePointer<UInt64>
    /// Pieces yet to be looked at, with those among `numbers` that may meet them.
    private var pieces: [UInt64] = []
    private var frames: [Range<Int>] = []
    private var numbers: [Int32] = []
    /// Comparisons that may still be made.
    var steps = 0

    /// The others by which pieces were covered, each once.
    private(set) var used: [Int32] = []
    private var isUsed: [Bool]

    /// More others than this are parted by halves; of fewer, one is cut out after the other.
    private static let few = 16

    /// - Parameters:
    ///   - count: how many boxes there are at `words`.
    ///   - mostGaps: how many boxes may be added to them.
    init(_ layout: BoxLayout, _ words: BoxWords, count: Int, mostGaps: Int = 0) {
        self.layout = layout
        self.words = words
        self.mostGaps = mostGaps
        gaps = .allocate(capacity: mostGaps * layout.stride + 1)
        gaps.initialize(repeating: 0, count: mostGaps * layout.stride + 1)
        isUsed = Array(repeating: false, count: count + 1)
        piece = .allocate(capacity: layout.stride + 1)
        piece.initialize(repeating: 0, count: layout.stride + 1)
    }

    deinit {
        piece.deallocate()
        gaps.deallocate()
    }

    func begin(_ box: BoxWords, _ others: some Sequence<Int32>, steps: Int) {
        pieces.removeAll(keepingCapacity: true)
        frames.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        gapCount = 0
        for number in used { isUsed[Int(number)] = false }
        used.removeAll(keepingCapacity: true)
        numbers += others
        self.steps = steps
        push(box, 0..<numbers.count)
    }

    /// From now on this box counts as covered.
    func add(_ gap: BoxWords) {
        precondition(gapCount < mostGaps, "more gaps than there is room for")
        (gaps + gapCount * layout.stride).update(from: gap, count: layout.stride)
        gapCount += 1
    }

    func next() -> Result {
        while let frame = frames.popLast() {
            for index in (0..<layout.stride).reversed() { piece[index] = pieces.removeLast() }
            numbers.removeLast(numbers.count - frame.upperBound)
            if isCovered(frame) { continue }
            let own = frame.upperBound..<numbers.count
            if own.isEmpty, gapsMeeting == 0 { return .open }
            if steps < 0 { return .outOfSteps }
            if own.count > Self.few, partByHalves(own) { continue }
            cutOut(closest, own)
        }
        return .covered
    }

    private func push(_ box: BoxWords, _ own: Range<Int>) {
        for index in 0..<layout.stride { pieces.append(box[index]) }
        frames.append(own)
    }

    // MARK: Comparing

    /// The other that leaves the fewest columns of the piece uncovered.
    private var closest: BoxWords { closestGap >= 0 ? gap(closestGap) : box(closestNumber) }
    private var closestNumber: Int32 = 0
    private var closestGap = -1
    private var gapsMeeting = 0

    private func box(_ number: Int32) -> BoxWords { words + Int(number) * layout.stride }
    private func gap(_ index: Int) -> BoxWords { BoxWords(gaps) + index * layout.stride }

    /// Whether one other covers the piece; else those that meet it are put behind the numbers.
    private func isCovered(_ frame: Range<Int>) -> Bool {
        var least = Int.max
        (closestGap, gapsMeeting) = (-1, 0)
        for index in frame {
            let number = numbers[index]
            let uncovered = layout.uncovered(of: piece, by: box(number))
            if uncovered < 0 { continue }
            if uncovered == 0 {
                steps -= index - frame.lowerBound + 1
                use(number)
                return true
            }
            if uncovered < least { (least, closestNumber) = (uncovered, number) }
            numbers.append(number)
        }
        for index in 0..<gapCount {
            let uncovered = layout.uncovered(of: piece, by: gap(index))
            if uncovered == 0 { return true }
            if uncovered < 0 { continue }
            gapsMeeting += 1
            if uncovered < least { (least, closestGap) = (uncovered, index) }
        }
        steps -= frame.count + gapCount + 1
        return false
    }

    private func use(_ number: Int32) {
        if isUsed[Int(number)] { return }
        isUsed[Int(number)] = true
        used.append(number)
    }
}

extension CoverSearch {
    /// Cuts the piece into what lies outside of another box, in one column that it does not cover, and the rest, which comes last.
    private func cutOut(_ other: BoxWords, _ own: Range<Int>) {
        for index in 0..<layout.bitCount where piece[index] & ~other[index] != 0 {
            return part(at: index, piece[index] & other[index], piece[index] & ~other[index], own)
        }
        for index in layout.bitCount..<layout.runEnd {
            let (run, others) = (AtomRun(word: piece[index]), AtomRun(word: other[index]))
            if others.covers(run) { continue }
            let inside = run.intersection(others)
            let outsideUnknown = run.hasUnknown && !others.hasUnknown
            let left = AtomRun(run.low, min(run.high, others.low - 1), unknown: outsideUnknown)
            let right = AtomRun(max(run.low, others.high + 1), run.high, unknown: false)
            if !others.hasAtoms || !inside.hasAtoms {
                // They have the unknown value in common and nothing else.
                return part(at: index, inside.word, AtomRun(run.atoms, unknown: outsideUnknown).word, own)
            }
            let words = [inside, left, right].filter { !$0.isEmpty }.map(\.word)
            for word in words { push(at: index, word, own) }
            return
        }
        for words in layout.wides where words.contains(where: { piece[$0] & ~other[$0] != 0 }) {
            let saved = words.map { piece[$0] }
            for index in words { piece[index] = saved[index - words.lowerBound] & other[index] }
            push(piece, own)
            for index in words { piece[index] = saved[index - words.lowerBound] & ~other[index] }
            return push(piece, own)
        }
    }

    private func part(at index: Int, _ last: UInt64, _ first: UInt64, _ own: Range<Int>) {
        push(at: index, last, own)
        push(at: index, first, own)
    }

    private func push(at index: Int, _ word: UInt64, _ own: Range<Int>) {
        let saved = piece[index]
        piece[index] = word
        push(piece, own)
        piece[index] = saved
    }

    // MARK: Halves

    /// Cuts the piece where the others are parted best; false where each cut leaves nearly all of them on both sides.
    private func partByHalves(_ own: Range<Int>) -> Bool {
        let step = max(1, own.count / 24)
        let sample = stride(from: own.lowerBound, to: own.upperBound, by: step).map { box(numbers[$0]) }
        var best = (cost: sample.count * sample.count * 3 / 2, index: -1, first: UInt64(0), last: UInt64(0))
        for index in 0..<layout.runEnd {
            guard let (left, right) = index < layout.bitCount ? halves(index) : halves(index, sample) else { continue }
            var (lefts, rights) = (0, 0)
            for other in sample {
                if meets(other[index], left, index) { lefts += 1 }
                if meets(other[index], right, index) { rights += 1 }
            }
            let cost = lefts * lefts + rights * rights
            // The side that fewer may cover comes first: what is open is found sooner there.
            if cost < best.cost { best = lefts < rights ? (cost, index, left, right) : (cost, index, right, left) }
        }
        if best.index < 0 { return false }
        part(at: best.index, best.last, best.first, own)
        return true
    }

    private func meets(_ cell: UInt64, _ other: UInt64, _ index: Int) -> Bool {
        index < layout.bitCount ? cell & other != 0 : AtomRun(word: cell).meets(AtomRun(word: other))
    }

    /// Half of the bits, and the others.
    private func halves(_ index: Int) -> (UInt64, UInt64)? {
        let bits = piece[index]
        guard bits.nonzeroBitCount > 1 else { return nil }
        var left = bits
        for _ in 0..<bits.nonzeroBitCount / 2 { left &= left - 1 }
        return (bits & ~left, left)
    }

    /// Two runs that meet at the median of the others' ends.
    private func halves(_ index: Int, _ sample: [BoxWords]) -> (UInt64, UInt64)? {
        let run = AtomRun(word: piece[index])
        var cuts: [Int] = []
        for other in sample {
            let others = AtomRun(word: other[index])
            guard others.hasAtoms else { continue }
            if others.low > run.low, others.low <= run.high { cuts.append(others.low) }
            if others.high >= run.low, others.high < run.high { cuts.append(others.high + 1) }
        }
        if cuts.isEmpty { return nil }
        cuts.sort()
        let cut = cuts[cuts.count / 2]
        return (
            AtomRun(run.low, cut - 1, unknown: run.hasUnknown).word, AtomRun(cut, run.high, unknown: false).word
        )
    }
}

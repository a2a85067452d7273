/// The offsets of one zone over time. Times here are seconds since 1970 of UTC.
final class ZoneRules: Sendable {
    /// A run of time with one offset.
    struct Span: Equatable {
        /// The first second.
        var start: Int64
        /// The second after the last.
        var end: Int64
        /// Seconds ahead of UTC.
        var offset: Int
    }

    /// When the offset changes, ascending, up to ``tabulatedYears``; ``offsets`` has one more entry, the one before the first.
    private let changes: [Int64]
    private let offsets: [Int32]
    /// What holds after the last of ``changes``, when that is not one offset for ever.
    private let footer: ZoneFooter?

    /// From here on the footer's rule holds alone; the beginning of time when nothing ever changed.
    let lastPublishedChange: Int64

    /// Up to here the footer's changes are written into the table, where they are found faster than calculated.
    private static let tabulatedYears = 2100

    init(fixed offset: Int) {
        changes = []
        offsets = [Int32(offset)]
        footer = nil
        lastPublishedChange = Int64(CivilDate.first.dayNumber) * 86_400
    }

    /// `changes` as published, and the footer that holds after them.
    init(changes: [Int64], offsets: [Int32], footer: ZoneFooter?) {
        lastPublishedChange = changes.last ?? Int64(CivilDate.first.dayNumber) * 86_400
        guard let footer, !footer.isFixed else {
            self.changes = changes
            self.offsets = offsets
            self.footer = nil
            return
        }
        var changes = changes
        var offsets = offsets
        let firstYear = changes.last.map(ZoneFooter.year(of:)) ?? 1
        for year in firstYear...max(firstYear, Self.tabulatedYears) {
            for change in footer.changes(in: year).map({ [$0.first, $0.second] }) ?? [] {
                if let last = changes.last, change.at < last { continue }
                // Daylight saving time that lasts all year ends where it begins again.
                if change.at == changes.last {
                    offsets[offsets.count - 1] = Int32(change.offset)
                } else {
                    changes.append(change.at)
                    offsets.append(Int32(change.offset))
                }
            }
        }
        self.changes = changes
        self.offsets = offsets
        self.footer = footer
    }

    /// The run of one offset around an instant. O(log n) in the number of changes; O(1) after the table.
    func span(at second: Int64) -> Span {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        let start = low == 0 ? Int64.min : changes[low - 1]
        if low == changes.count, let footer { return footer.span(at: second, from: start) }
        return Span(start: start, end: low == changes.count ? .max : changes[low], offset: Int(offsets[low]))
    }

    /// The offset with which a wall clock's reading becomes an instant: see ``Zone/instant(of:_:)``.
    ///
    /// Walks the runs around the reading in order. The first in which the reading lies is the answer; a reading which is past
    /// one run and before the next was skipped, and the offset before the gap moves it forward by the gap.
    func offset(atLocal reading: Int64) -> Int {
        var span = span(at: reading - Self.reach)
        while reading - Int64(span.offset) >= span.end {
            let next = self.span(at: span.end)
            if reading - Int64(next.offset) < next.start { break }
            span = next
        }
        return span.offset
    }

    /// More than any clock is away from UTC, and so that one run is enough for nearly all readings.
    private static let reach: Int64 = 26 * 3600
}

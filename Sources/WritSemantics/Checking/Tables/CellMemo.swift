import WritSource

/// What cells of a column came to, by their text: most columns say a few things over and over, and ten thousand rows with
/// `lost, damaged` need not be parsed and checked ten thousand times.
///
/// Only terms without a complaint are kept, and only those that can be moved to where the text stands again.
final class CellMemo {
    private struct Key: Hashable {
        var column: Int
        var text: String
    }

    /// A term, and the text it was made from.
    private struct Known {
        var term: Term
        var place: SourceLocation
    }

    /// Columns that say more than so many different things rarely say one twice.
    private static let limit = 500

    private var known: [Key: Known] = [:]
    /// How many texts are known of each column.
    private var counts: [Int: Int] = [:]

    /// What a cell comes to: what its text came to where it stood before, moved here, or else what `check` finds.
    func term(of cell: GridCell, in column: Int, _ elaboration: Elaboration, check: () -> Term?) -> Term? {
        let key = Key(column: column, text: cell.text)
        // Equal texts may be written in different bytes.
        if cell.isWhole, let known = known[key], known.place.range.count == cell.location.range.count {
            // A cell in quotes is checked in a copy; there is nothing more to say of it, so no copy is needed here.
            return known.term.moved(from: known.place, to: cell.location)
        }
        let complaints = elaboration.complaintCount
        let term = check()
        if let term, complaints == elaboration.complaintCount { learn(key, term, cell, elaboration) }
        return term
    }

    private func learn(_ key: Key, _ term: Term, _ cell: GridCell, _ elaboration: Elaboration) {
        guard counts[key.column, default: 0] < Self.limit, cell.isWhole else { return }
        let file = term.location.file
        let range = elaboration.cellCopies.range(of: file) ?? cell.location.range
        let place = SourceLocation(file, range)
        guard term.moved(from: place, to: place) != nil else { return }
        known[key] = Known(term: term, place: place)
        counts[key.column, default: 0] += 1
    }
}

import Testing
import WritSemantics

@testable import WritAnalysis

/// What a change of a few rows does to a table that is too large to be followed row by row.
@Suite("Differences of large tables")
struct LargeTableDifferenceTests {
    private struct Row {
        var name: String
        var region: String
        var weight: String
        var fee: String
    }

    /// 600 rows that cover all cases, none twice.
    private var rows: [Row] {
        (0..<2).flatMap { half in
            (0..<300).map { band in
                Row(
                    name: "r\(half * 300 + band)", region: ["north", "south"][half],
                    weight: "[\(band * 10)..\(band * 10 + 9)]", fee: "\(band)")
            }
        }
    }

    private func text(_ rows: [Row], mode: String = "unique", otherwise: Int? = nil, surcharge: Int = 1) -> String {
        """
        type Region = north | south
        fact region : Region
        fact weight : integer between 0 and 2_999
        decision q : integer
          table \(mode)
          | rule | region | weight || q |
        \(rows.map { "  | \($0.name) | \($0.region) | \($0.weight) || \($0.fee) |" }.joined(separator: "\n"))
        \(otherwise.map { "  | otherwise | | || \($0) |" } ?? "")
        decision total : integer
          first
          otherwise q + \(surcharge)
        decision is_heavy : boolean
          first
          otherwise weight > 1_000
        """
    }

    @Test("One outcome changed: just that row's cases, also for a decision that reads the table")
    func oneOutcome() throws {
        var edited = rows
        edited[437].fee = "9_999"
        let kind = try difference(text(rows), text(edited))
        #expect(kind.ways == ["r437 > r437"])
        #expect(kind.isComplete && kind.classes[0].isWhole)
        #expect(kind.classes[0].regions == [["region is south", "weight from 1370 to 1379"]])
        let read = try difference(of: "total", text(rows), text(edited))
        #expect(read.ways == ["otherwise > otherwise"])
        #expect(read.classes[0].regions == [["region is south", "weight from 1370 to 1379"]])
        guard case .same = try difference(of: "is_heavy", text(rows), text(edited)) else {
            Issue.record("it does not read the table")
            return
        }
    }

    @Test("A bound moved between two rows")
    func movedBound() throws {
        var edited = rows
        edited[10].weight = "[100..110]"
        edited[11].weight = "[111..119]"
        let kind = try difference(text(rows), text(edited))
        #expect(kind.ways == ["r11 > r10"])
        #expect(kind.classes[0].regions == [["region is north", "weight is 110"]])
        #expect(kind.isComplete)
    }

    @Test("A row less leaves a gap, or its cases to what stands behind the rows", arguments: [nil, 7])
    func removedRow(_ otherwise: Int?) throws {
        var edited = rows
        edited.remove(at: 305)
        let kind = try difference(text(rows, otherwise: otherwise), text(edited, otherwise: otherwise))
        #expect(kind.ways == [otherwise == nil ? "r305 > uncovered" : "r305 > otherwise"])
        #expect(kind.classes[0].regions == [["region is south", "weight from 50 to 59"]])
    }

    @Test(
        "Rows in another order, or of another name, change nothing where they exclude each other",
        arguments: ["unique", "first"])
    func reordered(_ mode: String) throws {
        var edited = Array(rows[200...] + rows[..<200])
        edited[5].name = "renamed"
        guard case .same = try difference(text(rows, mode: mode), text(edited, mode: mode)) else {
            Issue.record("nothing changes")
            return
        }
    }

    @Test("What is left to the other rows counts, too, where it says something else now")
    func changedOtherwise() throws {
        var edited = rows
        edited.remove(at: 305)
        let shorter = Array(rows.dropLast())
        var both = shorter
        both.remove(at: 305)
        let kind = try difference(text(shorter, otherwise: 7), text(both, otherwise: 8))
        #expect(Set(kind.ways) == ["r305 > otherwise", "otherwise > otherwise"])
        #expect(kind.isComplete)
        #expect(
            kind.classes.flatMap(\.regions).contains(["region is south", "weight from 2990"])
                && kind.classes.flatMap(\.regions).contains(["region is south", "weight from 50 to 59"]))
    }

    @Test("A table and the decision that reads it change at once")
    func tableAndReader() throws {
        var edited = rows
        edited[0].fee = "5"
        let kind = try difference(of: "total", text(rows), text(edited, surcharge: 2))
        #expect(kind.ways == ["otherwise > otherwise"])
        #expect(kind.isComplete)
    }
}

import Foundation
import WritKit
import WritSemantics

/// A rate card of five columns in which each case has exactly one row: as a policy with a CSV file, and as an array of
/// structs that is gone through from the top.
struct RateTable {
    struct Row {
        var zone, kind: UInt8
        var isExpress: Bool
        /// In grams; the upper bound is not of the row.
        var weight: Range<Int64>
        /// In cents.
        var amount: Range<Int64>

        func holds(_ question: Question) -> Bool {
            zone == question.zone && kind == question.kind && isExpress == question.isExpress
                && weight.contains(question.weight) && amount.contains(question.amount)
        }
    }

    struct Question {
        var zone, kind: UInt8
        var isExpress: Bool
        var weight, amount: Int64

        var data: [Datum] {
            [.enumeration(zone), .enumeration(kind), .number(weight), .number(amount), .boolean(isExpress)]
        }
    }

    let rows: [Row]
    private let zones, kinds, weights, amounts: Int

    private static let (mostWeight, mostAmount) = (100_000, 1_000_000)

    /// - Parameter rows: 10, 100, 1000 or 10,000.
    init(_ count: Int) {
        (zones, kinds, weights, amounts) =
            switch count {
            case 10: (1, 5, 1, 1)
            case 100: (2, 5, 5, 1)
            case 1000: (5, 5, 10, 2)
            default: (10, 5, 20, 5)
            }
        var rows: [Row] = []
        for zone in 0..<zones {
            for kind in 0..<kinds {
                for isExpress in [false, true] {
                    for weight in Self.bands(Self.mostWeight, weights) {
                        for amount in Self.bands(Self.mostAmount, amounts) {
                            rows.append(
                                Row(
                                    zone: UInt8(zone), kind: UInt8(kind), isExpress: isExpress, weight: weight,
                                    amount: amount))
                        }
                    }
                }
            }
        }
        var generator = SeededGenerator()
        self.rows = rows.shuffled(using: &generator)
        precondition(rows.count == count)
    }

    private static func bands(_ most: Int, _ count: Int) -> [Range<Int64>] {
        (0..<count).map { Int64(most * $0 / count)..<Int64(most * ($0 + 1) / count) }
    }

    func questions(_ count: Int) -> [Question] {
        var generator = SeededGenerator(seed: 11)
        return (0..<count).map { _ in
            Question(
                zone: UInt8(generator.below(zones)), kind: UInt8(generator.below(kinds)),
                isExpress: generator.chance(50), weight: Int64(generator.below(Self.mostWeight)),
                amount: Int64(generator.below(Self.mostAmount)))
        }
    }

    /// The first row that holds, by going through all.
    func find(_ question: Question) -> Int { rows.firstIndex { $0.holds(question) } ?? rows.count }

    // MARK: As a policy

    var policyText: String {
        """
        policy rate_card
        type Zone = \((0..<max(2, zones)).map { "zone_\($0)" }.joined(separator: " | "))
        type Kind = \((0..<kinds).map { "kind_\($0)" }.joined(separator: " | "))
        fact zone : Zone
        fact kind : Kind
        fact weight : integer between 0 and \(Self.mostWeight)
        fact amount : money(USD) between 0 USD and \(Self.mostAmount / 100) USD
        fact is_express : boolean
        decision rate : integer
          table first from "rates.csv"

        """
    }

    var csv: String {
        var lines = ["rule,zone,kind,weight,amount,is_express,||,rate"]
        for (number, row) in rows.enumerated() {
            let cells = [
                "row_\(number)", "zone_\(row.zone)", "kind_\(row.kind)",
                "[\(row.weight.lowerBound)..\(row.weight.upperBound))",
                "[\(Self.money(row.amount.lowerBound))..\(Self.money(row.amount.upperBound)))", "\(row.isExpress)", "",
                "\(number)",
            ]
            lines.append(cells.joined(separator: ","))
        }
        lines.append("otherwise,,,,,,,-1")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func money(_ cents: Int64) -> String {
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100) USD"
    }

    /// Writes both files into a folder of their own.
    func write(_ scratch: ScratchFolder) throws -> String {
        try scratch.write(policyText, to: "rates-\(rows.count)/rates.writ")
        try scratch.write(csv, to: "rates-\(rows.count)/rates.csv")
        return scratch.path("rates-\(rows.count)")
    }
}

extension Datum {
    fileprivate static func enumeration(_ value: UInt8) -> Datum { .variant(Int(value), []) }
}

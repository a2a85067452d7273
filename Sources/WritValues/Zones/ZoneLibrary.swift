import CZoneData
import Synchronization

/// The zones compiled into the program: found by name, read when first asked for, kept.
enum ZoneLibrary {
    private static let cache = Mutex<[String: ZoneRules]>([:])

    static let version = String(cString: writ_zone_version())

    static var names: [String] { (0..<writ_zone_count()).map { String(cString: writ_zone_name($0)) } }

    static func rules(named name: String) -> ZoneRules? {
        if let known = cache.withLock({ $0[name] }) { return known }
        guard let line = line(named: name) else { return nil }
        // Reading is pure: when two threads read the same zone, either result will do.
        let rules: ZoneRules?
        if line.first == "@" { rules = Self.rules(named: String(line.dropFirst())) } else { rules = read(line) }
        guard let rules else { preconditionFailure("the zone data of \(name) is broken") }
        cache.withLock { $0[name] = rules }
        return rules
    }

    /// The entry of a zone, by binary search among the sorted names.
    private static func line(named name: String) -> String? {
        let wanted = name.utf8
        var low: Int32 = 0
        var high = writ_zone_count()
        while low < high {
            let middle = low + (high - low) / 2
            let found = String(cString: writ_zone_name(middle))
            if found.utf8.elementsEqual(wanted) { return String(cString: writ_zone_rules(middle)) }
            if found.utf8.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Reads `OFFSETS|CHANGES|FOOTER`, the form that scripts/generate-zones.py describes; `nil` when it is broken.
    static func read(_ line: String) -> ZoneRules? {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 3 else { return nil }
        let kinds = fields[0].split(separator: " ").compactMap { Int32($0) }
        guard let first = kinds.first else { return nil }
        var changes: [Int64] = []
        var offsets = [first]
        var step: Int64 = 0
        var isNegative = false
        var last: Int64 = 0
        for byte in fields[1].utf8 {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): step = step * 36 + Int64(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): step = step * 36 + Int64(byte - 97) + 10
            default:
                let kind = Int(byte) - 65
                guard kinds.indices.contains(kind) else { return nil }
                last += isNegative ? -step : step
                changes.append(last)
                offsets.append(kinds[kind])
                (step, isNegative) = (0, false)
            }
        }
        let footer = fields[2].isEmpty ? nil : ZoneFooter(fields[2])
        if footer == nil, !fields[2].isEmpty { return nil }
        return ZoneRules(changes: changes, offsets: offsets, footer: footer)
    }
}

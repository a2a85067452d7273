import WritValues

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The day on the machine's clock and in its time zone. Only tools ask: an answer never depends on it.
enum Today {
    /// Counted from 1970-01-01.
    static var dayNumber: Int {
        var now = time(nil)
        var parts = tm()
        guard localtime_r(&now, &parts) != nil,
            let date = CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { return Int(now) / 86_400 }
        return Int(date.dayNumber)
    }
}

import WritSemantics
import WritValues

/// Dates, times of day and instants: texts of a fixed form.
extension RowWalk {
    @inline(__always)
    mutating func date(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\""), bytes[start + 11] == UInt8(ascii: "\""), let day = day(start + 1)
        else {
            return CaseRow.unknown
        }
        end = start + 12
        return bounded(day, shape)
    }

    mutating func time(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\""), let time = clock(start + 1, needsSeconds: false),
            bytes[end] == UInt8(ascii: "\"")
        else { return CaseRow.unknown }
        end += 1
        return bounded(time, shape)
    }

    mutating func instant(_ shape: UnsafePointer<RowShape>, _ start: Int) -> Int64 {
        guard bytes[start] == UInt8(ascii: "\""), let day = day(start + 1),
            bytes[start + 11] | 0x20 == UInt8(ascii: "t"),
            let time = clock(start + 12, needsSeconds: true), let offset = offset(), bytes[end] == UInt8(ascii: "\"")
        else { return CaseRow.unknown }
        end += 1
        return bounded(day * CivilTime.microsecondsPerDay + time - Int64(offset) * 60_000_000, shape)
    }

    // MARK: Parts

    /// `YYYY-MM-DD` as a number of days. The last eight of its bytes are read at once, as pairs of digits.
    @inline(__always)
    private func day(_ start: Int) -> Int64? {
        let century = two(start)
        // Marks become zero, digits their values.
        let word = RowName.load(bytes + (start &+ 2)) ^ 0x3030_2D30_302D_3030
        let others = (word | ((word & 0x0F0F_0F0F_0F0F_0F0F) &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
        guard century >= 0, others | (word & 0x0000_FF00_00FF_0000) == 0 else { return nil }
        let pairs = word &* 10 &+ word &>> 8
        let (year, month, day) = (Int(pairs & 0xFF), Int(pairs &>> 24 & 0xFF), Int(pairs &>> 48 & 0xFF))
        guard let date = CivilDate(year: century &* 100 &+ year, month: month, day: day) else { return nil }
        return Int64(date.dayNumber)
    }

    /// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.f` in microseconds. A finer fraction is left to the careful reader, as is second 60.
    @inline(__always)
    private mutating func clock(_ start: Int, needsSeconds: Bool) -> Int64? {
        let (hour, minute) = (two(start), two(start + 3))
        guard hour >= 0, hour < 24, minute >= 0, minute < 60, bytes[start + 2] == UInt8(ascii: ":") else { return nil }
        end = start + 5
        var time = Int64(hour * 60 + minute) * 60_000_000
        guard bytes[end] == UInt8(ascii: ":") else { return needsSeconds ? nil : time }
        let second = two(end + 1)
        guard second >= 0, second < 60 else { return nil }
        end += 3
        time += Int64(second) * 1_000_000
        guard bytes[end] == UInt8(ascii: ".") else { return time }
        var unit: Int64 = 100_000
        end += 1
        guard bytes[end].isDigit else { return nil }
        while bytes[end].isDigit {
            if unit == 0 { return nil }
            time += Int64(bytes[end] &- 48) * unit
            unit /= 10
            end += 1
        }
        return time
    }

    /// `Z` or `±HH:MM`, in minutes.
    @inline(__always)
    private mutating func offset() -> Int? {
        if bytes[end] | 0x20 == UInt8(ascii: "z") {
            end += 1
            return 0
        }
        let (sign, hour, minute) = (bytes[end], two(end + 1), two(end + 4))
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), bytes[end + 3] == UInt8(ascii: ":"), hour >= 0,
            hour < 24, minute >= 0, minute < 60
        else { return nil }
        end += 6
        return sign == UInt8(ascii: "-") ? -(hour * 60 + minute) : hour * 60 + minute
    }

    /// The number of two digits; negative when they are none.
    @inline(__always)
    private func two(_ start: Int) -> Int {
        let (tens, ones) = (bytes[start] &- 48, bytes[start &+ 1] &- 48)
        return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : -1
    }
}

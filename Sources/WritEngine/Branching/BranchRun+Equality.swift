import WritSemantics
import WritValues

extension BranchRun {
    /// Whether two values are equal part by part: no if one part differs for certain, else nil if one is unknown.
    func isEqual(
        _ left: UnsafePointer<Int64>, _ leftType: WritType, _ right: UnsafePointer<Int64>, _ rightType: WritType,
        _ row: CaseRow
    ) -> Bool? {
        let (a, b) = (left.pointee, right.pointee)
        if a == CaseRow.unknown || b == CaseRow.unknown { return nil }
        let (model, layout) = (program.model, program.layout)
        switch (leftType, rightType) {
        case (.record(let mine), .record(let theirs)):
            return allEqual(model[mine].fields.indices) { index in
                isEqual(
                    left + layout.offset(of: index, in: mine), model[mine].fields[index].type,
                    right + layout.offset(of: index, in: theirs), model[theirs].fields[index].type, row)
            }
        case (.variant(let mine), .variant(let theirs)):
            if a != b { return false }
            let number = Int(a)
            return allEqual(model[mine].cases[number].fields.indices) { index in
                isEqual(
                    left + layout.offset(of: index, inCase: number, of: mine),
                    model[mine].cases[number].fields[index].type,
                    right + layout.offset(of: index, inCase: number, of: theirs),
                    model[theirs].cases[number].fields[index].type, row)
            }
        case (.list(let mine), .list(let theirs)):
            let count = CaseRow.count(of: a)
            if count != CaseRow.count(of: b) { return false }
            let (first, second) = (elements(a, row), elements(b, row))
            let (width, otherWidth) = (layout.width(of: mine), layout.width(of: theirs))
            return allEqual(0..<count) { index in
                isEqual(first + index * width, mine, second + index * otherWidth, theirs, row)
            }
        default:
            if leftType.scale == rightType.scale { return a == b }
            return Exact.compare(Int128(a), scale: leftType.scale, with: Int128(b), scale: rightType.scale) == 0
        }
    }

    private func allEqual(_ indices: Range<Int>, _ isEqual: (Int) -> Bool?) -> Bool? {
        var isOpen = false
        for index in indices {
            switch isEqual(index) {
            case false?: return false
            case nil: isOpen = true
            default: break
            }
        }
        return isOpen ? nil : true
    }
}

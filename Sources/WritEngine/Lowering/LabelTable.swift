/// A place in the code that is not known yet.
struct Label: Hashable {
    fileprivate let index: Int
}

/// Jumps that wait for the place of their label.
struct LabelTable {
    enum Operand { case d, e }
    private var waiting: [[(instruction: Int, operand: Operand)]] = []

    mutating func make() -> Label {
        waiting.append([])
        return Label(index: waiting.count - 1)
    }

    mutating func wait(_ label: Label, for instruction: Int, _ operand: Operand) {
        waiting[label.index].append((instruction, operand))
    }

    /// The jumps that wait for a label; none waits any longer.
    mutating func resolve(_ label: Label) -> [(instruction: Int, operand: Operand)] {
        defer { waiting[label.index] = [] }
        return waiting[label.index]
    }
}

extension Lowering {
    mutating func label() -> Label { labels.make() }

    /// The next instruction is where jumps to the label go.
    mutating func mark(_ label: Label) {
        let here = Int32(plan.code.count)
        for (instruction, operand) in labels.resolve(label) {
            switch operand {
            case .d: plan.code[instruction].d = here
            case .e: plan.code[instruction].e = here
            }
        }
    }

    /// An instruction whose operand d is a place still to come.
    mutating func emit(_ opcode: Opcode, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0, to label: Label, e: Int32 = 0) {
        labels.wait(label, for: emit(opcode, a: a, b: b, c: c, e: e), .d)
    }
}

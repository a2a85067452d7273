import WritSemantics
import WritValues

/// Runs a verified plan over a frame.
///
/// What the verifier has proved is not looked at again: slots, jumps, blocks and tables are in bounds, and every run
/// ends. What only a case decides (texts, runs of lists, messages) is looked at where it is used.
public struct Machine<Observer: MachineObserver> {
    public var observer: Observer

    public init(observing observer: Observer) { self.observer = observer }

    /// Runs a block to its end.
    ///
    /// When nobody looks, the loop is the one that was compiled in this module for exactly that, also for callers in
    /// others.
    mutating func run(_ block: Int32, _ frame: inout Frame) {
        if Observer.self == NoObserver.self {
            var unobserved = Machine<NoObserver>(observing: NoObserver())
            unobserved.loop(block, &frame)
        } else {
            loop(block, &frame)
        }
    }

    private mutating func loop(_ block: Int32, _ frame: inout Frame) {
        let plan = frame.tables
        let code = plan.code
        let (values, states) = (frame.slots.values, frame.slots.states)
        var pc = Int(plan.starts[Int(block)])
        let depth = frame.depth
        while true {
            observer.willRun(pc)
            let i = code + pc
            pc += 1
            switch i.pointee.opcode {
            case .jump: pc = i.d
            case .call:
                frame.push(pc)
                pc = Int(plan.starts[i.a])
            case .once:
                if !frame.flags[i.a] {
                    frame.flags[i.a] = true
                    if i.pointee.c == 0 { frame.kept &+= 1 }
                    frame.push(pc)
                    pc = Int(plan.starts[i.b])
                }
            case .end:
                if frame.depth == depth { return }
                pc = frame.pop()
            case .forget: frame.flags[i.a] = false
            case .loopBegin: if !frame.beginLoop(i.pointee) { pc = i.d }
            case .loopNext: if frame.nextElement(i.pointee) { pc = i.d }
            case .markArena: frame.markArena(i.a)
            case .releaseArena: frame.releaseArena(i.a)
            case .jumpIfUnknown: if states[i.a] != 0 { pc = i.d }
            case .jumpIfKnown: if states[i.a] == 0 { pc = i.d }

            case .decideTrue:
                if states[i.a] != 0 {
                    frame.join(i.c, states[i.a])
                } else if values[i.a].low != 0 {
                    states[i.c] = 0
                    pc = i.d
                }
            case .decideFalse:
                if states[i.a] != 0 {
                    frame.join(i.c, states[i.a])
                } else if values[i.a].low == 0 {
                    states[i.c] = 0
                    pc = i.d
                }
            case .decideLess: if frame.decide(i, values[i.a].low < values[i.b].low) { pc = i.d }
            case .decideLessOrEqual: if frame.decide(i, values[i.a].low <= values[i.b].low) { pc = i.d }
            case .decideGreater: if frame.decide(i, values[i.a].low > values[i.b].low) { pc = i.d }
            case .decideGreaterOrEqual: if frame.decide(i, values[i.a].low >= values[i.b].low) { pc = i.d }
            case .decideEqual: if frame.decide(i, values[i.a].low == values[i.b].low) { pc = i.d }
            case .decideUnequal: if frame.decide(i, values[i.a].low != values[i.b].low) { pc = i.d }
            case .decideWideLess: if frame.decide(i, values[i.a].count < values[i.b].count) { pc = i.d }
            case .decideWideLessOrEqual: if frame.decide(i, values[i.a].count <= values[i.b].count) { pc = i.d }
            case .decideWideGreater: if frame.decide(i, values[i.a].count > values[i.b].count) { pc = i.d }
            case .decideWideGreaterOrEqual: if frame.decide(i, values[i.a].count >= values[i.b].count) { pc = i.d }
            case .decideWideEqual: if frame.decide(i, values[i.a].count == values[i.b].count) { pc = i.d }
            case .decideWideUnequal: if frame.decide(i, values[i.a].count != values[i.b].count) { pc = i.d }
            case .decideKnown:
                if states[i.a] == 0 {
                    states[i.c] = 0
                    pc = i.d
                }
            case .decideUnknown:
                if states[i.a] != 0 {
                    states[i.c] = 0
                    pc = i.d
                }
            case .decideCase: if frame.decideOne(i, values[i.a].low == Int64(i.pointee.b)) { pc = i.d }
            case .decideOtherCase: if frame.decideOne(i, values[i.a].low != Int64(i.pointee.b)) { pc = i.d }
            case .decideCaseIn:
                let mask = plan.masks[i.b]
                if frame.decideOne(i, mask >> UInt64(truncatingIfNeeded: values[i.a].low) & 1 != 0) { pc = i.d }
            case .decideCaseNotIn:
                let mask = plan.masks[i.b]
                if frame.decideOne(i, mask >> UInt64(truncatingIfNeeded: values[i.a].low) & 1 == 0) { pc = i.d }
            case .decide:
                states[i.c] = 0
                pc = i.d
            case .joinAccumulator: frame.join(i.c, states[i.a])
            case .endGroup:
                let state = states[i.a]
                states[i.a] = 0
                if state != 0 {
                    frame.join(i.c, state)
                } else {
                    states[i.c] = 0
                    pc = i.d
                }
            case .endBoolean:
                states[i.a] = states[i.b]
                states[i.b] = 0
                values[i.a] = Value(boolean: i.pointee.e != 0)
            case .setBoolean:
                states[i.a] = 0
                values[i.a] = Value(boolean: i.pointee.e != 0)
            case .endFilter:
                if states[i.a] != 0 {
                    frame.join(i.b, states[i.a])
                    states[i.a] = 0
                    pc = i.d
                }
            case .takeUnknown:
                if states[i.a] != 0 {
                    states[i.b] = states[i.a]
                    states[i.a] = 0
                    pc = i.d
                }

            case .copy:
                if i.pointee.e == 1 {
                    values[i.a] = values[i.b]
                    states[i.a] = states[i.b]
                } else {
                    frame.cells(i.pointee.a).copy(from: frame.cells(i.pointee.b), count: i.e)
                }
            case .setHeader, .setKnown: states[i.a] = 0
            case .setTag:
                states[i.a] = 0
                values[i.a] = Value(tag: i.b)
            case .join: if states[i.b] != 0 { frame.join(i.a, states[i.b]) }
            case .inherit: if states[i.a] == 0 { states[i.a] = states[i.b] }

            case .add: frame.add(i.pointee)
            case .subtract: frame.subtract(i.pointee)
            case .multiply: frame.multiply(i.pointee)
            case .multiplyNarrow:
                if states[i.b] | states[i.c] == 0 {
                    let product = values[i.b].low.multipliedFullWidth(by: values[i.c].low)
                    states[i.a] = 0
                    values[i.a] = Value(bits: Int128(product.high) << 64 | Int128(product.low))
                } else {
                    states[i.a] = frame.causes.merge(states[i.b], states[i.c])
                }
            case .bounded: frame.bounded(i.pointee)
            case .keepBest: if !frame.keepBest(i.pointee) { pc = i.e }
            case .increment: values[i.a] = Value(count: values[i.a].count &+ 1)

            case .enter: frame.enter(i.a)
            case .endRule:
                let state = states[i.a]
                if state == 0 {
                    frame.runs[i.b].reached = i.pointee.c
                    observer.noted(decision: i.b, rule: Int(i.pointee.c), isHeld: false)
                    // The conclusion comes back to `settle`, which is at e.
                    frame.push(i.e)
                    frame.runs[i.b].phase = .reached
                    pc = Int(plan.conclusion(i.b, i.pointee.c).pointee.start)
                } else {
                    states[i.a] = 0
                    frame.note(i.b, i.pointee.c, state)
                    observer.noted(decision: i.b, rule: Int(i.pointee.c), isHeld: true)
                    pc = i.d
                }
            case .noteRule:
                let state = states[i.a]
                states[i.a] = 0
                frame.note(i.b, i.pointee.c, state)
                observer.noted(decision: i.b, rule: Int(i.pointee.c), isHeld: state != 0)
            case .settle: pc = frame.settle(i.a, isAsked: frame.depth == depth, after: pc)
            case .beginConclusion: states[Int(plan.decisions[i.a].conclusionState)] = 0
            case .require:
                if states[i.b] != 0 || !plan.shapes[Int(i.pointee.c)].isWithoutParts { frame.require(i.pointee) }
            default: frame.perform(i.pointee)
            }
        }
    }
}

extension UnsafePointer<Instruction> {
    // The operands as indices.
    @inline(__always) var a: Int { Int(pointee.a) }
    @inline(__always) var b: Int { Int(pointee.b) }
    @inline(__always) var c: Int { Int(pointee.c) }
    @inline(__always) var d: Int { Int(pointee.d) }
    @inline(__always) var e: Int { Int(pointee.e) }
}

extension Value {
    /// The lower half: all of a count that fits 64 bits.
    @inline(__always) var low: Int64 { Int64(truncatingIfNeeded: bits) }
}

extension Frame {
    @inline(__always) mutating func push(_ place: Int) {
        returns[depth] = Int32(truncatingIfNeeded: place)
        depth &+= 1
    }

    @inline(__always) mutating func pop() -> Int {
        depth &-= 1
        return Int(returns[depth])
    }

    /// Whether an operand with a and b decides its group; unknown operands go to the accumulator.
    @inline(__always) mutating func decide(_ i: UnsafePointer<Instruction>, _ truth: @autoclosure () -> Bool) -> Bool {
        let states = slots.states
        if states[i.a] | states[i.b] != 0 {
            joinBoth(i.pointee)
            return false
        }
        guard truth() else { return false }
        states[i.c] = 0
        return true
    }

    @inline(__always) mutating func decideOne(_ i: UnsafePointer<Instruction>, _ truth: @autoclosure () -> Bool) -> Bool
    {
        let states = slots.states
        if states[i.a] != 0 {
            join(i.c, states[i.a])
            return false
        }
        guard truth() else { return false }
        states[i.c] = 0
        return true
    }

    @inline(never) mutating func joinBoth(_ i: Instruction) {
        join(Int(i.c), causes.merge(slots.states[Int(i.a)], slots.states[Int(i.b)]))
    }

    /// The state of a slot takes over another cause, after its own.
    @inline(never) mutating func join(_ slot: Int, _ state: UInt32) {
        slots.states[slot] = causes.merge(slots.states[slot], state)
    }
}

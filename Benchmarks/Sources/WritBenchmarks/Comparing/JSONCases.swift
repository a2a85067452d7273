import CppBaseline
import WritEngine
import WritFacts
import WritKit
import WritSemantics

/// Cases of the resolution policy as lines of JSON, each of 338 bytes, for Writ and for C++.
final class JSONCases {
    let count: Int
    /// The lines, and after the last what simdjson may look at.
    let bytes: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes the lines have.
    let byteCount: Int
    let policy: Policy
    let program: BranchProgram
    let decision: DecisionID
    let cpp: OpaquePointer
    private let hands: [ResolutionCase]
    private let schema: RowSchema

    private static let stride = ResolutionCase.jsonBytes + 1

    init(_ count: Int) throws {
        self.count = count
        hands = ResolutionCase.cases(count)
        byteCount = count * Self.stride
        bytes = .allocate(capacity: byteCount + cpp_padding())
        bytes.initialize(repeating: 0)
        policy = try Policies.load(ResolutionCase.policy)
        decision = try policy.decision(named: ResolutionCase.decision)
        program = BranchProgram(policy.model, params: ParamSet(of: policy.model))
        schema = RowSchema(policy.model, layout: program.layout, for: policy.reach(of: decision))
        cpp = cpp_resolver_make(policy.digest)
        for (number, hand) in hands.enumerated() {
            let line = Array((hand.json(number: number) + "\n").utf8)
            precondition(line.count == Self.stride, "a line has \(line.count) bytes")
            _ = UnsafeMutableBufferPointer(rebasing: bytes[(number * Self.stride)...]).update(fromContentsOf: line)
        }
    }

    deinit {
        cpp_resolver_free(cpp)
        bytes.deallocate()
    }

    /// What a thread has for itself to read and to write with.
    final class Reader {
        let binder: RowBinder
        let row: CaseRow
        let writer: AnswerLineWriter

        init(_ cases: JSONCases) {
            binder = RowBinder(cases.schema)
            row = CaseRow(cases.program.layout)
            let name = cases.policy.name(of: cases.decision)
            guard let writer = AnswerLineWriter(cases.program, cases.decision, named: name, language: nil) else {
                preconditionFailure("the branching program makes the decision")
            }
            self.writer = writer
        }
    }

    private func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes.baseAddress! + number * Self.stride, count: ResolutionCase.jsonBytes)
    }

    // MARK: What is timed

    @inline(never)
    func decideInCpp() -> Int {
        var sum = 0
        var decision = cpp_decision()
        for number in 0..<count {
            precondition(cpp_resolve(cpp, text(number).baseAddress!, ResolutionCase.jsonBytes, &decision))
            sum &+= Int(decision.rule) &+ Int(decision.amount)
        }
        return sum
    }

    @inline(never)
    func decide(_ reader: Reader) -> Int {
        var run = BranchRun(program)
        var sum = 0
        for number in 0..<count {
            precondition(reader.binder.bind(text(number), into: reader.row) && run.decide(decision, reader.row))
            sum &+= run.conclusion(of: decision)
        }
        return sum
    }

    /// Binds, and decides nothing.
    @inline(never)
    func bind(_ reader: Reader) {
        for number in 0..<count { precondition(reader.binder.bind(text(number), into: reader.row)) }
    }

    // MARK: Like with like

    /// Writ and C++ find in each text the rule, and C++ the amount too, that Swift by hand finds in the facts.
    func check() {
        let reader = Reader(self)
        var run = BranchRun(program)
        for (number, hand) in hands.enumerated() {
            let expected = hand.decide()
            var found = cpp_decision()
            precondition(cpp_resolve(cpp, text(number).baseAddress!, ResolutionCase.jsonBytes, &found))
            precondition(
                HandDecision(rule: found.rule, outcome: found.outcome, amount: found.amount) == expected,
                "C++ gave \(found), Swift \(expected): \(hand)")
            precondition(reader.binder.bind(text(number), into: reader.row) && run.decide(decision, reader.row))
            let rule = run.conclusion(of: decision)
            precondition(rule == Int(expected.rule), "Writ found rule \(rule), Swift \(expected.rule): \(hand)")
        }
    }
}

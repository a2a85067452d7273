import CppBaseline
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
    let prepared: PreparedDecision
    let cpp: OpaquePointer
    private let hands: [ResolutionCase]

    private static let stride = ResolutionCase.jsonBytes + 1

    init(_ count: Int) throws {
        self.count = count
        hands = ResolutionCase.cases(count)
        byteCount = count * Self.stride
        bytes = .allocate(capacity: byteCount + cpp_padding())
        bytes.initialize(repeating: 0)
        prepared = try Policies.load(ResolutionCase.policy).prepare(ResolutionCase.decision)
        cpp = cpp_resolver_make(prepared.policy.digest)
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

    /// The rule is read by its name, as a host has it.
    @inline(never)
    func decide(_ session: inout PreparedSession) -> Int {
        var sum = 0
        for number in 0..<count { sum &+= rule(of: number, &session).utf8.count }
        return sum
    }

    private func rule(of number: Int, _ session: inout PreparedSession) -> String {
        guard let verdict = try? session.decide(json: text(number)), let rule = verdict.rule else {
            preconditionFailure("not decided: \(hands[number])")
        }
        return rule
    }

    /// All cases, bound.
    func boundRows(_ session: inout PreparedSession) throws -> [BoundRow] {
        var rows: [BoundRow] = []
        for number in 0..<count { rows.append(try session.bind(json: Array(text(number)))) }
        return rows
    }

    /// The same with what was bound before.
    @inline(never)
    func decide(_ rows: [BoundRow], _ session: inout PreparedSession) -> Int {
        var sum = 0
        for row in rows { sum &+= session.decide(row).rule?.utf8.count ?? 0 }
        return sum
    }

    /// Puts the facts into a row, and decides nothing.
    @inline(never)
    func bind() {
        let model = prepared.policy.model
        let layout = CaseLayout(model)
        let binder = RowBinder(RowSchema(model, layout: layout, for: prepared.policy.reach(of: prepared.decision)))
        let row = CaseRow(layout)
        for number in 0..<count { precondition(binder.bind(text(number), into: row)) }
    }

    // MARK: Like with like

    /// Writ and C++ find in each text the rule, and C++ the amount too, that Swift by hand finds in the facts.
    func check() {
        var session = prepared.session()
        let rules = prepared.policy.model[prepared.decision].rules.map(\.name) + ["otherwise"]
        for (number, hand) in hands.enumerated() {
            let expected = hand.decide()
            var found = cpp_decision()
            precondition(cpp_resolve(cpp, text(number).baseAddress!, ResolutionCase.jsonBytes, &found))
            precondition(
                HandDecision(rule: found.rule, outcome: found.outcome, amount: found.amount) == expected,
                "C++ gave \(found), Swift \(expected): \(hand)")
            let rule = rule(of: number, &session)
            precondition(rule == rules[Int(expected.rule)], "Writ found \(rule), Swift \(expected.rule): \(hand)")
        }
        precondition(session.carefulCount == 0, "every case goes the fast way")
    }
}

import WritKit

// The functions of `writ.h` about prepared decisions. The header says what each does.

@_cdecl("writ_prepare")
public func prepare(
    _ policy: OpaquePointer?, _ decision: UnsafePointer<CChar>?, _ options: UnsafePointer<CChar>?,
    _ optionsLength: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_prepare").report(to: error) { call throws(PolicyError) in
        let handle: PolicyHandle = try call.handle(policy, "policy")
        let decision = try call.name(decision, "decision")
        let options = try call.options(options, optionsLength)
        return PreparedHandle(try handle.policy.prepare(decision, options: options)).passed()
    }
}

@_cdecl("writ_prepared_answer")
public func preparedAnswer(
    _ prepared: OpaquePointer?, _ json: UnsafePointer<CChar>?, _ length: UInt, _ out: UnsafeMutablePointer<CChar>?,
    _ capacity: UInt
) -> Int {
    guard let handle = PreparedHandle.at(prepared), let json = Call.borrowed(json, length), out != nil || capacity == 0
    else { return -1 }
    return handle.pool.withAnswer(to: json) { answer, _ in
        if answer.count <= capacity {
            UnsafeMutableRawPointer(out)?.copyMemory(from: answer.baseAddress!, byteCount: answer.count)
        }
        return answer.count
    }
}

@_cdecl("writ_prepared_decide")
public func preparedDecide(
    _ prepared: OpaquePointer?, _ json: UnsafePointer<CChar>?, _ length: UInt,
    _ rule: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) -> Int32 {
    rule?.pointee = nil
    guard let handle = PreparedHandle.at(prepared), let json = Call.borrowed(json, length) else { return -1 }
    guard let verdict = try? handle.pool.decide(json: json) else { return 3 }
    if let rule, let number = verdict.ruleNumber { rule.pointee = handle.ruleNames[number].passed(nil) }
    return verdict.status.number
}

@_cdecl("writ_prepared_answer_lines")
public func preparedAnswerLines(
    _ prepared: OpaquePointer?, _ lines: UnsafePointer<CChar>?, _ length: UInt,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_prepared_answer_lines").report(to: error) { call throws(PolicyError) in
        let handle: PreparedHandle = try call.handle(prepared, "prepared")
        return TextHandle(handle.pool.answers(to: try call.borrowed(lines, length, "lines"))).passed()
    }
}

@_cdecl("writ_prepared_free")
public func preparedFree(_ prepared: OpaquePointer?) { release(prepared) }

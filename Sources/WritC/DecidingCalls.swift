import WritKit

// The functions of `writ.h` that decide: stores and sessions. The header says what each does.

// MARK: Stores

@_cdecl("writ_store_open")
public func storeOpen(
    _ paths: UnsafePointer<UnsafePointer<CChar>?>?, _ count: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_store_open").report(to: error) { call throws(PolicyError) in
        StoreHandle(try PolicyStore(paths: try call.names(paths, count, "paths"))).passed()
    }
}

@_cdecl("writ_store_reload")
public func storeReload(_ store: OpaquePointer?, _ error: UnsafeMutablePointer<OpaquePointer?>?) -> Int32 {
    let outcome = Call("writ_store_reload").report(to: error) { call throws(PolicyError) -> Int32 in
        let handle: StoreHandle = try call.handle(store, "store")
        let before = handle.store.current
        return try handle.store.reload() === before ? 0 : 1
    }
    return outcome ?? -1
}

@_cdecl("writ_store_policy")
public func storePolicy(_ store: OpaquePointer?) -> OpaquePointer? {
    StoreHandle.at(store).map { PolicyHandle($0.store.current.policy).passed() }
}

@_cdecl("writ_store_decide")
public func storeDecide(
    _ store: OpaquePointer?, _ decision: UnsafePointer<CChar>?, _ json: UnsafePointer<CChar>?, _ length: UInt,
    _ options: UnsafePointer<CChar>?, _ optionsLength: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_store_decide").report(to: error) { call throws(PolicyError) in
        let handle: StoreHandle = try call.handle(store, "store")
        let decision = try call.name(decision, "decision")
        let json = try call.bytes(json, length, "json")
        let options = try call.options(options, optionsLength)
        let version = handle.store.current
        let question = try version.policy.question(decision, json: json, options: options)
        return AnswerHandle(version.decide(question)).passed()
    }
}

@_cdecl("writ_store_free")
public func storeFree(_ store: OpaquePointer?) { release(store) }

// MARK: Sessions

@_cdecl("writ_session_new")
public func sessionNew(
    _ policy: OpaquePointer?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_session_new").report(to: error) { call throws(PolicyError) in
        let handle: PolicyHandle = try call.handle(policy, "policy")
        return SessionHandle(handle.policy).passed()
    }
}

@_cdecl("writ_session_decide")
public func sessionDecide(
    _ session: OpaquePointer?, _ decision: UnsafePointer<CChar>?, _ json: UnsafePointer<CChar>?, _ length: UInt,
    _ options: UnsafePointer<CChar>?, _ optionsLength: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_session_decide").report(to: error) { call throws(PolicyError) in
        let handle: SessionHandle = try call.handle(session, "session")
        let decision = try call.name(decision, "decision")
        let json = try call.bytes(json, length, "json")
        let options = try call.options(options, optionsLength)
        let question = try handle.policy.question(decision, json: json, options: options)
        return AnswerHandle(handle.decide(question)).passed()
    }
}

@_cdecl("writ_session_decide_case")
public func sessionDecideCase(
    _ session: OpaquePointer?, _ decision: UnsafePointer<CChar>?, _ facts: OpaquePointer?,
    _ options: UnsafePointer<CChar>?, _ optionsLength: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_session_decide_case").report(to: error) { call throws(PolicyError) in
        let handle: SessionHandle = try call.handle(session, "session")
        let decision = try call.name(decision, "decision")
        let facts: CaseHandle = try call.handle(facts, "facts")
        let options = try call.options(options, optionsLength)
        let bound = facts.facts
        // Facts are known by their numbers, and another policy counts others.
        guard bound.policy.digest == handle.policy.digest else {
            throw call.wrong("`facts` is a case of `\(bound.policy.name)`, and not of this session's policy")
        }
        return AnswerHandle(handle.decide(try bound.question(decision, options: options))).passed()
    }
}

@_cdecl("writ_session_decide_lines")
public func sessionDecideLines(
    _ session: OpaquePointer?, _ decision: UnsafePointer<CChar>?, _ lines: UnsafePointer<CChar>?, _ length: UInt,
    _ options: UnsafePointer<CChar>?, _ optionsLength: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_session_decide_lines").report(to: error) { call throws(PolicyError) in
        let handle: SessionHandle = try call.handle(session, "session")
        let decision = try call.name(decision, "decision")
        let text = options == nil ? [] : try call.bytes(options, optionsLength, "options")
        let pool = try handle.lines(decision, options: try call.options(options, optionsLength), from: text)
        return TextHandle(pool.answers(to: try call.borrowed(lines, length, "lines"))).passed()
    }
}

@_cdecl("writ_session_free")
public func sessionFree(_ session: OpaquePointer?) { release(session) }

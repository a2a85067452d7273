import WritDiagnostics
import WritKit
import WritSource

// The functions of `writ.h` about the library, policies and cases. The header says what each does.

/// `WRIT_ABI_VERSION`
private let currentABIVersion: UInt32 = 1
private let versionText = CText(WritVersion.current)

@_cdecl("writ_abi_version")
public func abiVersion() -> UInt32 { currentABIVersion }

@_cdecl("writ_version")
public func version() -> UnsafePointer<CChar> { versionText.passed(nil) }

// MARK: Policies

@_cdecl("writ_policy_load")
public func policyLoad(
    _ paths: UnsafePointer<UnsafePointer<CChar>?>?, _ count: UInt, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_policy_load").report(to: error) { call throws(PolicyError) in
        PolicyHandle(try Policy(paths: try call.names(paths, count, "paths"))).passed()
    }
}

@_cdecl("writ_policy_parse")
public func policyParse(
    _ text: UnsafePointer<CChar>?, _ length: UInt, _ path: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_policy_parse").report(to: error) { call throws(PolicyError) in
        let path = path == nil ? "policy.writ" : try call.name(path, "path")
        return PolicyHandle(try Policy(bytes: try call.bytes(text, length, "text"), path: path)).passed()
    }
}

@_cdecl("writ_policy_name")
public func policyName(
    _ policy: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    PolicyHandle.at(policy)?.name.passed(length)
}

@_cdecl("writ_policy_digest")
public func policyDigest(
    _ policy: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    PolicyHandle.at(policy)?.digest.passed(length)
}

@_cdecl("writ_policy_warnings")
public func policyWarnings(
    _ policy: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = PolicyHandle.at(policy) else { return nil }
    return handle.warnings.passed(length) { JSONRenderer(.compact).render(handle.policy.warnings) }
}

@_cdecl("writ_policy_decision_count")
public func policyDecisionCount(_ policy: OpaquePointer?) -> UInt {
    UInt(PolicyHandle.at(policy)?.decisions.count ?? 0)
}

@_cdecl("writ_policy_decision")
public func policyDecision(
    _ policy: OpaquePointer?, _ index: UInt, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let decisions = PolicyHandle.at(policy)?.decisions, index < UInt(decisions.count) else { return nil }
    return decisions[Int(index)].passed(length)
}

@_cdecl("writ_policy_free")
public func policyFree(_ policy: OpaquePointer?) { release(policy) }

// MARK: Cases

@_cdecl("writ_case_bind")
public func caseBind(
    _ policy: OpaquePointer?, _ json: UnsafePointer<CChar>?, _ length: UInt,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    Call("writ_case_bind").report(to: error) { call throws(PolicyError) in
        let handle: PolicyHandle = try call.handle(policy, "policy")
        return CaseHandle(try handle.policy.bind(json: try call.bytes(json, length, "json"))).passed()
    }
}

@_cdecl("writ_case_set")
public func caseSet(
    _ facts: OpaquePointer?, _ path: UnsafePointer<CChar>?, _ json: UnsafePointer<CChar>?, _ length: UInt,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    let outcome: Void? = Call("writ_case_set").report(to: error) { call throws(PolicyError) in
        let handle: CaseHandle = try call.handle(facts, "facts")
        let path = try call.name(path, "path")
        let json = try call.bytes(json, length, "json")
        try handle.change { facts throws(PolicyError) in try facts.set(path, json: json) }
    }
    return outcome == nil ? -1 : 0
}

@_cdecl("writ_case_free")
public func caseFree(_ facts: OpaquePointer?) { release(facts) }

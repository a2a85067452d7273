import WritDiagnostics
import WritKit

// The functions of `writ.h` that read what came back: answers, texts and errors. The header says what each does.

// MARK: Answers

@_cdecl("writ_answer_status")
public func answerStatus(_ answer: OpaquePointer?) -> Int32 {
    AnswerHandle.at(answer)?.decided.status.number ?? -1
}

@_cdecl("writ_answer_rule")
public func answerRule(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer), let rule = handle.decided.rule else { return nil }
    return handle.rule.passed(length) { rule }
}

@_cdecl("writ_answer_because")
public func answerBecause(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer) else { return nil }
    return handle.because.passed(length) { handle.decided.because }
}

@_cdecl("writ_answer_digest")
public func answerDigest(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer) else { return nil }
    return handle.digest.passed(length) { handle.decided.policy.digest }
}

@_cdecl("writ_answer_json")
public func answerJson(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer) else { return nil }
    return handle.json.passed(length) { handle.decided.json }
}

@_cdecl("writ_answer_explanation")
public func answerExplanation(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer) else { return nil }
    return handle.explanation.passed(length) { AnswerJSON.text(handle.decided, explained: true) }
}

@_cdecl("writ_answer_explanation_text")
public func answerExplanationText(
    _ answer: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = AnswerHandle.at(answer) else { return nil }
    return handle.explanationText.passed(length) { handle.decided.explanationText }
}

@_cdecl("writ_answer_free")
public func answerFree(_ answer: OpaquePointer?) { release(answer) }

// MARK: Texts

@_cdecl("writ_text_bytes")
public func textBytes(
    _ text: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    TextHandle.at(text)?.text.passed(length)
}

@_cdecl("writ_text_free")
public func textFree(_ text: OpaquePointer?) { release(text) }

// MARK: Errors

@_cdecl("writ_error_kind")
public func errorKind(_ error: OpaquePointer?) -> Int32 {
    switch ErrorHandle.at(error)?.error.kind {
    case nil: 0
    case .policy: 1
    case .input: 2
    case .usage: 3
    }
}

@_cdecl("writ_error_text")
public func errorText(
    _ error: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = ErrorHandle.at(error) else { return nil }
    return handle.text.passed(length) { handle.error.description }
}

@_cdecl("writ_error_json")
public func errorJson(
    _ error: OpaquePointer?, _ length: UnsafeMutablePointer<UInt>?
) -> UnsafePointer<CChar>? {
    guard let handle = ErrorHandle.at(error) else { return nil }
    return handle.json.passed(length) { JSONRenderer(.compact).render(handle.error.diagnostics) }
}

@_cdecl("writ_error_free")
public func errorFree(_ error: OpaquePointer?) { release(error) }

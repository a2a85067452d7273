import WritDiagnostics
import WritSource

/// Saying what is wrong: what was found, what was expected, in which construct.
extension Parser {
    var currentRange: SourceRange { buffer.range(of: min(position, buffer.count - 1)) }

    func location(_ range: SourceRange) -> SourceLocation { SourceLocation(buffer.file, range) }

    /// The current token as messages call it.
    var found: String {
        guard position < limit else { return limit == buffer.count - 1 ? "the end of the text" : "the end of the row" }
        switch kind() {
        case .text, .textHead: return "a text"
        case .textMiddle, .textTail: return "the rest of a text"
        default: return "`\(buffer.file.text(of: currentRange))`"
        }
    }

    /// The innermost named construct: "rule `reship`".
    var place: String? {
        scopes.last.map { "\($0.noun) \(buffer.file.text(of: buffer.range(of: $0.nameToken)))".quotingLastWord }
    }

    /// A mistake that parsing goes on from as if it were not there.
    mutating func report(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange, label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIt: (message: String, replacement: String)? = nil
    ) {
        guard !isPanicking else { return }
        let location = location(range)
        let fixIts = fixIt.map { [FixIt($0.message, replacing: location, with: $0.replacement)] } ?? []
        sink.report(
            Diagnostic(
                code, .error, message, at: Label(location, label), also: secondary, help: help, fixIts: fixIts))
    }

    /// A mistake that leaves the parser lost: silent from here to the next construct that begins.
    mutating func fail(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange, label: String = "",
        also secondary: [Label] = [], help: String? = nil, fixIt: (message: String, replacement: String)? = nil
    ) {
        report(code, message, at: range, label: label, also: secondary, help: help, fixIt: fixIt)
        isPanicking = true
    }

    /// Something else stands where `what` must.
    mutating func expected(
        _ what: String, at range: SourceRange? = nil, help: String? = nil,
        fixIt: (message: String, replacement: String)? = nil
    ) {
        guard !isPanicking, !failMeant() else { return }
        let place = place.map { " in \($0)" } ?? ""
        fail(
            SyntaxCodes.expected, "expected \(what)\(place), found \(found)", at: range ?? expectedRange,
            label: "expected \(what)", help: help, fixIt: fixIt)
    }

    /// The current token; behind the one before if the line ends there, because that is where the eye is.
    private var expectedRange: SourceRange {
        guard position >= limit || startsLine, position > 0 else { return currentRange }
        return .at(buffer.triviaStart(of: position))
    }

    /// Remembers what messages are in while `body` parses it; the name is the next token.
    mutating func scope(_ noun: StaticString, _ body: (inout Parser) -> Void) {
        guard position < limit, !startsLine, kind().isFieldName || at(.text) else { return body(&self) }
        scopes.append(Scope(noun: noun, nameToken: position))
        body(&self)
        scopes.removeLast()
    }
}

extension String {
    /// Backticks around what follows the first space.
    fileprivate var quotingLastWord: String {
        guard let space = firstIndex(of: " ") else { return self }
        let name = self[index(after: space)...]
        return name.hasPrefix("`") || name.hasPrefix("\"") ? self : "\(self[...space])`\(name)`"
    }
}

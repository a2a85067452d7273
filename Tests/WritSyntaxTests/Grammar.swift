import Foundation

/// The grammar as it is written in `grammar/writ.ebnf`, for tests that hold the parser to it.
struct Grammar {
    indirect enum Rule {
        case word(String)
        case reference(label: String?, String)
        case sequence([Rule])
        case choice([Rule])
        case optional(Rule)
        case repeated(Rule)
    }

    struct Production {
        let name: String
        /// `::=`: only alternatives, no node of its own.
        let isChoice: Bool
        let rule: Rule
    }

    private(set) var productions: [Production] = []
    /// Names of the productions that are tokens.
    private(set) var tokens: [String] = []
    private(set) var reserved: [String] = []

    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws {
        let text = try String(contentsOf: Self.directory.appendingPathComponent("grammar/writ.ebnf"), encoding: .utf8)
        let parts = text.components(separatedBy: "(* ---- tokens ---- *)")
        var reader = GrammarReader(parts[0])
        productions = reader.readAll()
        for line in parts[1].split(separator: "\n") where line.first?.isUppercase == true {
            tokens.append(String(line.prefix { $0 != " " }))
        }
        let list = parts[1].components(separatedBy: "ReservedWord        =")[1]
        reserved = list.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
}

/// Reads the notation of the grammar.
struct GrammarReader {
    private var tokens: [Substring] = []
    private var next = 0

    init(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix("(*") {
                rest = rest[rest.range(of: "*)")!.upperBound...]
            } else if first.isWhitespace {
                rest.removeFirst()
            } else {
                let token = Self.token(rest)
                tokens.append(token)
                rest = rest[token.endIndex...]
            }
        }
    }

    private static func token(_ rest: Substring) -> Substring {
        if rest.first == "\"" {
            return rest[...rest.dropFirst().firstIndex(of: "\"")!]
        }
        if rest.hasPrefix("::=") { return rest.prefix(3) }
        let word = rest.prefix { $0.isLetter || $0 == ":" && true }
        return word.isEmpty ? rest.prefix(1) : word
    }

    mutating func readAll() -> [Grammar.Production] {
        var result: [Grammar.Production] = []
        while next < tokens.count {
            let name = take()
            let isChoice = take() == "::="
            result.append(.init(name: name, isChoice: isChoice, rule: readChoice()))
            precondition(take() == ";", "no `;` after \(name)")
        }
        return result
    }

    private mutating func take() -> String {
        next += 1
        return String(tokens[next - 1])
    }

    private mutating func readChoice() -> Grammar.Rule {
        var choices = [readSequence()]
        while tokens[next] == "|" {
            next += 1
            choices.append(readSequence())
        }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func readSequence() -> Grammar.Rule {
        var parts: [Grammar.Rule] = []
        while !["|", ")", "]", "}", ";"].contains(tokens[next]) { parts.append(readPart()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func readPart() -> Grammar.Rule {
        let token = take()
        switch token {
        case "(", "[", "{":
            let inner = readChoice()
            next += 1
            return token == "(" ? inner : token == "[" ? .optional(inner) : .repeated(inner)
        case _ where token.hasPrefix("\""):
            return .word(String(token.dropFirst().dropLast()))
        default:
            let parts = token.split(separator: ":")
            return .reference(label: parts.count == 2 ? String(parts[0]) : nil, String(parts.last!))
        }
    }
}

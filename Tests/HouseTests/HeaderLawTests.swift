import PageSupport
import Testing

/// `include/writ.h` says of everything what it is, and the library has each function as the header declares it.
@Suite struct HeaderLawTests {
    private let header: [Substring]

    init() throws {
        header = try Repository.text("include/writ.h").split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func everythingInTheHeaderIsDocumented() {
        for (index, line) in header.enumerated() where Self.declares(line) {
            let above = header[..<index].last ?? ""
            #expect(above.hasSuffix("*/"), "include/writ.h:\(index + 1) has no documentation: \(line)")
        }
    }

    /// Lines that begin a declaration: a function, a type, a value of an enumeration, a macro that is more than the guard.
    private static func declares(_ line: Substring) -> Bool {
        if line.hasPrefix("#define") { return line.contains(" WRIT_ABI") }
        if line.hasPrefix("    WRIT_") || line.hasPrefix("typedef ") || line.hasPrefix("enum ") { return true }
        return line.contains("writ_") && line.contains("(") && line.first?.isLetter == true
    }

    /// Nothing else compares the two: a function that is exported under a name of C is believed.
    @Test func theLibraryHasTheFunctionsOfTheHeader() throws {
        let declared = Dictionary(uniqueKeysWithValues: Self.functions(in: header.joined(separator: "\n")))
        let sources = try SourceText.all(in: "WritC").map { $0.lines.joined(separator: "\n") }.joined(separator: "\n")
        let exported = Dictionary(uniqueKeysWithValues: Self.exports(in: sources))
        #expect(declared.count > 30)
        #expect(Set(declared.keys) == Set(exported.keys))
        for (name, types) in declared {
            #expect(exported[name] == types, "\(name) is not exported as the header declares it")
        }
    }

    @Test func theVersionsAgree() throws {
        let source = try Repository.text("Sources/WritC/PolicyCalls.swift")
        let inSwift = source.firstMatch(of: /currentABIVersion: UInt32 = (\d+)/)?.output.1
        let inC = header.joined(separator: "\n").firstMatch(of: /WRIT_ABI_VERSION (\d+)/)?.output.1
        #expect(inC != nil && inC == inSwift)
        let inPython = try Repository.text("examples/python/writ.py").firstMatch(of: /ABI_VERSION = (\d+)/)?.output.1
        #expect(inC == inPython)
    }

    // MARK: Types

    /// The functions that a header declares, with the types of their parameters and, last, of their result, as Swift has them.
    private static func functions(in header: String) -> [(String, [String])] {
        header.matches(of: /\n([a-z][a-z0-9_ ]*[ *])(writ_[a-z_]+)\(([^)]*)\);/).map { match in
            let parameters = match.output.3.split(separator: ",").map(typeOfParameter)
            let types = parameters.filter { !$0.isEmpty } + [String(match.output.1)]
            return (String(match.output.2), types.map(swiftType))
        }
    }

    /// `const char *` of `const char *path`; nothing of `void`.
    private static func typeOfParameter(_ text: Substring) -> String {
        text.lastIndex { !$0.isLetter && $0 != "_" }.map { String(text[...$0]) } ?? ""
    }

    private static func swiftType(_ type: String) -> String {
        let plain = type.filter { !$0.isWhitespace }
        return switch plain {
        case "uint32_t": "UInt32"
        case "int": "Int32"
        case "size_t": "UInt"
        case "ptrdiff_t": "Int"
        case "void": ""
        case "constchar*": "UnsafePointer<CChar>?"
        case "char*": "UnsafeMutablePointer<CChar>?"
        case "constchar**": "UnsafeMutablePointer<UnsafePointer<CChar>?>?"
        case "constchar*const*": "UnsafePointer<UnsafePointer<CChar>?>?"
        case "size_t*": "UnsafeMutablePointer<UInt>?"
        case "writ_error**": "UnsafeMutablePointer<OpaquePointer?>?"
        case _ where plain.hasSuffix("*") && plain.contains("writ_"): "OpaquePointer?"
        default: plain
        }
    }

    private static func exports(in sources: String) -> [(String, [String])] {
        sources.matches(of: /@_cdecl\("(writ_\w+)"\)\s*public func \w+\(([^)]*)\)(?: -> (\S+))? \{/).map { match in
            let parameters = match.output.2.split(separator: ",").compactMap { parameter in
                parameter.split(separator: ":").last.map { $0.filter { $0 != " " && $0 != "\n" } }
            }
            let result = match.output.3.map(String.init) ?? ""
            // The text that names the version is always there.
            return (String(match.output.1), parameters + [result == "UnsafePointer<CChar>" ? result + "?" : result])
        }
    }
}

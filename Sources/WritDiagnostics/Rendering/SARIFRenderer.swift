import WritSource

/// Diagnostics as a SARIF 2.1.0 log, for code scanning services.
///
/// The log is the same for the same diagnostics: no times, no absolute paths, rules in the order of their codes.
public struct SARIFRenderer: DiagnosticRenderer, Sendable {
    private let toolName: String
    private let toolVersion: String

    public init(toolName: String = "writ", toolVersion: String) {
        self.toolName = toolName
        self.toolVersion = toolVersion
    }

    public func render(_ diagnostics: [Diagnostic]) -> String {
        let codes = Set(diagnostics.map(\.code)).sorted { ($0.id, $0.title) < ($1.id, $1.title) }
        let indices = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
        var json = JSONWriter(.pretty)
        json.object { json in
            json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.field("version", "2.1.0")
            json.key("runs")
            json.array { json in
                json.object { json in
                    json.key("tool")
                    json.object { json in driver(codes, to: &json) }
                    json.field("columnKind", "unicodeCodePoints")
                    json.key("results")
                    json.array(diagnostics) { json, diagnostic in
                        result(diagnostic, ruleIndex: indices[diagnostic.code]!, to: &json)
                    }
                }
            }
        }
        return json.text + "\n"
    }

    private func driver(_ codes: [DiagnosticCode], to json: inout JSONWriter) {
        json.key("driver")
        json.object { json in
            json.field("name", toolName)
            json.field("version", toolVersion)
            json.key("rules")
            json.array(codes) { json, code in
                json.object { json in
                    json.field("id", code.id)
                    json.field("name", code.title)
                    message(code.title.replacing("-", with: " "), key: "shortDescription", to: &json)
                }
            }
        }
    }

    private func result(_ diagnostic: Diagnostic, ruleIndex: Int, to json: inout JSONWriter) {
        json.object { json in
            json.field("ruleId", diagnostic.code.id)
            json.field("ruleIndex", ruleIndex)
            json.field("level", diagnostic.severity.rawValue)
            let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
            message(diagnostic.message + help, key: "message", to: &json)
            json.key("locations")
            json.array { json in place(diagnostic.primary, id: nil, to: &json) }
            if !diagnostic.secondary.isEmpty {
                json.key("relatedLocations")
                json.array(diagnostic.secondary.enumerated()) { json, label in
                    place(label.element, id: label.offset + 1, to: &json)
                }
            }
            if !diagnostic.fixIts.isEmpty {
                json.key("fixes")
                json.array(diagnostic.fixIts) { json, fixIt in fix(fixIt, to: &json) }
            }
            if let finding = diagnostic.finding { describe(finding, to: &json) }
        }
    }

    /// An accepted finding is a suppressed result: services show it as known.
    private func describe(_ finding: FindingNote, to json: inout JSONWriter) {
        if let acceptance = finding.acceptance {
            json.key("suppressions")
            json.array { json in
                json.object { json in
                    json.field("kind", "inSource")
                    json.field("status", "accepted")
                    json.field("justification", acceptance.reason)
                    json.key("location")
                    place(Label(acceptance.location), id: nil, to: &json)
                }
            }
        }
        json.key("properties")
        json.object { json in
            json.field("kind", finding.kind.rawValue)
            guard let example = finding.example else { return }
            json.key("facts")
            json.verbatim(example.facts)
            json.field("test", example.test)
        }
    }

    private func message(_ text: String, key: String, to json: inout JSONWriter) {
        json.key(key)
        json.object { json in json.field("text", text) }
    }

    private func place(_ label: Label, id: Int?, to json: inout JSONWriter) {
        json.object { json in
            if let id { json.field("id", id) }
            json.key("physicalLocation")
            json.object { json in
                artifact(label.location, to: &json)
                region(label.location, key: "region", to: &json)
            }
            if !label.text.isEmpty { message(label.text, key: "message", to: &json) }
        }
    }

    private func fix(_ fixIt: FixIt, to json: inout JSONWriter) {
        json.object { json in
            message(fixIt.message, key: "description", to: &json)
            json.key("artifactChanges")
            json.array { json in
                json.object { json in
                    artifact(fixIt.location, to: &json)
                    json.key("replacements")
                    json.array { json in
                        json.object { json in
                            region(fixIt.location, key: "deletedRegion", to: &json)
                            message(fixIt.replacement, key: "insertedContent", to: &json)
                        }
                    }
                }
            }
        }
    }

    private func artifact(_ location: SourceLocation, to json: inout JSONWriter) {
        json.key("artifactLocation")
        json.object { json in json.field("uri", Self.uri(location.file.path)) }
    }

    private func region(_ location: SourceLocation, key: String, to json: inout JSONWriter) {
        let (start, end) = (location.start, location.end)
        json.key(key)
        json.object { json in
            json.field("startLine", start.line)
            json.field("startColumn", start.column)
            json.field("endLine", end.line)
            json.field("endColumn", end.column)
        }
    }

    /// The path as a relative reference of RFC 3986.
    private static func uri(_ path: String) -> String {
        var uri = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                uri += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
            }
        }
        return uri
    }
}

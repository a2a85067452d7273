import Testing
import WritDiagnostics
import WritSource

@Suite struct MachineRendererTests {
    private let sample = error(
        "nothing is named `amont`", in: "x\nwhen 优.amont", at: "amont", "not a field", also: [("x", "declared")],
        help: "did you mean `amount`?", fixes: [("spell it `amount`", "amont", "amount")])

    @Test func short() {
        #expect(ShortRenderer().render([sample]) == "rules/a.writ:2:8: error[W0201]: nothing is named `amont`\n")
    }

    @Test func github() {
        var diagnostic = sample
        diagnostic.message = "50% of\nthis"
        diagnostic.severity = .note
        let file = SourceFile(path: "a,b:c.writ", text: "abc\nd")
        diagnostic.primary = Label(SourceLocation(file, SourceRange(0, 3)), "here")
        #expect(
            GitHubRenderer().render([diagnostic])
                == "::notice file=a%2Cb%3Ac.writ,line=1,endLine=1,col=1,endColumn=4,title=W0201 unknown-name::"
                + "50%25 of%0Athis (here)%0Ahelp: did you mean `amount`?\n")
        diagnostic.primary = Label(SourceLocation(file, SourceRange(0, 5)))
        #expect(GitHubRenderer().render([diagnostic]).contains("endLine=2,col=1,title="))
    }

    /// What GitHub would take for the end of the command, of a property or of a value must not get through.
    @Test func gitHubIsNotMisled() {
        var diagnostic = sample
        diagnostic.message = "a%0A::error::b\r\n::warning::c\u{1B}[2J"
        diagnostic.help = "100%"
        let file = SourceFile(path: "50%,x=y::z\r\n.writ", text: "a")
        diagnostic.primary = Label(SourceLocation(file, SourceRange(0, 1)))
        let text = GitHubRenderer().render([diagnostic])
        #expect(
            text == "::error file=50%25%2Cx=y%3A%3Az\\u{D}%0A.writ,line=1,endLine=1,col=1,endColumn=2,"
                + "title=W0201 unknown-name::"
                + "a%250A::error::b\\u{D}%0A::warning::c\\u{1B}[2J%0Ahelp: 100%25\n")
        #expect(text.unicodeScalars.count { $0 == "\n" } == 1 && !text.unicodeScalars.contains("\r"))
    }

    @Test func json() {
        #expect(
            JSONRenderer().render([sample]) == #"""
                [
                  {
                    "code": "W0201",
                    "title": "unknown-name",
                    "severity": "error",
                    "message": "nothing is named `amont`",
                    "path": "rules/a.writ",
                    "line": 2,
                    "column": 8,
                    "endLine": 2,
                    "endColumn": 13,
                    "offset": 11,
                    "endOffset": 16,
                    "label": "not a field",
                    "secondary": [
                      {
                        "path": "rules/a.writ",
                        "line": 1,
                        "column": 1,
                        "endLine": 1,
                        "endColumn": 2,
                        "offset": 0,
                        "endOffset": 1,
                        "label": "declared"
                      }
                    ],
                    "help": "did you mean `amount`?",
                    "fixes": [
                      {
                        "message": "spell it `amount`",
                        "path": "rules/a.writ",
                        "line": 2,
                        "column": 8,
                        "endLine": 2,
                        "endColumn": 13,
                        "offset": 11,
                        "endOffset": 16,
                        "replacement": "amount"
                      }
                    ]
                  }
                ]

                """#)
        #expect(JSONRenderer(.compact).render([]) == "[]\n")
    }

    @Test func sarif() {
        var diagnostic = sample
        diagnostic.help = nil
        diagnostic.secondary = []
        diagnostic.fixIts = []
        let file = SourceFile(path: "a b/优.writ", text: "amont")
        diagnostic.primary = Label(place("amont", in: file), "here")
        #expect(
            SARIFRenderer(toolVersion: "0.1.0").render([diagnostic]) == #"""
                {
                  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
                  "version": "2.1.0",
                  "runs": [
                    {
                      "tool": {
                        "driver": {
                          "name": "writ",
                          "version": "0.1.0",
                          "rules": [
                            {
                              "id": "W0201",
                              "name": "unknown-name",
                              "shortDescription": {
                                "text": "unknown name"
                              }
                            }
                          ]
                        }
                      },
                      "columnKind": "unicodeCodePoints",
                      "results": [
                        {
                          "ruleId": "W0201",
                          "ruleIndex": 0,
                          "level": "error",
                          "message": {
                            "text": "nothing is named `amont`"
                          },
                          "locations": [
                            {
                              "physicalLocation": {
                                "artifactLocation": {
                                  "uri": "a%20b/%E4%BC%98.writ"
                                },
                                "region": {
                                  "startLine": 1,
                                  "startColumn": 1,
                                  "endLine": 1,
                                  "endColumn": 6
                                }
                              },
                              "message": {
                                "text": "here"
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }

                """#)
        let full = SARIFRenderer(toolVersion: "0.1.0").render([sample, sample])
        #expect(full.contains("\"relatedLocations\"") && full.contains("\"insertedContent\""))
        #expect(full.split(separator: "\"id\": \"W0201\"").count == 2)
    }

    @Test func summary() {
        var warning = sample
        warning.severity = .warning
        #expect(DiagnosticSummary([sample, warning, sample]).text == "2 errors, 1 warning")
        #expect(DiagnosticSummary([warning], dropped: 3).text == "1 warning, 3 more not shown")
        #expect(DiagnosticSummary([]).text == "no problems")
    }
}

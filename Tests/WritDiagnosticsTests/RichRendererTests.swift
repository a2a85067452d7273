import Testing
import WritDiagnostics
import WritSource

@Suite struct RichRendererTests {
    @Test func theFamiliarForm() {
        let shown = rich(
            error(
                "nothing is named `amont`", in: "rule a\n  when order.amont > 5 USD\n", at: "amont",
                "not a field of `order`", help: "did you mean `amount`?",
                fixes: [("spell it `amount`", "amont", "amount")]))
        #expect(
            shown == """
                error[W0201]: nothing is named `amont`
                 --> rules/a.writ:2:14
                  |
                2 |   when order.amont > 5 USD
                  |              ^^^^^ not a field of `order`
                help: did you mean `amount`?
                fix: spell it `amount`
                  |
                2 |   when order.amount > 5 USD
                  |              ^^^^^^

                """)
    }

    @Test func caretsAlignUnderWideCharactersAndTabs() {
        let shown = rich(error("m", in: "\t优先级 = e\u{301}高 包裹📦 + x", at: "包裹📦", "两个"))
        #expect(
            shown == """
                error[W0201]: m
                 --> rules/a.writ:1:12
                  |
                1 |     优先级 = e\u{301}高 包裹📦 + x
                  |                  ^^^^^^ 两个

                """)
    }

    @Test func otherPlacesInLineOrder() {
        let text = "a: 1\nb: 2\nc: 3\n\n\n\na: 4, a: 5\n"
        let shown = rich(
            error("m", in: text, at: "4", "again", also: [("a: 1", "first"), ("a: 5", "third"), ("c", "near")]))
        #expect(
            shown == """
                error[W0201]: m
                 --> rules/a.writ:7:4
                  |
                1 | a: 1
                  | ---- first
                2 | b: 2
                3 | c: 3
                  | - near
                ...
                7 | a: 4, a: 5
                  |    ^ again
                  |       ---- third

                """)
    }

    @Test func aRangeOfSeveralLinesIsMarkedAtBothEnds() {
        let shown = rich(
            error("m", in: "x {\n  one\n  two\n  three\n} y\n", at: "{\n  one\n  two\n  three\n}", "all of it"))
        #expect(
            shown == """
                error[W0201]: m
                 --> rules/a.writ:1:3
                  |
                1 | x {
                  |   ^
                ...
                5 | } y
                  | ^ all of it

                """)
        let ending = rich(error("m", in: "x\n  one\n\n", at: "x\n  one\n", "all"))
        #expect(ending.hasSuffix("1 | x\n  | ^\n2 |   one\n  |   ^^^ all\n"))
    }

    @Test func otherFilesAreNamed() {
        let other = SourceFile(path: "b.yaml", bytes: Array("k: v".utf8), firstLine: 120)
        var diagnostic = error("m", in: "abc", at: "b", "here")
        diagnostic.secondary = [Label(SourceLocation(other, SourceRange(3, 4)), "there")]
        #expect(
            rich(diagnostic) == """
                error[W0201]: m
                   --> rules/a.writ:1:2
                    |
                  1 | abc
                    |  ^ here
                   ::: b.yaml:120:4
                    |
                120 | k: v
                    |    - there

                """)
    }

    @Test func placesWithoutWords() {
        let file = SourceFile(path: "a", text: "ab\ncd")
        func at(_ offset: Int) -> String {
            rich(Diagnostic(testCode, .error, "m", at: Label(SourceLocation(file, .at(offset)), "here")))
        }
        #expect(at(2).hasSuffix("1 | ab\n  |   ^ here\n"))
        #expect(at(5).hasSuffix("2 | cd\n  |   ^ here\n"))
        let empty = SourceFile(path: "a", text: "")
        let shown = rich(Diagnostic(testCode, .error, "m", at: Label(SourceLocation(empty, .at(0)), "here")))
        #expect(shown == "error[W0201]: m\n --> a:1:1\n")
    }

    @Test func aLongLineIsCutAroundTheCaret() {
        let text = String(repeating: "包", count: 200_000) + "x!" + String(repeating: "é", count: 500_000)
        let shown = rich(error("m", in: text, at: "x!", "this"))
        let lines = shown.split(separator: "\n")
        #expect(shown.utf8.count < 600)
        #expect(lines[3].hasPrefix("1 | …包") && lines[3].hasSuffix("é…"))
        let caret = DisplayWidth.of(lines[4].prefix { $0 != "^" })
        #expect(caret == DisplayWidth.of(lines[3].prefix { $0 != "x" }))
        #expect(lines[4].hasSuffix("^^ this"))
    }

    @Test func farMarksOfALongLineShowTheirOwnParts() {
        let gap = String(repeating: "-", count: 1000)
        let shown = rich(error("m", in: "a\(gap)b", at: "b", "second", also: [("a", "first")]))
        #expect(shown.contains("---…\n  | - first\n") || shown.contains("…---"))
        #expect(shown.split(separator: "\n").filter { $0.hasPrefix("1 |") }.count == 2)
    }

    @Test func nothingDrivesTheTerminal() {
        let file = SourceFile(
            path: "a\u{1B}[2J", bytes: Array("a\u{1B}[31m\u{202E}b\u{9B}".utf8) + [0xFF] + Array("\rword".utf8))
        var diagnostic = Diagnostic(
            testCode, .error, "m\u{7}", at: Label(place("word", in: file), "l\u{1B}\nx"), help: "h\u{8}\nsecond")
        diagnostic.fixIts = [FixIt("f\u{1B}", replacing: diagnostic.primary.location, with: "\u{1B}c")]
        #expect(
            rich(diagnostic) == #"""
                error[W0201]: m\u{7}
                 --> a\u{1B}[2J:1:12
                  |
                1 | a\u{1B}[31m\u{202E}b\u{9B}\xFF\u{D}word
                  |                                    ^^^^ l\u{1B} x
                help: h\u{8}
                      second
                fix: f\u{1B}
                  |
                1 | a\u{1B}[31m\u{202E}b\u{9B}\xFF\u{D}\u{1B}c
                  |                                    ^^^^^^^

                """#)
        for renderer in [ShortRenderer(), GitHubRenderer(), JSONRenderer(), SARIFRenderer(toolVersion: "1")]
            as [any DiagnosticRenderer]
        {
            #expect(
                !renderer.render([diagnostic]).unicodeScalars.contains {
                    $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B
                })
        }
    }

    @Test func coloursOnlyWhenAsked() {
        let diagnostic = error("m", in: "abc", at: "b", "here")
        let shown = RichRenderer(color: true).render([diagnostic])
        #expect(shown.hasPrefix("\u{1B}[1;31merror[W0201]\u{1B}[0m\u{1B}[1m: m\u{1B}[0m\n"))
        #expect(shown.contains("\u{1B}[1;31m^ here\u{1B}[0m"))
    }

    @Test func severalAreSetApart() {
        let diagnostic = error("m", in: "abc", at: "b")
        #expect(RichRenderer(color: false).render([diagnostic, diagnostic]).contains("  |  ^\n\nerror[W0201]"))
        #expect(RichRenderer(color: false).render([]) == "")
    }

    @Test func aByteOrderMarkIsNotShown() {
        #expect(rich(error("m", in: "\u{FEFF}ab", at: "b")).hasSuffix(":1:2\n  |\n1 | ab\n  |  ^\n"))
    }
}

import Testing

@testable import WritSyntax

/// Bytes and characters that must not be there.
@Suite struct CharacterTests {
    @Test func hiddenCharacters() {
        expectOne(
            SyntaxCodes.hiddenCharacter, "# a «\u{202E}»b\nuse a", "invisible character U+202E in a comment",
            fixed: "# a b\nuse a")
        expectOne(SyntaxCodes.hiddenCharacter, "define a = \"«\u{200B}»\"", "invisible character U+200B in a text")
        expectOne(SyntaxCodes.hiddenCharacter, "define a «\u{2066}»= b", "invisible character U+2066 in the policy")
    }

    @Test func unknownCharacters() {
        expectOne(SyntaxCodes.unknownCharacter, "define a = b «@$» \ndefine c = d", "`@$` means nothing here")
        expectOne(SyntaxCodes.unknownCharacter, "define a = b «\u{1}»", "a control character means nothing here")
    }

    @Test func bytesThatAreNotUTF8() {
        let parsed = Parsed(bytes: Array("use a ".utf8) + [0xFF, 0xFE] + Array("\nuse b # ".utf8) + [0xC0])
        #expect(parsed.report == "1:7 W0101 these 2 bytes are not UTF-8\n2:9 W0101 this byte is not UTF-8")
        #expect(parsed.isLossless)
        #expect(parsed.tree.fileSyntax?.declarations.count == 2)
    }

    @Test func theByteOrderMarkIsTrivia() {
        let parsed = Parsed("\u{FEFF}use a")
        #expect(parsed.report == "")
        #expect(parsed.isLossless)
    }

    @Test func spacesOfOtherKeyboards() { #expect(Parsed("use\u{3000}a\u{A0}\nuse b").report == "") }

    @Test func namesBetweenBackticks() {
        expectOne(SyntaxCodes.badName, "define «`a» = b", "this name between backticks is not closed")
    }
}

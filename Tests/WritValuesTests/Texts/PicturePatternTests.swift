import Testing
import WritValues

@Suite struct PicturePatternTests {
    @Test(arguments: [
        ("######-###", "123456-789", true), ("######-###", "12345-6789", false), ("###", "12٣", false),
        ("@@#", "aB1", true), ("@", "é", true),
        ("@", "优", true), ("@", "1", false), ("?", "优", true), ("?", "", false), ("*", "", true),
        ("*", "anything", true), ("a*", "abc", true),
        ("a*c", "abcbc", true), ("a*c", "abcb", false), ("*-*-*", "a-b-c", true), ("\\#1", "#1", true),
        ("\\#1", "11", false), ("\\*", "*", true),
        ("\\\\", "\\", true), ("\\", "\\", true), ("", "", true), ("", "a", false), ("A", "a", false),
        ("*#", "abc", false), ("*#", "abc1", true),
        ("a**b", "ab", true), ("*ab*ab*", "xxabyyabzz", true), ("*ab*ab*", "xxabyy", false),
    ])
    func matching(pattern: String, text: String, isMatch: Bool) {
        #expect(PicturePattern(pattern).matches(text) == isMatch)
    }

    @Test(.timeLimit(.minutes(1)))
    func hostilePatterns() {
        let text = String(repeating: "a", count: 5000)
        #expect(!PicturePattern(String(repeating: "a*", count: 200) + "b").matches(text))
        #expect(!PicturePattern("*" + String(repeating: "a", count: 200) + "b").matches(text))
    }

    /// Against the recursive definition, on all short texts of two letters.
    @Test func againstTheDefinition() {
        func matches(_ pattern: Substring, _ text: Substring) -> Bool {
            guard let first = pattern.first else { return text.isEmpty }
            if first == "*" {
                return matches(pattern.dropFirst(), text) || (!text.isEmpty && matches(pattern, text.dropFirst()))
            }
            guard let next = text.first, first == "?" || first == next else { return false }
            return matches(pattern.dropFirst(), text.dropFirst())
        }
        var random = SplitMix64(seed: 12)
        for _ in 0..<5000 {
            let pattern = String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in "ab?**".randomElement(using: &random)! })
            let text = String(
                (0..<Int.random(in: 0...8, using: &random)).map { _ in "ab".randomElement(using: &random)! })
            #expect(PicturePattern(pattern).matches(text) == matches(pattern[...], text[...]), "\(pattern) \(text)")
        }
    }
}

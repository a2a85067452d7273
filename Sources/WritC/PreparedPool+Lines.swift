import WritKit
import WritSource

extension PreparedPool {
    /// The answers to cases that stand one a line.
    func answers(to lines: UnsafeBufferPointer<UInt8>) -> CText {
        var answers = ByteBuffer(capacity: 2 * lines.count)
        answerLines(lines, to: &answers)
        return CText(answers.contents)
    }
}

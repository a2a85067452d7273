import Synchronization
import WritSource

/// A policy's digest, worked out when somebody asks for it.
///
/// Hashing the files of a pack takes as long as half the parsing of them, and an answer for people does not show the digest.
final class LazyDigest: Sendable {
    private final class Text: Sendable {
        let text: String
        init(_ text: String) { self.text = text }
    }

    private let files: PolicyDigest
    // What the place holds is counted as held here. Nobody waits for anybody: two who ask at one time may both hash.
    nonisolated(unsafe) private let place: Atomic<UnsafeMutableRawPointer?>

    /// One that is known already.
    init(_ text: String) {
        files = PolicyDigest(of: [], tables: [])
        place = Atomic(Unmanaged.passRetained(Text(text)).toOpaque())
    }

    /// That of files that were read.
    init(of units: [PolicyUnit], tables: [SourceFile]) {
        files = PolicyDigest(of: units, tables: tables)
        place = Atomic(nil)
    }

    deinit {
        if let made = place.load(ordering: .acquiring) { Unmanaged<Text>.fromOpaque(made).release() }
    }

    var text: String {
        if let made = place.load(ordering: .acquiring) { return Self.text(at: made) }
        let mine = Unmanaged.passRetained(Text(files.text))
        let (isMine, other) = place.compareExchange(
            expected: nil, desired: mine.toOpaque(), ordering: .acquiringAndReleasing)
        if isMine { return mine.takeUnretainedValue().text }
        mine.release()
        return Self.text(at: other!)
    }

    private static func text(at place: UnsafeMutableRawPointer) -> String {
        Unmanaged<Text>.fromOpaque(place).takeUnretainedValue().text
    }
}

import Synchronization
import WritSource

/// A policy's digest, worked out when somebody asks for it.
///
/// Hashing the files of a pack takes as long as half the parsing of them, and an answer for people does not show the digest.
final class LazyDigest: Sendable {
    private enum State {
        case known(String)
        case open(PolicyDigest)
    }

    private let state: Mutex<State>

    /// One that is known already.
    init(_ text: String) { state = Mutex(.known(text)) }

    /// That of files that were read.
    init(of units: [PolicyUnit], tables: [SourceFile]) { state = Mutex(.open(PolicyDigest(of: units, tables: tables))) }

    var text: String {
        state.withLock { state in
            switch state {
            case .known(let text): return text
            case .open(let digest):
                let text = digest.text
                state = .known(text)
                return text
            }
        }
    }
}

import Glibc
import Synchronization
import Testing
import WritKit

/// Many threads decide while versions swap. `make soak` runs this under the thread sanitizer.
@Suite struct SoakTests {
    private static let threads = 8
    private static let decisions = 2_000
    private static let versions = 40
    /// However slow the machine, no thread goes on for longer than this.
    private static let seconds = 30

    private static func text(_ number: Int) -> String {
        """
        policy soak
          timezone "Europe/Berlin"
        type Answer = number(value: integer, words: text) | nothing
        record Line
          sku : text
          qty : integer
        fact n : integer
        fact name : text
        fact lines : list of Line
        param base : integer = \(number)
          source house
        define pieces = sum line.qty for line in lines
        decision d : Answer
          first
          rule r
            when n >= 0 and pieces >= 0
            then number(value: n + pieces + base * 1_000_000, words: name)
            because "{name} has {pieces}."
          otherwise nothing

        """
    }

    /// How many threads are still asking.
    private final class Readers: Sendable {
        let left: Atomic<Int>
        init(_ count: Int) { left = Atomic(count) }
    }

    @Test func everyAnswerIsThatOfTheVersionItNames() throws {
        let policies = try (1...Self.versions).map { try Policy(text: Self.text($0)) }
        let numbers = Dictionary(uniqueKeysWithValues: zip(policies.map(\.digest), 1...))
        #expect(numbers.count == Self.versions)
        let store = PolicyStore(policies[0])
        let readers = Readers(Self.threads)
        let asking = (0..<Self.threads).map { thread in
            { @Sendable () -> Findings in
                defer { readers.left.subtract(1, ordering: .relaxed) }
                return Self.ask(store, thread: thread, numbers)
            }
        }
        let swapping = { @Sendable () -> Findings in
            Self.swap(policies, in: store, while: readers)
            return Findings()
        }
        let found = Worker.run(asking + [swapping])
        #expect(found.wrong.isEmpty, "\(found.wrong.prefix(3))")
        #expect(found.answers > 0)
        #expect(found.seen.count > 1, "the versions never swapped under the readers")
    }

    /// Versions in quick succession, every eighth compiled beside the readers as a reload does.
    private static func swap(_ policies: [Policy], in store: PolicyStore, while readers: Readers) {
        var next = 0
        while readers.left.load(ordering: .relaxed) > 0 {
            next += 1
            if next % 8 == 0, let fresh = try? Policy(text: text(next % versions + 1)) {
                store.replace(with: fresh)
            } else {
                store.replace(with: policies[next % versions])
            }
            usleep(200)
        }
    }

    private static func ask(_ store: PolicyStore, thread: Int, _ numbers: [String: Int]) -> Findings {
        var found = Findings()
        let end = time(nil) + Self.seconds
        for count in 0..<Self.decisions where time(nil) < end {
            let json = #"{"n": \#(count), "name": "t\#(thread)", "lines": [{"sku": "a", "qty": \#(thread)}]}"#
            guard let answer = try? store.decide("d", json: json), let number = numbers[answer.policy.digest] else {
                found.wrong.append("no answer to \(json)")
                continue
            }
            found.answers += 1
            found.seen.insert(answer.policy.digest)
            let value = answer.outcome["value"].integer
            let isRight =
                value == count + thread + number * 1_000_000 && answer.outcome["words"].text == "t\(thread)"
                && answer.because == "t\(thread) has \(thread)."
            if !isRight { found.wrong.append("\(answer.outcome) to \(json) by version \(number)") }
        }
        return found
    }

    /// Threads that share the prepared decision of whichever version is current, and so its sessions.
    @Test func preparedDecisionsAreThoseOfTheirVersion() throws {
        let policies = try (1...Self.versions).map { try Policy(text: Self.text($0)) }
        let store = PolicyStore(policies[0])
        let readers = Readers(Self.threads)
        let asking = (0..<Self.threads).map { thread in
            { @Sendable () -> Findings in
                defer { readers.left.subtract(1, ordering: .relaxed) }
                return Self.askPrepared(store, thread: thread)
            }
        }
        let swapping = { @Sendable () -> Findings in
            Self.swap(policies, in: store, while: readers)
            return Findings()
        }
        let found = Worker.run(asking + [swapping])
        #expect(found.answers > 0)
        #expect(found.wrong.isEmpty, "\(found.wrong.prefix(3))")
        #expect(found.seen.count > 1, "the versions never swapped under the readers")
    }

    private static func askPrepared(_ store: PolicyStore, thread: Int) -> Findings {
        var found = Findings()
        let end = time(nil) + seconds
        for count in 0..<decisions where time(nil) < end {
            // Every eighth case goes the careful way: it is refused.
            let lines = count % 8 == 7 ? "null" : #"[{"sku": "a", "qty": \#(thread)}]"#
            let json = Array(#"{"n": \#(count), "name": "t\#(thread)", "lines": \#(lines), "id": "\#(thread)"}"#.utf8)
            guard let pool = try? store.current.prepared("d") else {
                found.wrong.append("nothing prepared")
                continue
            }
            let answer = json.withUnsafeBufferPointer { json in
                pool.withAnswer(to: json) { answer, _ in String(decoding: answer, as: UTF8.self) }
            }
            let digest = pool.prepared.policy.digest
            found.answers += 1
            found.seen.insert(digest)
            let isWhole = answer.contains(digest) && answer.hasSuffix(#","id":"\#(thread)"}"#)
            let words = lines == "null" ? #""status":"rejected""# : #""because":"t\#(thread) has \#(thread)."#
            if !isWhole || !answer.contains(words) { found.wrong.append(answer) }
        }
        return found
    }

    /// One changed case a thread, asked of one policy: nothing that threads share is written to.
    @Test func casesAreChangedApart() throws {
        let policy = try Policy(text: Self.text(1))
        let shared = try policy.bind(json: #"{"n": 0, "name": "x", "lines": []}"#)
        let changing = (0..<Self.threads).map { thread in
            { @Sendable () -> Findings in
                var found = Findings()
                var own = shared
                for count in 0..<200 {
                    let answer = (try? own.set("n", to: count + thread)).flatMap { try? own.decide("d") }
                    found.answers += 1
                    if answer?.outcome["value"].integer != count + thread + 1_000_000 { found.wrong.append("\(count)") }
                }
                return found
            }
        }
        let found = Worker.run(changing)
        #expect(found.answers == 200 * Self.threads)
        #expect(found.wrong.isEmpty)
    }
}

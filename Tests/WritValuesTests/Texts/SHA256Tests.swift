import Testing
import WritValues

/// The examples of FIPS 180-4 and of NIST's CAVP byte vectors.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func digests(text: String, expected: String) { #expect(SHA256.hexDigest(text.utf8) == expected) }

    @Test func aLongMessage() {
        let digest = SHA256.hexDigest(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func inPieces() {
        for count in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 200] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
            var hash = SHA256()
            hash.update(bytes.prefix(count / 3))
            hash.update(bytes.dropFirst(count / 3))
            #expect(hash.hexDigest() == SHA256.hexDigest(bytes))
        }
    }
}

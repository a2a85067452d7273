/// A missing test, written out.
public struct WrittenTest: Sendable {
    /// Its name, which no other test has.
    public let name: String
    /// The file of the policy that it belongs in.
    public let file: String
    /// As a `test` of that file; nil where the file cannot name all that the case tells.
    public internal(set) var block: String?
    /// As an entry of a file of cases.
    public let entry: String
    /// The file of the case that the entry is like; nil when it stands alone.
    public let entryFile: String?
}

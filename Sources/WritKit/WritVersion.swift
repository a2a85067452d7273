import WritValues

/// Which Writ this is.
public enum WritVersion {
    /// The version of this library and of `writ`, by the rules of semantic versioning.
    public static let current = "0.1.0"

    /// The version, and that of the time zone data compiled into it.
    public static var text: String { "writ \(current) (time zones \(Zone.dataVersion))" }
}

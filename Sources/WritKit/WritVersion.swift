import WritValues

/// Which Writ this is.
public enum WritVersion {
    public static let current = "0.1.0"

    /// The version, and that of the time zone data compiled into it.
    public static var text: String { "writ \(current) (time zones \(Zone.dataVersion))" }
}

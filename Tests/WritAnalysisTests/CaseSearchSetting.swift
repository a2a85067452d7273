import Glibc

/// How much is tried.
enum CaseSearchSetting {
    /// Random tables, the same in every run; WRIT_ORACLE asks for more: some 24 questions a table.
    static func tables(_ usual: Int) -> Int { getenv("WRIT_ORACLE").flatMap { Int(String(cString: $0)) } ?? usual }
    static var isLoud: Bool { getenv("WRIT_ORACLE") != nil }
}

import Foundation
import WritKit

/// The policies beside this package's sources, and those that Writ ships.
enum Policies {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardized

    /// The root of the repository.
    static let root = package.deletingLastPathComponent().path
    static let shipped = root + "/rules"

    static func path(_ name: String) -> String { package.path + "/Policies/" + name }

    static func load(_ name: String) throws -> Policy { try Policy(path: path(name)) }
}

import WritKit

/// The checkout that the tests were built from.
public enum Repository {
    /// The folder that holds `Package.swift`.
    public static let root: String = {
        var folder = FilePath.folder(of: #filePath)
        while !FileSystem.isFile(FilePath.join(folder, "Package.swift")) { folder = FilePath.folder(of: folder) }
        return folder
    }()

    public static func path(_ relative: String) -> String { FilePath.join(root, relative) }

    public static func text(_ relative: String) throws -> String {
        String(decoding: try FileSystem.read(path(relative)), as: UTF8.self)
    }

    /// The files below a folder whose names end so, as paths from the root, in path order.
    public static func files(below folder: String, ending suffix: String) throws -> [String] {
        try FileSystem.files(below: path(folder), ending: suffix).map { String($0.dropFirst(root.count + 1)) }
    }

    /// A page of the documentation.
    public static func page(_ relative: String) throws -> Page { Page(path: relative, text: try text(relative)) }
}

import WritDiagnostics
import WritFacts
import WritKit
import WritSource

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a caller wants an error put.
typealias ErrorPlace = UnsafeMutablePointer<OpaquePointer?>

/// One call from C: its arguments are checked before anything is done with them, and its error goes where the caller wants it.
struct Call {
    /// The function's name, which stands for the place in its errors.
    let function: String

    /// The longest name or path; what is longer has lost its NUL.
    private static let longestName = 4096
    /// The most bytes of one document.
    private static let longestText = UInt(DocumentLimits().maxBytes)

    init(_ function: String) { self.function = function }

    /// What `body` gives, or nil with its error passed on.
    func report<Result>(
        to place: ErrorPlace?, _ body: (Call) throws(PolicyError) -> Result
    ) -> Result? {
        do throws(PolicyError) {
            let result = try body(self)
            place?.pointee = nil
            return result
        } catch {
            place?.pointee = ErrorHandle(error).passed()
            return nil
        }
    }

    // MARK: Arguments

    /// The handle that an argument must be.
    func handle<Value: Handle>(_ pointer: OpaquePointer?, _ name: String) throws(PolicyError) -> Value {
        if let handle = Value.at(pointer) { return handle }
        throw wrong(pointer == nil ? "`\(name)` is NULL" : "`\(name)` is a handle of another type")
    }

    /// A name or a path, ended by a NUL.
    func name(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(PolicyError) -> String {
        guard let pointer else { throw wrong("`\(name)` is NULL") }
        guard strnlen(pointer, Self.longestName) < Self.longestName else {
            throw wrong("`\(name)` has no end within \(Self.longestName) bytes")
        }
        guard let text = String(validatingCString: pointer) else { throw wrong("`\(name)` is not UTF-8") }
        return text
    }

    func names(
        _ pointers: UnsafePointer<UnsafePointer<CChar>?>?, _ count: UInt, _ name: String
    ) throws(PolicyError) -> [String] {
        guard let pointers, count > 0 else { throw wrong("`\(name)` is empty") }
        guard count <= UInt(Self.longestName) else {
            throw wrong("`\(name)` has \(count) elements, which are too many")
        }
        var names: [String] = []
        for index in 0..<Int(count) { names.append(try self.name(pointers[index], "\(name)[\(index)]")) }
        return names
    }

    /// The bytes of a document, copied.
    func bytes(
        _ pointer: UnsafePointer<CChar>?, _ length: UInt, _ name: String
    ) throws(PolicyError) -> [UInt8] {
        Array(try borrowed(pointer, length, name))
    }

    /// The bytes of a document, which are the caller's.
    func borrowed(
        _ pointer: UnsafePointer<CChar>?, _ length: UInt, _ name: String
    ) throws(PolicyError) -> UnsafeBufferPointer<UInt8> {
        if let bytes = Self.borrowed(pointer, length) { return bytes }
        throw wrong(
            pointer == nil
                ? "`\(name)` is NULL" : "`\(name)` has \(length) bytes, and at most \(Self.longestText) are read")
    }

    /// The bytes of a document, which are the caller's; nil for NULL and for more than are read.
    static func borrowed(_ pointer: UnsafePointer<CChar>?, _ length: UInt) -> UnsafeBufferPointer<UInt8>? {
        guard let pointer, length <= longestText else { return nil }
        let bytes = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: bytes, count: Int(length))
    }

    /// The options of a question; none for NULL.
    func options(_ pointer: UnsafePointer<CChar>?, _ length: UInt) throws(PolicyError) -> Policy.Options {
        guard pointer != nil else { return Policy.Options() }
        return try OptionsReader.read(try bytes(pointer, length, "options"))
    }

    /// An error of the call itself.
    func wrong(_ message: String) -> PolicyError {
        let place = SourceLocation(SourceFile(path: function, text: ""), .at(0))
        return PolicyError(.usage, [Diagnostic(.wrongOption, .error, message, at: Label(place))])
    }
}

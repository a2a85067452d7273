/// What a pointer of `writ.h` points to: an object that any thread may use.
///
/// C owns a handle by one count of its references, from ``passed()`` to ``release(_:)``. What a pointer is said to be is
/// looked up and not assumed: a pointer to a store where a policy belongs is an error and no confusion of memory.
protocol Handle: AnyObject, Sendable {}

extension Handle {
    /// A pointer that C is to free.
    func passed() -> OpaquePointer { OpaquePointer(Unmanaged.passRetained(self).toOpaque()) }

    /// The handle behind a pointer; nil for NULL, and for a handle of another type.
    static func at(_ pointer: OpaquePointer?) -> Self? {
        guard let pointer else { return nil }
        return Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue() as? Self
    }
}

/// Takes back the count that C had.
func release(_ pointer: OpaquePointer?) {
    guard let pointer else { return }
    Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(pointer)).release()
}

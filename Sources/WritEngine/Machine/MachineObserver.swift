/// Looks on while the machine runs. It is a generic parameter, so that nobody looking costs nothing.
public protocol MachineObserver {
    /// The instruction at this place of the plan's code is next.
    mutating func willRun(_ place: Int)
    /// A rule was found to be true, or held; the rules tried that are neither are false.
    mutating func noted(decision: Int, rule: Int, isHeld: Bool)
}

/// Nobody looks.
public struct NoObserver: MachineObserver {
    public init() {}
    @inlinable public mutating func willRun(_ place: Int) {}
    @inlinable public mutating func noted(decision: Int, rule: Int, isHeld: Bool) {}
}

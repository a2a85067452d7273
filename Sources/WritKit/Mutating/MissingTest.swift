/// tmp
public struct MissingTest: Sendable {}

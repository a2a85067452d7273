/// The place of a declaration in its table of the model. Identifiers are dense, so tables are arrays.
public protocol ModelID: Hashable, Sendable, Comparable {
    var index: Int { get }
    init(_ index: Int)
}

extension ModelID {
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

public struct VariantID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct RecordID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct CalendarID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct FactID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct ParamID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct DefineID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct ActionID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
public struct DecisionID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }
/// A name bound inside one declaration: an argument, a list form's variable, a table's column. Dense over the whole model.
public struct LocalID: ModelID { public let index: Int; public init(_ index: Int) { self.index = index } }

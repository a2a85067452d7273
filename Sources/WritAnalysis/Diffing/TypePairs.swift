import WritSemantics

/// The types of two versions of a policy, by name.
struct TypePairs {
    let old: CheckedModel
    let new: CheckedModel

    init(_ old: CheckedModel, _ new: CheckedModel) {
        self.old = old
        self.new = new
    }

    /// The enumeration or variant of the new version that one of the old version is: that of its policy and name, else that of its
    /// name where neither version has another one of it.
    func counterpart(of type: VariantType) -> VariantType? {
        let key = CaseNumbering.key(type)
        let named = new.variants.filter { $0.heading.name == type.heading.name }
        if let exact = named.first(where: { CaseNumbering.key($0) == key }) { return exact }
        let isAlone = old.variants.count { $0.heading.name == type.heading.name } == 1
        return named.count == 1 && isAlone ? named[0] : nil
    }

    /// Whether values of the two types are the same values. Fields that only one of two records has are told to one version only.
    func isSame(_ left: WritType, _ right: WritType) -> Bool {
        switch (left, right) {
        case (.variant(let a), .variant(let b)):
            guard let other = counterpart(of: old[a]) else { return false }
            return CaseNumbering.key(other) == CaseNumbering.key(new[b]) && old[a].isEnumeration == new[b].isEnumeration
        case (.record(let a), .record(let b)):
            return old[a].fields.allSatisfy { field in
                guard let other = new[b].fields.first(where: { $0.name == field.name }) else { return true }
                return isSame(field.type, other.type)
            }
        case (.list(let a), .list(let b)): return isSame(a, b)
        case (.variant, _), (_, .variant), (.record, _), (_, .record), (.list, _), (_, .list): return false
        default: return left == right
        }
    }
}

extension CaseNumbering {
    /// The cases of both versions of each enumeration: first those of the old one.
    init(joining old: CheckedModel, _ new: CheckedModel) {
        let pairs = TypePairs(old, new)
        for type in old.variants {
            guard let other = pairs.counterpart(of: type) else { continue }
            let names = type.cases.map(\.name)
            let added = other.cases.map(\.name).filter { !names.contains($0) }
            joined[Self.key(type)] = names + added
            joined[Self.key(other)] = names + added
        }
    }
}

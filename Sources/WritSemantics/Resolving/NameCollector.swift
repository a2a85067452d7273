import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Gives every declaration of every policy its place in the model, and every policy its namespace.
///
/// The model's tables are filled with names and placeholders here; what they hold is checked afterwards.
struct NameCollector {
    let elaboration: Elaboration
    var sites = Sites()
    private(set) var policies: [Policy] = []
    private var byName: [String: Policy] = [:]

    init(elaboration: Elaboration) {
        self.elaboration = elaboration
        Builtins.declare(in: &elaboration.model)
        sites.facts = elaboration.model.facts.map { _ in nil }
        sites.variants = elaboration.model.variants.map { _ in nil }
        sites.records = elaboration.model.records.map { _ in nil }
    }

    mutating func collect(_ units: [PolicyUnit]) {
        for unit in units {
            place(unit)
            elaboration.lostNames.collect(in: unit.tree)
        }
        for policy in policies {
            for unit in policy.units {
                for declaration in unit.syntax?.declarations ?? [] { declare(declaration, in: policy) }
            }
        }
        for policy in policies { resolveUses(of: policy) }
        for policy in policies { makeVisible(in: policy) }
        for policy in policies { HeaderChecker(elaboration: elaboration, policy: policy).check() }
    }

    func policy(named name: String) -> Policy? { byName[name] }

    private mutating func place(_ unit: PolicyUnit) {
        let name = unit.policyName ?? unit.baseName
        if unit.syntax?.header == nil { reportMissingHeader(unit) }
        if let policy = byName[name] {
            policy.units.append(unit)
        } else {
            let policy = Policy(name: name, unit: unit)
            byName[name] = policy
            policies.append(policy)
        }
    }

    private func reportMissingHeader(_ unit: PolicyUnit) {
        let start = SourceLocation(unit.file, .at(unit.file.byteOrderMarkLength))
        let first = unit.syntax?.declarations.first?.location ?? start
        elaboration.error(
            .missingPolicy, "the file does not say which policy it belongs to", at: first,
            "`policy …` expected before this",
            help: "start the file with `policy \(unit.baseName)`",
            fixIts: [FixIt("name the policy after the file", replacing: start, with: "policy \(unit.baseName)\n\n")])
    }

    // MARK: Uses

    private func resolveUses(of policy: Policy) {
        for case .use(let use) in policy.units.flatMap({ $0.syntax?.declarations ?? [] }) {
            guard let name = use.name, !name.text.isEmpty else {
                policy.globals.hasLostUse = true
                continue
            }
            if let used = byName[name.text] {
                add(used, to: policy, at: name)
                continue
            }
            policy.globals.hasLostUse = true
            if !elaboration.reportedUses.contains(name.text) {
                elaboration.error(
                    .unknownPolicy, "there is no policy `\(name.text)`", at: name.location, "not among the files read",
                    help: Spelling.question(name.text, among: byName.keys.sorted())
                        ?? "the policies read are \(byName.keys.sorted().map { "`\($0)`" }.joined(separator: ", "))")
            }
        }
    }

    private func add(_ used: Policy, to policy: Policy, at name: QualifiedNameSyntax) {
        if used === policy {
            elaboration.warn(
                .useOfItself, "the policy uses itself", at: name.location, "has no effect",
                help: "remove the line: files of one policy see each other's names")
        } else if !policy.uses.contains(where: { $0 === used }) {
            policy.uses.append(used)
        }
    }

    /// Own names come before used ones, and these before the builtin ones.
    private func makeVisible(in policy: Policy) {
        let globals = policy.globals
        globals.symbols.reserveCapacity(policy.uses.reduce(policy.order.count) { $0 + $1.order.count })
        for builtin in Builtins.symbols { globals.symbols[builtin.name] = builtin.symbol }
        for (number, used) in policy.uses.enumerated() {
            for name in used.order {
                let declared = used.declared[name]!
                guard enter(name, declared.symbol, in: globals),
                    let other = first(policy.uses[..<number], declaring: name)
                else { continue }
                globals.ambiguous[name, default: [other.location]].append(declared.location)
                globals.symbols[name] = nil
            }
        }
        for name in policy.order {
            let own = policy.declared[name]!
            guard enter(name, own.symbol, in: globals) else { continue }
            globals.ambiguous[name] = nil
            if let used = first(policy.uses[...], declaring: name) { reportHidden(used, by: own, name) }
        }
        addVariantCases(to: globals)
    }

    /// Whether the name meant something before. Only then is it looked for who declared it: a policy sees thousands of names.
    private func enter(_ name: String, _ symbol: Symbol, in globals: GlobalScope) -> Bool {
        globals.symbols.updateValue(symbol, forKey: name) != nil
            || !globals.ambiguous.isEmpty && globals.ambiguous[name] != nil
    }

    private func first(_ uses: ArraySlice<Policy>, declaring name: String) -> Policy.Declared? {
        for used in uses { if let declared = used.declared[name] { return declared } }
        return nil
    }

    private func reportHidden(_ used: Policy.Declared, by own: Policy.Declared, _ name: String) {
        elaboration.warn(
            .shadowedName, "`\(name)` hides \(used.symbol.noun) of the same name from a used policy", at: own.location,
            "this one is meant here", also: [Label(used.location, "hidden here")], help: "give it another name")
    }

    private func addVariantCases(to globals: GlobalScope) {
        // In the order of the model, so that look-ups do not depend on hashing.
        let variants = globals.symbols.values.compactMap { symbol in
            if case .variant(let id) = symbol { id } else { nil }
        }
        for id in variants.sorted(by: { $0.index < $1.index }) {
            for (index, variantCase) in elaboration.model[id].cases.enumerated() {
                globals.variantCases[variantCase.name, default: []].append((id, index))
            }
        }
    }
}

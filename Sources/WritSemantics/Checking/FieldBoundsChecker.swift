import WritSource
import WritSyntax

/// Reads the bounds of facts and fields.
struct FieldBoundsChecker {
    let elaboration: Elaboration
    let sites: Sites

    func check() {
        for (index, site) in sites.records.enumerated() { if let site { checkRecord(index, site) } }
        for (index, site) in sites.facts.enumerated() {
            guard let site else { continue }
            let slots = SlotChecker(elaboration: elaboration, globals: site.globals)
            let slot = elaboration.model.facts[index].slot
            elaboration.model.facts[index].slot.bounds = slots.bounds(site.syntax.bounds, of: slot)
        }
    }

    private func checkRecord(_ index: Int, _ site: Site<[FieldSyntax]>) {
        let slots = SlotChecker(elaboration: elaboration, globals: site.globals)
        for (place, syntax) in site.syntax.filter({ $0.name != nil }).enumerated() {
            let slot = elaboration.model.records[index].fields[place]
            elaboration.model.records[index].fields[place].bounds = slots.bounds(syntax.bounds, of: slot)
        }
    }
}

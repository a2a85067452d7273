import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Checks the values of params: fixed, within bounds, and for each day at most one.
struct ParamChecker {
    let elaboration: Elaboration
    let sites: Sites

    func check() {
        for (index, site) in sites.params.enumerated() { check(ParamID(index), site) }
    }

    private func check(_ id: ParamID, _ site: Site<ParamDeclarationSyntax>) {
        let slots = SlotChecker(elaboration: elaboration, globals: site.globals)
        let syntax = site.syntax
        elaboration.model.params[id.index].slot.bounds = slots.bounds(syntax.bounds, of: elaboration.model[id].slot)
        elaboration.model.params[id.index].source = syntax.source.flatMap { SourceNotes.note($0, elaboration) }
        let fallback = syntax.value.map { value($0, id, site) } ?? elaboration.model[id].value
        elaboration.model.params[id.index].value = dated(syntax.dated, id, site, fallback: fallback)
        if syntax.source == nil { reportMissingSource(elaboration.model[id].heading) }
    }

    private func value(_ syntax: ExprSyntax, _ id: ParamID, _ site: Site<ParamDeclarationSyntax>) -> Term {
        let slot = elaboration.model[id].slot
        let constants = ConstantChecker(elaboration: elaboration, globals: site.globals)
        guard let (term, datum) = constants.term(syntax, as: slot.type, of: "the value of a param") else {
            return constants.expressions.poison(at: syntax.location)
        }
        ValueBounds(elaboration: elaboration).check(datum, in: slot, at: syntax.location)
        return term
    }

    private func reportMissingSource(_ heading: Heading) {
        elaboration.warn(
            .paramWithoutSource, "param `\(heading.name)` does not say whose value it is", at: heading.location,
            "who owns this value?", help: "add `source \"…\"` with the document that says so, or `source house`")
    }

    // MARK: Dated values

    /// A conditional over the periods, the first that holds first.
    private func dated(
        _ syntax: [DatedValueSyntax], _ id: ParamID, _ site: Site<ParamDeclarationSyntax>, fallback: Term
    ) -> Term {
        var earlier: [PeriodChecker.Period] = []
        var branches: [(period: PeriodChecker.Period, value: Term)] = []
        for item in syntax {
            let value = item.value.map { self.value($0, id, site) }
            _ = item.source.flatMap { SourceNotes.note($0, elaboration) }
            let periods = PeriodChecker(elaboration: elaboration, scope: Scope(globals: site.globals))
            guard let period = item.period.flatMap(periods.check), let value else { continue }
            reportOverlap(period, among: earlier)
            earlier.append(period)
            branches.append((period, value))
        }
        return branches.reversed().reduce(fallback) { rest, branch in
            let condition = Terms.conjunction(branch.period.conditions, at: branch.period.location)
            let type = elaboration.model[id].slot.type
            return Term(.conditional(condition, then: branch.value, else: rest), type, branch.value.location)
        }
    }

    private func reportOverlap(_ period: PeriodChecker.Period, among earlier: [PeriodChecker.Period]) {
        guard let other = earlier.first(where: { $0.anchor == period.anchor && $0.range.overlaps(period.range) }) else {
            return
        }
        elaboration.error(
            .overlappingPeriods, "two dated values hold on the same day", at: period.location,
            "overlaps an earlier one",
            also: [Label(other.location, "holds then already")],
            help: "both ends belong to a period: end the first the day before")
    }
}

/// Reads `source "…"` and `source house`.
enum SourceNotes {
    static func note(_ syntax: SourceClauseSyntax, _ elaboration: Elaboration) -> SourceNote? {
        if syntax.isHouse { return .house }
        return elaboration.fixed(syntax.owner, "a source").map { .document($0) }
    }
}

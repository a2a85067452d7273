import WritDiagnostics
import WritSource
import WritSyntax
import WritValues

/// Builds the working calendars, each after the one it is like.
final class CalendarChecker {
    private let elaboration: Elaboration
    private let sites: Sites
    private var drafts: [CalendarID: CalendarDraft] = [:]
    private var open: [CalendarID] = []
    /// How many calendars each one starts from, one through the other.
    private var depths: [CalendarID: Int] = [:]
    private var isTooLong = false

    init(elaboration: Elaboration, sites: Sites) {
        self.elaboration = elaboration
        self.sites = sites
    }

    func check() {
        for index in sites.calendars.indices {
            let id = CalendarID(index)
            let calendar = draft(id).calendar(named: elaboration.model[id].heading.name)
            elaboration.model.calendars[index].calendar = calendar
        }
    }

    private func draft(_ id: CalendarID) -> CalendarDraft {
        if let draft = drafts[id] { return draft }
        open.append(id)
        depths[id] = 1
        let draft = read(id)
        open.removeLast()
        drafts[id] = draft
        return draft
    }

    private func read(_ id: CalendarID) -> CalendarDraft {
        let site = sites.calendars[id.index]
        let errors = elaboration.errorCount
        var reader = CalendarReader(elaboration: elaboration, draft: base(of: site))
        reader.read(site.syntax.items)
        var draft = reader.draft
        draft.zone = draft.zone ?? site.globals.zone
        let heading = elaboration.model[id].heading
        if elaboration.errorCount > errors || site.syntax.node.isBroken { draft.isIncomplete = true }
        if !draft.isIncomplete { reportGaps(draft, heading) }
        return draft
    }

    /// What the calendar takes over: everything of the one it is `like`.
    private func base(of site: Site<CalendarDeclarationSyntax>) -> CalendarDraft {
        let likes = site.syntax.items.compactMap { if case .like(let item) = $0 { item } else { nil } }
        for again in likes.dropFirst() {
            elaboration.error(
                .calendarConflict, "a calendar is like one other", at: again.location, "a second one",
                also: [Label(likes[0].location, "already like this one")],
                help: "write its own hours and holidays instead")
        }
        guard let like = likes.first else { return CalendarDraft() }
        guard let token = like.name else { return CalendarDraft(isIncomplete: true) }
        guard case .calendar(let id) = site.globals.symbols[token.text] else {
            elaboration.reportUnknown("calendar", token, in: site.globals) {
                if case .calendar = $0 { true } else { false }
            }
            return CalendarDraft(isIncomplete: true)
        }
        elaboration.model.namedCalendars.insert(id)
        if let start = open.firstIndex(of: id) {
            reportCycle(Array(open[start...]), at: token.location)
            return CalendarDraft(isIncomplete: true)
        }
        return isTooLong ? CalendarDraft(isIncomplete: true) : draft(id, likedAt: token)
    }

    private func draft(_ id: CalendarID, likedAt token: SyntaxToken) -> CalendarDraft {
        if open.count <= LikeChain.longest {
            let draft = draft(id)
            let depth = depths[id, default: 0]
            if isTooLong || open.count + depth <= LikeChain.longest {
                if let last = open.last { depths[last] = depth + 1 }
                return draft
            }
        }
        if !isTooLong { LikeChain.report("calendar", token, elaboration) }
        isTooLong = true
        return CalendarDraft(isIncomplete: true)
    }

    private func reportCycle(_ chain: [CalendarID], at location: SourceLocation) {
        let names = (chain + [chain[0]]).map { elaboration.model[$0].heading.name }
        elaboration.error(
            .likeCycle, "calendar `\(names[0])` is like itself: \(names.joined(separator: " → "))", at: location,
            "closes the circle", help: "let one of them state its own hours and holidays")
    }

    private func reportGaps(_ draft: CalendarDraft, _ heading: Heading) {
        if !draft.hasWorkingTime {
            elaboration.error(
                .noWorkingTimeAtAll, "calendar `\(heading.name)` has no working time at all", at: heading.location,
                "never works", help: "add `hours monday to friday 09:00 to 17:00`, or `days monday to friday`")
        } else if draft.zone == nil {
            elaboration.error(
                .calendarWithoutZone, "calendar `\(heading.name)` does not say where its clock hangs",
                at: heading.location,
                "no time zone", help: "add `timezone \"…\"` here or to the policy's header")
        }
    }
}

import WritFacts
import WritSemantics
import WritValues

extension Policy {
    /// The facts that `asOf` sets, whatever the case says: a date sets `today`, an instant `now`, and `today` to the day it
    /// is then in the policy's zone. A policy without a zone has no such day.
    public func presets(asOf text: String?) throws(PolicyError) -> [FactID: Datum] {
        guard let text else { return [:] }
        if let date = CivilDate(iso: text) { return preset("today", .date, Int128(date.dayNumber)) }
        guard let instant = Instant(rfc3339: text) else {
            throw .wrong(
                .wrongOption, "`\(text)` is neither a date nor a point in time", text,
                help: "give a date such as 2026-01-31, or a point in time such as 2026-01-31T09:30:00+01:00")
        }
        let now = preset("now", .instant, Int128(instant.microseconds))
        guard let zone = model.zone else {
            throw .wrong(
                .noZone, "`\(name)` declares no time zone, so a point in time does not tell which day is today", text,
                help:
                    "declare `timezone \"Europe/Berlin\"`, or where its desk is, in the policy's header; or give a date"
            )
        }
        let today = preset("today", .date, Int128(zone.localDateTime(of: instant).date.dayNumber))
        return now.merging(today) { first, _ in first }
    }

    private func preset(_ name: String, _ type: WritType, _ count: Int128) -> [FactID: Datum] {
        let facts = model.facts.indices.filter {
            model.facts[$0].heading.name == name && model.facts[$0].slot.type == type
        }
        return Dictionary(uniqueKeysWithValues: facts.map { (FactID($0), Datum.count(count)) })
    }
}

import WritKit
import WritSemantics

/// The declared names, one a line: place, kind, policy and name.
enum NameDump {
    static func text(_ model: CheckedModel) -> String {
        let groups: [(String, [Heading])] = [
            ("type", model.variants.map(\.heading)), ("record", model.records.map(\.heading)),
            ("calendar", model.calendars.map(\.heading)), ("fact", model.facts.map(\.heading)),
            ("param", model.params.map(\.heading)), ("define", model.defines.map(\.heading)),
            ("action", model.actions.map(\.heading)), ("decision", model.decisions.map(\.heading)),
            ("promise", (model.promises.map(\.heading) + model.relations.map(\.heading))),
            ("case", model.cases.map(\.heading)),
        ]
        return groups.reduce(into: "") { text, group in
            for heading in group.1 {
                let policy = heading.policy.isEmpty ? "" : heading.policy + "."
                text += "\(group.0) \(policy)\(heading.name)  \(heading.location.description)\n"
            }
        }
    }
}

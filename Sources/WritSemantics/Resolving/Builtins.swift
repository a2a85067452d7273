import WritSource

/// What every policy finds already declared: `today`, `now`, `Weekday` and `Interval`.
enum Builtins {
    static let today = FactID(0)
    static let now = FactID(1)
    /// `monday` to `sunday`, in the order of ISO 8601.
    static let weekday = VariantID(0)
    /// `from : instant`, `until : instant?`. A policy may declare its own record of this name.
    static let interval = RecordID(0)

    /// The builtin names in the order of their declaration, with what they stand for.
    static let symbols: [(name: String, symbol: Symbol)] = [
        ("today", .fact(today)), ("now", .fact(now)), ("Weekday", .variant(weekday)), ("Interval", .record(interval)),
    ]

    /// A file that no disk has, so that builtin names have a place like all others.
    private static let file = SourceFile(
        path: "<built in>",
        text: """
            fact today : date
            fact now : instant
            type Weekday = monday | tuesday | wednesday | thursday | friday | saturday | sunday
            record Interval
              from : instant
              until : instant?

            """)

    /// Puts the builtin declarations first into an empty model.
    static func declare(in model: inout CheckedModel) {
        model.facts = [
            fact("today", .date, "The day the decision is made on."),
            fact("now", .instant, "The moment it is made at."),
        ]
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        model.variants = [
            VariantType(heading: heading("Weekday"), cases: days.map { VariantCase(name: $0, location: place(of: $0)) })
        ]
        let fields = [
            Slot(name: "from", type: .instant, isOptional: false, location: place(of: "from")),
            Slot(name: "until", type: .instant, isOptional: true, location: place(of: "until")),
        ]
        model.records = [RecordType(heading: heading("Interval"), fields: fields)]
    }

    private static func fact(_ name: String, _ type: WritType, _ doc: String) -> Fact {
        let heading = heading(name, doc)
        let slot = Slot(name: name, type: type, isOptional: false, doc: doc, location: heading.location)
        return Fact(heading: heading, slot: slot)
    }

    private static func heading(_ name: String, _ doc: String? = nil) -> Heading {
        Heading(name: name, doc: doc, location: place(of: name), policy: "")
    }

    /// The first occurrence of a word in the builtin text.
    private static func place(of word: String) -> SourceLocation {
        let wanted = Array(word.utf8)
        let start = file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) } ?? 0
        return SourceLocation(file, SourceRange(start, start + wanted.count))
    }
}

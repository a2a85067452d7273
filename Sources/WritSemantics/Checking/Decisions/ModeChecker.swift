import WritDiagnostics
import WritSource
import WritSyntax

/// Settles how the answers of a decision's rules become one: the mode is written exactly once.
struct ModeChecker {
    let elaboration: Elaboration

    func mode(of syntax: DecisionDeclarationSyntax, _ heading: Heading) -> Decision.Mode {
        let written = syntax.items.compactMap { item in
            switch item {
            case .mode(let mode): mode
            case .table(let table): table.mode
            default: nil
            }
        }
        for again in written.dropFirst() { reportAgain(again, after: written[0]) }
        guard let first = written.first else {
            reportMissing(heading)
            return .first
        }
        return Decision.Mode(first.mode)
    }

    private func reportAgain(_ mode: ModeSyntax, after first: ModeSyntax) {
        elaboration.error(
            .severalModes, "the decision already says how its rules decide", at: mode.location, "said again",
            also: [Label(first.location, "said here")],
            help: "a decision has one mode for all its rules and tables: keep one")
    }

    private func reportMissing(_ heading: Heading) {
        elaboration.error(
            .missingMode, "decision `\(heading.name)` does not say how its rules decide", at: heading.location,
            "in which order?",
            help:
                "write `first` below it when the first rule that applies answers, `unique` when only one may apply, or `collect`, "
                + "`sum`, `min`, `max` or `count`")
    }

    // MARK: Types

    /// What a rule's value must be under a mode; nil under `count`, where rules have none.
    func valueType(_ mode: Decision.Mode, _ type: WritType, _ syntax: DecisionDeclarationSyntax) -> WritType? {
        let location = syntax.type?.location ?? syntax.location
        switch (mode, type) {
        case (.count, .integer): return nil
        case (_, .poison): return mode == .count ? nil : .poison
        case (.count, _):
            report(mode, "counts its rules, so its type is `integer`", type, at: location)
            return nil
        case (.collect, .list(let element)): return element
        case (.collect, _):
            report(
                mode, "collects values, so its type is a list", type, at: location,
                help: "write `list of \(location.text)`")
            return type
        case (.sum, _) where !type.canBeAdded:
            report(mode, "adds values up, so its type is a number, money or an amount of time", type, at: location)
            return .poison
        case (.min, _) where !type.isQuantity, (.max, _) where !type.isQuantity:
            report(mode, "compares values, so its type must have an order", type, at: location)
            return .poison
        default: return type
        }
    }

    private func report(
        _ mode: Decision.Mode, _ what: String, _ type: WritType, at location: SourceLocation, help: String? = nil
    ) {
        let found = TypeNames.quoted(type, in: elaboration.model)
        elaboration.error(
            .modeType, "a decision under `\(mode.rawValue)` \(what); found \(found)", at: location,
            "does not fit `\(mode.rawValue)`",
            help: help ?? "change the type, or the mode")
    }
}

extension Decision.Mode {
    init(_ mode: ModeSyntax.Mode) {
        switch mode {
        case .first: self = .first
        case .unique: self = .unique
        case .collect: self = .collect
        case .sum: self = .sum
        case .min: self = .min
        case .max: self = .max
        case .count: self = .count
        }
    }
}

extension WritType {
    /// Whether several make a total: a date plus a date is none.
    var canBeAdded: Bool {
        switch self {
        case .number, .money, .amount: true
        default: false
        }
    }
}

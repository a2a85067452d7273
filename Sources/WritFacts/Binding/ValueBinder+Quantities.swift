import WritDiagnostics
import WritSemantics
import WritSource
import WritValues

/// Numbers, money and amounts of time, all read from their digits.
extension ValueBinder {
    mutating func number(_ node: DocumentNode, _ scale: Int, _ slot: Slot) -> Datum {
        let wanted = wanted(.number(scale: scale))
        guard let text = digits(node) else { return refuseKind(node, wanted) }
        return count(text, scale, node, slot, wanted)
    }

    mutating func money(_ node: DocumentNode, _ currency: Currency, _ scale: Int, _ slot: Slot) -> Datum {
        let wanted = wanted(.money(currency, scale: scale))
        guard let text = digits(node) else { return refuseKind(node, wanted) }
        let words = text.split(separator: " ")
        guard let amount = words.first, words.count <= 2 else { return refuseNumber(text, node, wanted) }
        if words.count == 2, words[1] != currency.code {
            return refuseCurrency(String(words[1]), currency, node, wanted)
        }
        return count(String(amount), scale, node, slot, wanted)
    }

    mutating func amount(_ node: DocumentNode, _ kind: AmountKind, _ slot: Slot) -> Datum {
        let wanted = wanted(.amount(kind), unit: slot.unit)
        guard let text = digits(node) else { return refuseKind(node, wanted) }
        if let unit = slot.unit, case .exact(let number, let scale) = DecimalText.parse(text) {
            return bareAmount(number, scale, unit, node, slot)
        }
        guard let amount = AmountText.parse(text) else {
            return refuse(
                .notAnAmount, "\(shown) is \(wanted), and `\(text)` is not", at: node, "not an amount of time",
                help: "give \(wanted)")
        }
        if amount.kind == kind { return bounded(amount.count, node, slot) }
        return refuse(
            .notAnAmount, "\(shown) is counted in \(kind.words), and `\(text)` in \(amount.kind.words)", at: node,
            "counted in \(amount.kind.words)",
            help: "\(kind.words) and \(amount.kind.words) do not convert; give \(wanted)")
    }

    /// A bare number counts the unit that the fact is declared in.
    private mutating func bareAmount(
        _ number: Int128, _ scale: Int, _ unit: AmountUnit, _ node: DocumentNode, _ slot: Slot
    ) -> Datum {
        let (product, overflow) = number.multipliedReportingOverflow(by: Int128(unit.multiplier))
        guard !overflow else { return refuseSize(node) }
        if let count = Exact.rescale(product, from: scale, to: 0) { return bounded(count, node, slot) }
        return refuse(
            .tooManyDecimals, "\(shown) is a whole number of \(unit.plural), or of a smaller unit", at: node,
            "no exact amount of time", help: "give \(wanted(slot.type, unit: unit))")
    }

    // MARK: Digits

    /// The text of a scalar that may be a number. Quoted digits are read too: decimals often travel as text.
    private func digits(_ node: DocumentNode) -> String? {
        guard case .scalar(let text, let style) = node.content, style != .boolean else { return nil }
        return text
    }

    private mutating func count(
        _ text: String, _ scale: Int, _ node: DocumentNode, _ slot: Slot, _ wanted: String
    ) -> Datum {
        switch DecimalText.count(text, atScale: scale) {
        case .exact(let count): return bounded(count, node, slot)
        case .tooManyDecimals:
            let room = scale == 0 ? "no decimals" : "\(scale) decimal\(scale == 1 ? "" : "s")"
            return refuse(
                .tooManyDecimals, "\(shown) has room for \(room), and `\(text)` has more", at: node,
                "too many decimals",
                help: "nothing is rounded on the way in; give \(wanted)")
        case .tooLarge: return refuseSize(node)
        case .malformed: return refuseNumber(text, node, wanted)
        }
    }

    /// Checks the kept range and what the fact's author allows.
    mutating func bounded(_ count: Int128, _ node: DocumentNode, _ slot: Slot) -> Datum {
        guard Int64(exactly: count) != nil else { return refuseSize(node) }
        guard let bounds = slot.bounds, !bounds.contains(count) else { return .count(count) }
        let type = slot.type.innermost
        let low = written(bounds.lowerBound, type, unit: slot.unit)
        let high = written(bounds.upperBound, type, unit: slot.unit)
        return refuse(
            .outOfBounds, "\(shown) lies between \(low) and \(high)", at: node,
            count < bounds.lowerBound ? "less than \(low)" : "more than \(high)")
    }

    // MARK: Complaints

    private mutating func refuseSize(_ node: DocumentNode) -> Datum {
        refuse(.numberTooLarge, "\(shown) is more than a value can hold", at: node, "too large")
    }

    private mutating func refuseNumber(_ text: String, _ node: DocumentNode, _ wanted: String) -> Datum {
        let plain = text.filter { $0 != "," && $0 != "_" && $0 != "'" }
        let mended = plain != text && DecimalText.parse(plain) != .malformed ? plain : nil
        return refuse(
            .notANumber, "\(shown) is \(wanted), and `\(text)` is not", at: node, "not a number",
            help: mended.map { "write it without separators: \($0)" } ?? "give \(wanted)")
    }

    private mutating func refuseCurrency(
        _ code: String, _ currency: Currency, _ node: DocumentNode, _ wanted: String
    ) -> Datum {
        guard Currency.named(code) != nil else {
            return refuse(
                .wrongCurrency, "\(shown) is money in \(currency.code), and `\(code)` is no currency", at: node,
                "no currency of ISO 4217", help: "give \(wanted)")
        }
        return refuse(
            .wrongCurrency, "\(shown) is money in \(currency.code), and this is in \(code)", at: node,
            "\(code), not \(currency.code)",
            help: "nothing converts one currency into another; give the amount in \(currency.code)")
    }

    mutating func refuseKind(_ node: DocumentNode, _ wanted: String) -> Datum {
        refuse(
            .wrongKind, "\(shown) is \(wanted), and this is \(node.kindDescription)", at: node, node.kindDescription,
            help: "give \(wanted)")
    }
}

extension WritType {
    /// The type of what a list holds, however deep.
    var innermost: WritType {
        if case .list(let element) = self { return element.innermost }
        return self
    }
}

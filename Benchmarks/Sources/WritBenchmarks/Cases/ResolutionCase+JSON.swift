import WritValues

/// Cases as hosts send them.
extension ResolutionCase {
    static let jsonBytes = 338

    /// One line of ``jsonBytes`` bytes, with blanks after colons and commas as most writers of JSON leave them. The name is as long
    /// as it takes.
    func json(number: Int) -> String {
        let facts = """
            "paid": \(money(paid)), "item_price": \(money(itemPrice)), "refunded": \(money(refunded)), \
            "ordered_on": "\(date(orderedOn))", "delivered_on": "\(date(deliveredOn))", \
            "asked_on": "\(date(askedOn))", "claims": \(claims), "quantity": \(quantity), \
            "problem": "\(problem == .wrongItem ? "wrong_item" : "\(problem)")", "channel": "\(channel)", \
            "tier": "\(tier)", "region": "\(region)", "has_photo": \(hasPhoto), "in_stock": \(inStock)
            """
        let digits = Self.jsonBytes - facts.utf8.count - #"{"id": "case-", }"#.utf8.count
        return #"{"id": "case-\#(String(number).leftPadded(to: digits))", \#(facts)}"#
    }

    private func money(_ cents: Int64) -> String {
        "\(cents / 100).\(String(cents % 100).leftPadded(to: 2))"
    }

    private func date(_ day: Int32) -> String { CivilDate(dayNumber: Int(day))!.description }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}

import Testing
import WritDiagnostics
import WritFacts
import WritSemantics
import WritSource
import WritSyntax

/// Policies whose facts have every type, alone and in each other.
enum RowModels {
    /// One fact of each type, those that are quantities with and without bounds.
    static let scalars = model(
        """
        policy scalars

        type Carrier = usps as "USPS" | ups | other as "an other carrier, whose name is long" | usps_too as "ups2"
        calendar plant
          timezone "Europe/Berlin"
          hours monday to friday 08:00 to 17:00
        calendar office like plant

        fact flag : boolean?
        fact number_of_pieces : integer
        fact count : integer? as "n" between -3 and 1_000
        fact rate : number(4)?
        fact fine : number(12)? as "fine rate"
        fact price : money(USD)? between 0 USD and 1_000_000 USD
        fact paid : money(JPY)?
        fact who : text?
        fact name_of_a_fact_which_is_longer_than_sixteen : text?
        fact 优先级 : text?
        fact mailed : date? between 2020-01-01 and 2030-12-31
        fact born : date?
        fact opens : time?
        fact seen : instant?
        fact place : zone?
        fact plan : calendar?
        fact waited : hours?
        fact lead : working days? between 0 working days and 400 working days
        fact age : years?
        fact carrier : Carrier?
        fact id : text?
        """)

    /// Records in records, in lists and in variants; some optional, some missing with everything in them.
    static let nested = model(
        """
        policy nested

        type Size = small | large
        type Remedy =
            reship
          | refund(amount: money(USD), note: text?) as "REFUND"
          | search(until: date, seller: Contact, tags: list of text)

        record Contact
          name : text
          email : text?
          city : City
          reach : City?
        record City
          zip : text as "ZIP code"
          size : Size?
        record Line
          part : text
          pieces : integer between 0 and 99
          in_stock : boolean?
          marks : list of text
          remedies : list of Remedy
        record Tree
          value : integer
          branches : list of Branch
        record Branch
          tips : list of Line
          leaves : list of list of integer

        fact order
          number : text
          total : money(USD) as "total_price"
          lines : list of Line
          ship_to : Contact
          bill_to : Contact?
        fact contact : Contact?
        fact remedy : Remedy?
        fact wanted : Remedy
        fact tags : list of text?
        fact days : list of date
        fact tree : Tree?
        fact trees : list of Tree
        fact sizes : list of Size
        """)

    /// More facts than one word has bits.
    static let wide = model(
        "policy wide\n\n" + (0..<100).map { "fact f\($0) : integer\($0 % 3 == 0 ? "?" : "")\n" }.joined())

    /// Each fact of ``nested`` twice, as when two policies declare facts that documents call the same.
    static let shared: CheckedModel = {
        var model = nested
        model.facts += model.facts
        return model
    }()

    private static func model(_ text: String) -> CheckedModel {
        var sink = DiagnosticSink()
        let file = SourceFile(path: "rows.writ", text: text)
        let unit = PolicyUnit(file: file, tree: Parser.parse(file, sink: &sink))
        let result = TypeChecker.check([unit]) { _, _ in nil }
        guard let model = result.model else {
            preconditionFailure("\((sink.diagnostics + result.diagnostics.diagnostics).map(\.message))")
        }
        return model
    }
}

extension CheckedModel {
    /// What a decision would reach that uses these facts with everything in them.
    func reach(_ facts: [Int]) -> ReachedFacts {
        let place = SourceLocation(SourceFile(path: "reach", text: ""), .at(0))
        let same = facts.map { index in
            let fact = Term(.fact(FactID(index)), self.facts[index].slot.type, place)
            return Term(.equal(fact, fact), .boolean, place)
        }
        let rule = Rule(
            name: "only", location: place, condition: Term(.and(same), .boolean, place),
            conclusion: Conclusion(value: Term(.constant(.boolean(true)), .boolean, place), location: place))
        var model = self
        model.decisions.append(
            Decision(
                heading: Heading(name: "reached", location: place, policy: "reach"), parameters: [], parameterSlots: [],
                type: .boolean, mode: .first, rules: [rule]))
        return ReachedFacts(by: [DecisionID(model.decisions.count - 1)], in: model)
    }
}

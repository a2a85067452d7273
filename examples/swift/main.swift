// A host in Swift: decides whether to pay a customer back. The first argument is the policy's path.
import WritKit

/// What the desk knows of a contact. Keys are the names on the wire; what is nil is unknown.
struct Contact: Encodable {
    var order: Order
    var reason: Reason?
    var deliveredOn: String?
    var today: String

    enum CodingKeys: String, CodingKey {
        case order, reason, today
        case deliveredOn = "delivered_on"
    }

    struct Order: Encodable {
        var number: String
        var amount: Money
    }

    enum Reason: String, Encodable { case damaged, late, unwanted }
}

/// What the policy answers.
enum Resolution: Decodable {
    case refund(amount: Money)
    case askAPerson
    case refuse

    enum CodingKeys: String, CodingKey {
        case refund, refuse
        case askAPerson = "ask_a_person"
    }
}

/// What the policy asks to be done.
enum Action: Decodable {
    case tell(who: String, order: String)
}

let path = CommandLine.arguments[1]
let policy = try Policy(path: path)
let sixtyFour = Money(count: 64_00, scale: 2, currency: "USD")
var contact = Contact(order: .init(number: "A-17", amount: sixtyFour), reason: .damaged, today: "2026-03-05")

let answer = try policy.decide("refund", facts: contact)
switch answer.status {
case .determined:
    switch try answer.outcome(as: Resolution.self) {
    case .refund(let amount): print("pay \(amount):", answer.because)
    case .askAPerson, .refuse: print("pay nothing:", answer.because)
    }
    for action in try answer.actions(as: Action.self) { print("do \(action)") }
case .undetermined: print("ask for \(answer.needs)")
case .faulted: print("tell an engineer:", answer.text)
}

// Params, the decision's arguments, the language and the day are texts, checked as if they stood in a document.
let strict = Policy.Options(params: ["limit": "50 USD"], asOf: "2026-03-06")
for case .tell(let who, let order) in try policy.decide("refund", facts: contact, options: strict)
    .actions(as: Action.self)
{
    print("tell \(who) of \(order)")
}

// A case that is read once, changed in single facts and asked again.
contact.reason = nil
var open = try policy.bind(contact)
print("needs \(try open.decide("refund").needs)")
try open.set("delivered_on", to: "2026-03-01")
print(try open.decide("refund").because)

// What does not fit says so, and shows the value as it would be in a document.
do throws(PolicyError) {
    try open.set("order.amount", to: "64.00 EUR")
} catch {
    print(error)
}

// A type that does not fit says so too.
do throws(AnswerMismatch) {
    _ = try answer.outcome(as: Int.self)
} catch {
    print(error)
}

// A service takes up a changed policy while its threads decide.
let store = try PolicyStore(paths: [path])
let version = try store.reload(requiring: ["refund"])
print("version \(version.number) answers: \(try store.decide("refund", facts: contact).status)")

// Many cases on one thread: memory for deciding is used again.
var session = DecisionSession(policy)
var toPeople = 0
for number in 1...200 {
    contact.reason = .damaged
    contact.order.amount = Money(count: Int64(number) * 100, scale: 2, currency: "USD")
    if session.decide(try policy.bind(contact).question("refund")).rule == "too_large" { toPeople += 1 }
}
print("to a person: \(toPeople)")

// Very many cases: the decision is prepared once, and JSON goes straight to a verdict.
let body = #"{"order": {"number": "A-17", "amount": "64.00 USD"}, "reason": "damaged", "today": "2026-03-05"}"#
let refund = try policy.prepare("refund")
var quick = refund.session()
let verdict = try quick.decide(json: body)
print(verdict.status, verdict.rule ?? "no rule", try quick.outcome.decoded(as: Resolution.self))

// A service has threads that come and go, and versions that do too.
let shared = try store.current.prepared("refund")
print("by \(try shared.decide(json: body).rule ?? "no rule")")

// A case of one's own is read once and asked as often as one likes.
let bound = try quick.bind(json: Array(body.utf8))
print(quick.decide(bound).status)

/// Policies as they are meant to be written; the tests break them one way each.
enum SamplePolicies {
    static let facts = #"""
        policy service_desk.facts
          timezone "America/New_York"

        type Level = vip as "V.I.P." | gold | standard
        type Kind = delivered_not_received | lost | damaged | other
        type Photo = match | mismatch | none
        type Team = trust_team | tier_2

        record Line
          sku : text
          in_stock : boolean
          price : money(USD) between 0 USD and 10_000 USD

        record Claim
          opened_on : date
          amount : money(USD)?

        fact customer "Who asks."
          level : Level
          claims : list of Claim

        fact parcel
          gps : Photo?
          photo : Photo?
          signed_by : text?
          tracking : text
          mailed_on : date
          delivered_on : date?

        fact order as "purchase"
          number : text
          amount : money(USD) as "total_price"
          paid : money(USD)
          refunded : money(USD)
          ship_to : text
          lines : list of Line

        fact contact
          kind : Kind

        fact due_in : integer between 0 and 365

        action file_missing_mail_search(tracking: text)
        action create_replacement_order(order: text)
        action notify(template: text, note: text?)

        """#

    static let resolution = #"""
        policy service_desk.resolution
          "Reship, refund, search, wait or hand over: the answer to a parcel contact."
          timezone "America/New_York"
          default calendar carrier_days

        use service_desk.facts

        type Resolution = reship(to: text) | refund(amount: money(USD)) | wait(until: date) | escalate(to: Team) | close

        param reship_limit : money(USD) = 150 USD between 0 USD and 500 USD
          "Largest order we reship without a person looking."
          source house
          in force from 2026-11-01 until 2026-12-31 = 200 USD source "Peak season memo"

        param claim_watch : integer = 3
          "Claims in 90 days that send a case to a person."
          source house

        calendar carrier_days
          days monday to friday
          holiday 2026-12-25 "Christmas"

        calendar desk
          like carrier_days
          timezone "Europe/Paris"
          hours monday to thursday 09:00 to 12:00, 13:00 to 17:00
          hours friday 09:00 to 12:00
          break 10:00 to 10:15
          working 2026-12-24 09:00 to 12:00
          covers 2026-01-01 to 2026-12-31

        define proof_of_delivery =
          parcel.gps is match or parcel.photo is match or parcel.signed_by is known

        define recent_claims =
          count claim in customer.claims where claim.opened_on >= 90 days before today

        define share(part: money(USD)) = part / order.amount

        decision resolution : Resolution
          first

          rule watchlist
            when recent_claims >= claim_watch
            then escalate(to: trust_team)
            because "{recent_claims} claims in 90 days; our limit is {claim_watch}."

          rule search_first
            when contact.kind is delivered_not_received
             and not proof_of_delivery
             and today >= 7 days after parcel.mailed_on
            then wait(until: 5 working days after today)
            do   file_missing_mail_search(tracking: parcel.tracking)
            because "Delivered {parcel.delivered_on} without GPS or photo."
            source "USPS: Missing Mail Search Request, from the 7th day"

          rule reship
            in force from 2026-01-01
            when contact.kind in {delivered_not_received, lost, damaged}
             and every line in order.lines has line.in_stock
             and order.amount <= reship_limit
            then reship(to: order.ship_to)
            do   create_replacement_order(order: order.number)
                 notify(template: "reship")
            because "In stock and {order.amount} is within {reship_limit}."

          rule refund
            when order.amount <= reship_limit
            then refund(amount: order.paid - order.refunded)
            because "Not in stock; refunded instead."

          otherwise escalate(to: tier_2)
            because "No rule settles this; a person decides."

          when undetermined escalate(to: tier_2)

        decision tier : Level
          table unique
          | rule      | customer.level | order.amount         | due_in || tier     | because                | source |
          | emergency | any            | any                  | <= 3   || vip      | "Due in {due_in} days" | house  |
          | vip_big   | vip            | >= 100 USD           | > 3    || gold     |                        | "p. 4" |
          |           | not vip        | [10 USD .. 100 USD)  | > 3    || standard |                        |        |
          | otherwise |                |                      |        || standard |                        |        |

        decision line_ok(line: Line) : boolean
          first
          otherwise line.in_stock

        always refund_is_bounded
          "We never pay back more than was paid."
          resolution is refund implies resolution.amount <= order.paid

        never silent_high_value
          resolution is reship and order.amount > 500 USD

        """#

    static let tests = #"""
        policy service_desk.resolution

        case base
          contact.kind = delivered_not_received
          customer.level = vip
          customer.claims = [Claim(opened_on: 2026-01-01), Claim(opened_on: 2025-01-01, amount: 3 USD)]
          today = 2026-01-12

        case base_lost like base
          contact.kind = lost

        test "a missing parcel after the window"
          given like base_lost
                parcel.gps = unknown, parcel.photo = none
                parcel.mailed_on = 2026-01-02, claim_watch = 4
          expect resolution is wait(until: 2026-01-20) by search_first
            does file_missing_mail_search(tracking: "x")
          expect resolution is undetermined needs order.amount, parcel.gps
          expect resolution is refund by refund because "Not in stock; refunded instead."
          expect resolution is close
          expect tier is vip by otherwise
          expect order.amount > 3 USD

        """#

    /// Scores, collections, overrides, calendars and arguments.
    static let scores = #"""
        policy shop.scores
          timezone "Asia/Shanghai"
          languages en, zh

        type Priority = low | high
        record Line
          sku : text
          due : date
          weight : number(3) between 0 and 100

        fact lines : list of Line
        fact vip : boolean?
        fact started_at : instant
        fact pauses : list of Interval
        fact zone_of_customer : zone
        fact plant : calendar

        param base : number(2) = 1.5 source house
        param weekend : list of Weekday = [saturday, sunday] source house

        calendar cn
          hours monday to friday 09:00 to 18:00
          break 12:00 to 13:00
          holiday 2026-10-01 to 2026-10-07 "National Day"
          working 2026-10-10

        action ship(sku: text, on_day: date?)

        decision score : number(2)
          sum
          rule many when (count l in lines where l.weight > 10) > 3 then 2
          rule vip when vip then base
          otherwise 0.5

        decision worst : date
          min
          rule all when every l in lines has l.due >= today then earliest of (today, 2026-12-31)

        decision picks : list of text
          collect
          rule heavy when any l in lines has l.weight > 50 then "heavy" because en "heavy" zh "重"
          rule late when weekday of today in {saturday, sunday} then "late"

        decision outcome(line: Line) : Priority
          unique
          rule soon when line.due <= 3 days after today then high do ship(sku: line.sku)
          rule gold overrides soon when score > 3 then high
          otherwise low
          when undetermined high

        decision hits : integer
          count
          rule a when working hours between started_at and now on cn > 3 working hours
          rule b when lines is unknown

        always ok every l in lines has (outcome(l) is high or l.due > today)
        test "a" given lines = [Line(sku: "A", due: 2026-01-01, weight: 1)], vip = unknown, plant = cn, zone_of_customer = "Asia/Tokyo"
          expect picks is ["late"]
          expect score is 0.5 by otherwise
          expect outcome(Line(sku: "A", due: 2026-01-01, weight: 1)) is high by soon does ship(sku: "A")
          expect hits is 1

        """#
}

/// Whole policies without a mistake, which the laws are tried on.
enum Corpus {
    static let reship = #"""
        policy service_desk.resolution
          "Reship, refund, search, wait or hand over: the answer to a parcel contact."
          timezone "America/New_York"
          default calendar carrier_days
          languages en, zh

        use service_desk.facts

        # Limits, each with an owner.
        param reship_limit : money(USD) = 150 USD  between 0 USD and 500 USD
          "Largest order we reship without a person looking."
          source house
          in force by order.placed_on from 2026-01-18 until 2026-12-31 = 175 USD
            source "Memo 12, p. 3"

        param claim_watch : integer = 3
          "Claims in 90 days that send a case to a person."
          source house

        define proof_of_delivery =
          parcel.gps is match or parcel.photo is match or parcel.signed_by is known

        define recent_claims =
          count claim in customer.claims where claim.opened_on >= 90 days before today

        decision resolution : Resolution
          first

          rule watchlist
            when recent_claims >= claim_watch
            then escalate(to: trust_team)
            because "{recent_claims} claims in 90 days; our limit is {claim_watch}."

          rule search_first
            when contact.kind is delivered_not_received
             and not proof_of_delivery
             and parcel.carrier is usps   # the others answer by phone
             and not search.filed
             and today >= 7 days after parcel.mailed_on
            then wait(until: 5 working days after today)
            do   file_missing_mail_search(tracking: parcel.tracking)
            because "Delivered {parcel.delivered_on} without GPS or photo; a search was filed."
            source "USPS: Missing Mail Search Request, from the 7th day"

          rule reship
            in force from 2026-01-18 until 2026-12-31
            overrides watchlist, search_first
            when contact.kind in {delivered_not_received, lost, damaged}
             and every line in order.lines has line.in_stock
             and order.amount <= reship_limit
            then reship(to: order.ship_to)
            do   create_replacement_order(order: order.number)
                 notify(template: "reship")
            because en "In stock and {order.amount} is within {reship_limit}."
                    zh "有货，{order.amount} 未超过 {reship_limit}。"

          otherwise escalate(to: tier_2)
            because "No rule settles this; a person decides."
          when undetermined escalate(to: tier_2)
            source house

        always refund_is_bounded
          "We never pay back more than was paid."
          resolution is refund implies resolution.amount <= order.paid

        never silent_high_value
          resolution is reship and order.amount > 500 USD

        case base_contact
          "An ordinary one."
          parcel.photo = match
          parcel.mailed_on = 2026-01-05

        test "a missing parcel after the window"
          given like base_contact
                parcel.gps = unknown, parcel.photo = none
                parcel.mailed_on = 2026-01-02, today = 2026-01-12
          expect resolution is wait(until: 2026-01-19) by search_first
            does file_missing_mail_search(tracking: "x")
            needs parcel.gps, order.amount
            because "x"
          expect tier is high by otherwise
        """#

    static let tier = #"""
        decision tier : Tier
          table unique
          | rule       | customer.level | order.amount                  | days_to_due || tier   | because               |
          | emergency  | any            | any                           | <= 3        || high   | "Due in {days_to_due} days" |
          | vip_big    | vip            | >= high_amount                | > 3         || high   |                       |
          | ordinary   | not vip, gold  | [medium_amount..high_amount)  | > 3         || medium |                       |
          | 优先        | known          | unknown                       | (0..5]      || low    | "宽字符"                |
          | otherwise  |                |                               |             || low    |                       |

        decision fee(line: Line, 天数: integer?) : money(USD)
          "Per line."
          table from "fees.csv"

        extend tier
          table
            | rule | a || b |
            | r    | 1 || 2 |
        """#

    static let facts = #"""
        type Kind "What it is about" =
          | delivered_not_received as "DNR"
          | lost "Never seen again"
          | refund(amount: money(USD), when: date?)
        type Level = vip | gold as "V.I.P."
        record Line
          "One line."
          price : money(USD) as "unit_price" between 0 USD and 10_000 USD "Each."
          type : text
          tags : list of text?
        fact today : date
        fact order "The order"
          amount : money(USD)
          lines : list of Line
          `odd name` : number(4)
          wait : working days
          calendar : calendar
        fact 客户 : text as "customer" "中文"
        action notify(template: text, to: text?) "Tell them"
        action stop
        define price(line: Line) : money(USD) "Doc" = line.price * line.count
        calendar plant
          "Working week"
          like base
          timezone "Europe/Berlin"
          hours monday to thursday, saturday 08:00 to 12:00, 13:00 to 17:30
          days sunday
          break 10:00 to 10:15
          holiday 2026-12-24 to 2026-12-26 "Christmas"
          working 2026-12-27 09:00 to 12:00 "Extra"
          covers 2026-01-01 to 2027-12-31
        """#

    static let exprs = #"""
        define a01 = if a then b else if c then d else e
        define a02 = a or else b or else 0 + 1
        define a03 = not a and b or c implies d implies e
        define a04 = a - b - c * d / e
        define a05 = -a + -5
        define a06 = 10 % of order.amount + 5 %
        define a07 = rate of order.amount rounded to 0.01 USD half even
        define a08 = x rounded to 1 up
        define a09 = today at 09:00 in zone customer.zone
        define a10 = 3 working days after today on plant excluding pauses in zone z
        define a11 = n hours before now
        define a12 = date of now in zone z
        define a13 = start of month of today
        define a14 = end of year of date of now
        define a15 = working hours between a and b on plant excluding pauses
        define a16 = days between a and b
        define a17 = first working day on or after today on plant
        define a18 = sum line.price * 2 for line in order.lines where line.in_stock
        define a19 = sum (a + b) for x in xs
        define a20 = sum(a, b) + count + min + list + first
        define a21 = average x.a for x in xs
        define a22 = first x in xs where x.ok by x.start descending
        define a23 = greatest of (a, b, 3)
        define a24 = text en "a {b}" zh "c"
        define a25 = any x in xs has x.a is known
        define a26 = no x in xs has (x.a or x.b)
        define a27 = x in [0..5) or x not in [a, b] or y in {1, 2, 3} or z in list
        define a28 = name starts with "a" and name ends with "b" or name contains "c" or name like "##-#"
        define a29 = d is working day on plant and d is not working day
        define a30 = x is not y and x is not known and x is unknown
        define a31 = [1, 2, 3]
        define a32 = []
        define a33 = 2026-01-02T09:30:00.5Z
        define a34 = 2026-01-02T09:30+02:00
        define a35 = "text {"inner {x}"} and \"quoted\" \{ \u{1F4E6} {x in {a, b}}"
        define a36 = length of name + year of today
        define a37 = order.type.calendar.any
        define a38 = order.amount > 500 USD and 1_000.50 < b and 09:00 <= t
        define a39 = date + time + end + last + working + after
        define a40 = a in force
        """#

    static let accepted = #"""
        type Answer "What is said" =
          | accept "no fee is due"
          | refuse
          accept unproduced "Kept for the hosts of last year." until 2026-12-31
        record Line
          accept : boolean
          accept unused "Told by every host."
        fact order
          amount : money(USD)
          accept undecided "Told by hand."
          accept unused "Told by every host."
        fact level : Level
          "How we know them."
          accept unused "Soon."
        param limit : money(USD) = 150 USD
          "Largest order."
          source house
          in force from 2026-01-18 = 175 USD
          accept period_hole "Closed in summer."
        define is_large = order.amount >= limit
          accept constant_condition "While the limit is a test."
        action notify(template: text) "Tell them"
          accept unused "Next month."
        decision answer : Answer
          unique
          accept gap "The desk answers the rest." until 2027-01-31
          accept overlap of large "Both say the same."
          rule large
            accept unreachable "Kept for the audit."
            when is_large
            then accept
            accept unowned "A legal limit, not ours."
            accept possible_fault "Never so large."
          otherwise accept
            because "Nothing else."
          accept unreachable of otherwise "Belt and braces."
        extend answer
          accept gap "See above."
        always tier_follows_amount
          "A larger order is never worth less."
          whenever order.amount rises, tier never falls
        always later_is_never_cheaper
          whenever order.lead_time falls while customer.level is ordinary and not closed,
                   fee(line) * 2 never rises
          accept undecided "The product is too much for it."
        always whenever_is_a_name whenever is known or while
        never silent
          order.amount > 500 USD
          accept broken_promise "Told to the auditor."
        test "one more"
          given order.amount = 1 USD
          expect answer is accept by large
          accept idle_test "The example of the manual."
        """#

    static let all = [reship, tier, facts, exprs, accepted]
}

"""A day of the service desk: Wednesday, 10 June 2026, 800 contacts.

What they are about, in percent:

    where is my order        38    under way 26, not shipped in time 5, silent for days 5, only a name 2
    delivered, not here      14    bare scan 8, proof that it went elsewhere 1, some proof of delivery 2, scanned within two days 3
    wrong item                7    the wrong thing came 5, nothing to see, as ordered or kept for a discount 2
    damaged                   8    broken, with pictures 5, a blemish or no pictures yet 3
    cancel before it ships   10    one contact point too few 1
    return                    9
    marketplace or dispute    4
    second message            4    about a contact that is open
    answer after closing      3
    anything else             3    billing, warranty, recall; often with a threat or something dangerous

All proportions are invented, here and in the weights below: nobody publishes a desk's own. The four shapes that the business names, and damage,
are 77 of 100. Each contact runs through the decisions that it really meets, and `escalate` last: 3 in 100 ask for a person,
1 in 100 has refused the answer twice. The yardstick is the business's 70 % without a person; the day was not drawn to reach it.
"""

from datetime import date
from decimal import Decimal

from day import Day, at, days, minutes

TODAY = date(2026, 6, 10)
NOW = at(TODAY, "15:00", "-04:00")
SHIPPING = Decimal("5.95")
FREE_FROM = Decimal(50)
CATALOGUE = ["KET-R", "LAMP-2", "SCARF-G", "PAN-28", "MUG-4", "CABLE-1M", "BOOT-42", "RUG-S"]


def usd(amount):
    return f"{amount:.2f} USD"


def price(draw, low, high):
    """An amount to the cent; small ones are common."""
    return Decimal(draw.skewed(low * 100, high * 100)) / 100


def ago(count, clock="11:00"):
    """A time of day so many days back."""
    return at(TODAY - days(count), clock, "-04:00")


def maybe(draw, value, known=90):
    """The value, or in the rest of the cases nobody knows it."""
    return value if draw.chance(known) else None


# What every contact brings along


def order_number(number):
    return str(41000 + number)


def mood(draw, alarm=None):
    """What escalate looks at. The other decisions of the contact say themselves when they want a person."""
    return {
        "results": [],
        "flags": [alarm] if alarm else draw.pick({(): 199, ("staff_error",): 1}),
        "refusals": draw.pick({0: 97, 1: 2, 2: 1}),
        "asks_for_person": draw.chance(3),
        "threatened": draw.pick({None: 399, True: 1}),
        "unknown_after_retry": [],
        "deadlines": [],
        "known_facts": [],
        "rules_not_fired": [],
        "closest_outcomes": [],
        "would_decide": [],
    }


def writer(draw, number, shape, points=2, alarms={None: 398, "legal": 1, "media": 1}):
    """Who writes, about what: identified by number and so many contact points."""
    order = order_number(number)
    alarm = draw.pick(alarms)
    return mood(draw, alarm) | {
        "channel": draw.pick({"email": 40, "chat": 30, "phone": 14, "form": 8, "social": 4, "sms": 4}),
        "claimed": {"order_no": order},
        "matches": [
            {"order": order, "customer": f"c-{number}", "email_ok": True, "phone_ok": maybe(draw, False, 60),
             "postcode_ok": True if points > 1 else None, "state": "open"}
        ],
        "open_contacts": [],
        "shapes": [shape],
        "shape_details": [{"shape": shape, "words": "as written"}],
        "hazard": alarm == "safety",
        "legal_threat": alarm == "legal",
        "media_threat": alarm == "media",
        "regulator": alarm == "regulator",
        "venue": "own_shop",
        "now": NOW,
        "order": order,
        "region": draw.pick({"US": 82, "EU": 9, "UK": 6, "other": 3}),
    }


def parcel_facts(draw, facts):
    """Who carries it, how far. The desk ships from the United States."""
    facts["carrier"] = draw.pick({"USPS": 55, "UPS": 26, "FedEx": 15, "other": 4})
    facts["scope"] = "domestic" if facts["region"] == "US" else "international"
    facts["address_problem"] = draw.pick({"none": 94, "missing_unit": 3, "customer_error": 2, "our_error": 1})
    facts["dispute_open"] = draw.pick({False: 96, True: 2, None: 2})


def history(draw):
    """What the customer claimed before. Most never did."""
    first = draw.chance(22)
    return {
        "claims": [
            {"on": TODAY - days(draw.between(5, 140)), "kind": draw.pick({"not_received": 7, "damaged": 2, "wrong": 1}),
             "outcome": draw.pick({"paid": 8, "found": 2}), "amount": usd(price(draw, 10, 120)), "by": "customer"}
            for _ in range(0 if first else draw.pick({0: 86, 1: 10, 2: 3, 3: 1}))
        ],
        "orders_90d": 1 if first else draw.between(1, 9),
        "account_age": draw.between(1, 30) if first else draw.between(30, 1500),
        "first_order": first,
        "forwarder": draw.pick({False: 92, None: 7, True: 1}),
        "address_changed_7d": draw.pick({False: 97, True: 3}),
        "billing_ne_shipping": draw.pick({False: 90, True: 10}),
        "prior_chargebacks": draw.pick({0: 99, 1: 1}),
        "incident_dates": [],
    }


def remedy_facts(draw, cause):
    """One order with one or two affected lines, and what was paid for them."""
    goods = [price(draw, 8, 380) for _ in range(draw.pick({1: 85, 2: 15}))]
    shipping = Decimal(0) if sum(goods) >= FREE_FROM else SHIPPING
    whole = draw.chance(75)
    rest = Decimal(0) if whole else price(draw, 8, 200)
    return {
        "cause": cause,
        "lines": [
            {"sku": draw.one(CATALOGUE), "qty": 1, "unit_price": usd(amount), "discount_share": "0.00 USD",
             "tax": usd(Decimal(0)), "stock": draw.pick({None: 2, 0: 6, 1: 4, 25: 88}), "reshippable": True}
            for amount in goods
        ],
        "order_value": usd(sum(goods) + rest + shipping),
        "shipping_paid": usd(shipping),
        "whole_order_affected": whole,
        "gift_card_paid": "0.00 USD",
        "preference": draw.pick({None: 60, "refund": 22, "reship": 18}),
        "prior_remedies": [],
        "second_failed_delivery": draw.chance(2),
        "pickup_point_available": draw.pick({True: 50, None: 50}),
        "address_change_requested": draw.chance(3),
        "new_address_verified": draw.chance(50),
    }


def claim_facts(draw, facts, problem, mailed, value):
    """What the carrier's claim form asks. We ship, so receipt and invoice are ours; pictures are the customer's."""
    insured = draw.chance(35)
    papers = ["proof_of_value", "mailing_receipt"] + (["proof_of_insurance"] if insured else [])
    return {
        "service": draw.pick({"ground_advantage": 70, "priority": 27, "priority_express": 3}) if facts["carrier"] == "USPS" else None,
        "extra": "insured" if insured else "none",
        "problem": problem,
        "mailed_on": mailed,
        "tendered_on": mailed,
        "insured_value": usd(value) if insured else None,
        "item_value": usd(value),
        "docs": papers,
        "claim_state": "none",
        "recovered": False,
    }


def value_of(facts):
    return Decimal(facts["order_value"].split()[0])


# Where is my order


def parcel(draw, facts, **known):
    return {"id": "p1", "lines": [draw.one(CATALOGUE)], "carrier": facts["carrier"], "scope": facts["scope"], "scans": [],
            "pulled_again": draw.chance(10), **known}


def under_way(draw, number):
    """On its way as a rule; a few at the door, held up, or without a status that can be read."""
    facts = writer(draw, number, "wismo")
    parcel_facts(draw, facts)
    one = parcel(
        draw, facts,
        status=draw.pick({"InTransit": 62, "OutForDelivery": 12, "InfoReceived": 9, "AttemptFail": 3, "AvailableForPickup": 4,
                          "Exception": 6, "Delivered": 2, None: 2}),
        shipped_on=TODAY - days(draw.between(1, 6)),
        edd=maybe(draw, TODAY + days(draw.pick({-2: 4, -1: 9, 0: 12, 1: 20, 2: 25, 3: 20, 5: 10}))),
        last_scan_at=maybe(draw, ago(draw.pick({0: 40, 1: 35, 2: 15, 3: 10}), "08:30"), 98),
    )
    if one["status"] == "Exception":
        one["substatus"] = draw.pick({"delay": 50, "address": 16, "customs": 8, "returned_to_sender": 14, "refused": 4, "damaged": 4, None: 4})
    return facts | {"preorder_or_backorder": False, "parcels": [one]}


def late_to_ship(draw, number):
    """Nothing has left, and the promise is missed or will be."""
    facts = writer(draw, number, "wismo")
    parcel_facts(draw, facts)
    promised = TODAY + days(draw.pick({-6: 20, -3: 30, -1: 30, 2: 20}))
    told = promised < TODAY and draw.chance(40)
    planned = TODAY + days(draw.between(3, 12))
    return facts | {
        "preorder_or_backorder": draw.chance(20),
        "parcels": [parcel(draw, facts, status="Pending", promised_by=promised, planned_ship=planned)],
        "completed_order_on": promised - days(draw.between(5, 20)),
        "stated_ship_by": promised,
        "credit_application": False,
        "cannot_ship_in_time": True,
        "revised_ship": draw.pick({planned: 70, planned + days(30): 10, None: 20}),
        "notice_no": 1 if told else 0,
        "notice_sent_on": promised if told else None,
        "reply": draw.pick({"consent": 40, "cancel": 25, None: 35}) if told else None,
        "replied_on": TODAY if told else None,
        "payment": draw.pick({"third_party_credit": 85, "cash_like": 15}),
        "unshipped_lines": [
            {"sku": draw.one(CATALOGUE), "qty": 1, "paid": usd(price(draw, 10, 250)), "preorder": mixed}
            for mixed in draw.pick({(False,): 96, (False, True): 4})
        ],
    }


def silent(draw, number):
    """No scan for longer than the carrier takes to lose a parcel."""
    facts = writer(draw, number, "wismo")
    parcel_facts(draw, facts)
    quiet = draw.between(8, 16) if facts["scope"] == "domestic" else draw.between(21, 30)
    mailed = TODAY - days(quiet + draw.between(1, 3))
    facts |= history(draw) | remedy_facts(draw, "lost")
    facts |= claim_facts(draw, facts, "lost", mailed, value_of(facts))
    edd = mailed + days(5)
    return facts | {
        "scheduled_delivery": edd,
        "preorder_or_backorder": False,
        "parcels": [parcel(draw, facts, status="InTransit", shipped_on=mailed, edd=edd, last_scan_at=ago(quiet))],
    }


def only_a_name(draw, number):
    """Neither an order number nor an address that fits one order."""
    facts = writer(draw, number, "wismo")
    return facts | {"claimed": {}, "matches": []}


# Delivered, not here


def delivered(draw, number, hours_since, proof):
    facts = writer(draw, number, "delivered_missing", points=draw.pick({2: 70, 1: 30}))
    parcel_facts(draw, facts)
    scanned = NOW - minutes(60 * hours_since + draw.between(0, 59))
    facts |= history(draw) | remedy_facts(draw, "delivered_missing")
    return facts | {
        "proof": proof,
        "delivered_at": scanned,
        "out_for_delivery_at": scanned - minutes(60 * draw.between(2, 8)),
        "contested": False,
        "perishable_or_needed_by": draw.chance(4),
        "customer_checked": draw.pick({True: 60, None: 40}),
        "statement_signed": False,
        "mailed_on": scanned.date() - days(draw.between(2, 5)),
        "edd": scanned.date(),
        "contents_class": draw.pick({"normal": 97, "otc_medicine": 2, "perishable": 1}),
        "not_arrived_confirmed": True,
        "tracking": f"9400 1000 0000 0000 {number:04}",
    }


def bare_scan(draw, number):
    """The seed's case: days ago, and neither position nor photo nor signature to be seen."""
    proof = {"gps": None, "photo": draw.pick({"none": 80, "unclear": 20}), "signature": "none"}
    return delivered(draw, number, draw.between(49, 190), proof)


def proved_elsewhere(draw, number):
    """Position or photo show another place."""
    proof = draw.pick({("mismatch", "none"): 60, (None, "mismatch"): 40})
    return delivered(draw, number, draw.between(49, 190), {"gps": proof[0], "photo": proof[1], "signature": "none"})


def some_proof(draw, number):
    """Photo, position or signature speak for the delivery; some customers contest that."""
    proof = draw.pick({
        ("match", "match", "none", "door"): 34,
        ("match", "none", "none", "mailbox"): 34,
        (None, "match", "none", "door"): 18,
        (None, "none", "recipient", None): 8,
        (None, "none", "other", "neighbour"): 6,
    })
    facts = delivered(draw, number, draw.between(49, 190), dict(zip(["gps", "photo", "signature", "placement"], proof)))
    return facts | {"contested": draw.chance(25)}


def fresh_scan(draw, number):
    """Scanned within the last two days."""
    proof = {"gps": None, "photo": draw.pick({"none": 60, "match": 40}), "signature": "none", "placement": draw.pick({"door": 80, "locker": 20})}
    facts = delivered(draw, number, draw.between(1, 46), proof)
    return facts | {"locker_code_used": False if proof["placement"] == "locker" else None}


# Wrong item, damaged


def wrong_item(draw, number, received="other", wants={None: 58, "correct": 27, "refund": 15}):
    """Another thing came; the scanner at the pick saw the same as the customer, the right item, or nothing."""
    facts = writer(draw, number, "wrong_item")
    parcel_facts(draw, facts)
    facts |= history(draw) | remedy_facts(draw, "wrong_item")
    line = facts["lines"][0]
    ordered = line["sku"]
    sku = {"other": ordered + "-X", "unknown": None, "same": ordered}[received]
    return facts | {
        "lines": [line],
        "ordered_sku": ordered,
        "received_sku": sku,
        "pick_record_sku": draw.pick({None: 60, sku: 36, ordered: 4}),
        "photo": received == "other",
        "qty_wrong": 0 if received == "same" else 1,
        "delivered_on": TODAY - days(draw.pick({1: 40, 3: 35, 9: 20, 34: 5})),
        "value": line["unit_price"],
        "stock": line["stock"],
        "others_label": draw.chance(3),
        "wants": draw.pick(wants),
        "mispicks_7d": draw.pick({1: 90, 2: 7, 3: 3}),
    }


def no_right_item(draw, number):
    """Neither picture nor number, what was ordered after all, or a wrong thing that is kept for a discount."""
    received = draw.pick({"unknown": 60, "same": 20, "other": 20})
    return wrong_item(draw, number, received, {"keep_discount": 100} if received == "other" else {None: 100})


def damaged(draw, number, severities={"functional": 50, "destroyed": 50}, photos=True):
    """The packaging is often gone by then; the pictures show the goods."""
    facts = writer(draw, number, "damaged")
    parcel_facts(draw, facts)
    facts |= history(draw) | remedy_facts(draw, "damaged")
    line = facts["lines"][0]
    delivered_on = TODAY - days(draw.pick({1: 45, 3: 30, 8: 18, 40: 7}))
    facts |= claim_facts(draw, facts, "damaged", delivered_on - days(draw.between(2, 5)), Decimal(line["unit_price"].split()[0]))
    kept = draw.pick({True: 70, False: 30})
    facts["docs"] += (["damage_photos"] if photos else []) + (["packaging_kept"] if kept else [])
    return facts | {
        "lines": [line],
        "photos_item": photos,
        "photos_packaging": photos and kept,
        "packaging_kept": kept,
        "delivered_on": delivered_on,
        "severity": draw.pick(severities),
        "qty": 1,
        "affected_qty": 1,
        "value": line["unit_price"],
        "stock": line["stock"],
        "insured": facts["insured_value"],
        "claim_open": False,
        "wants": draw.pick({None: 35, "replace": 35, "refund": 20, "credit": 10}),
        "signs_of_use": draw.pick({False: 50, None: 46, True: 4}),
    }


def no_remedy_yet(draw, number):
    """No pictures, or a blemish for which the customer has a choice; now and then something dangerous."""
    photos = draw.chance(40)
    blemished = {"cosmetic": 96, "hazardous": 4}
    unseen = {"cosmetic": 30, "functional": 36, "destroyed": 32, "hazardous": 2}
    return damaged(draw, number, blemished if photos else unseen, photos)


# Cancel before it ships, return


def cancel(draw, number):
    """Asked within the hour as a rule; the warehouse is often faster."""
    facts = writer(draw, number, "cancel")
    state = draw.pick({"unpaid": 3, "open": 36, "pending": 14, "in_progress": 16, "packed": 6, "label_bought": 6,
                       "partially_shipped": 4, "shipped": 14, None: 1})
    asked = NOW - minutes(draw.between(5, 55))
    custom = draw.chance(3)
    line_state = "open" if state in (None, "partially_shipped") else state
    lines = [
        {"sku": sku, "qty": draw.pick({1: 85, 2: 15}), "state": line_state, "price": usd(price(draw, 8, 160))}
        for sku in CATALOGUE[: draw.pick({1: 60, 2: 28, 3: 12})]
    ]
    if state == "partially_shipped":
        lines = lines[:1] + [{"sku": "RUG-S", "qty": 1, "state": "shipped", "price": usd(price(draw, 20, 160))}]
    return facts | {
        "dispute_open": draw.pick({False: 97, None: 2, True: 1}),
        "fulfilment": state,
        "custom_made": custom,
        "custom_started": draw.pick({False: 50, True: 35, None: 15}) if custom else None,
        "lines": lines,
        "payment": None if state == "unpaid" else draw.pick({"captured": 70, "authorised": 29, None: 1}),
        "discount": "0.00 USD",
        "shipping_paid": draw.pick({"0.00 USD": 55, usd(SHIPPING): 45}),
        "requested_at": asked,
        "state_read_at": asked + minutes(2),
        "handed_over_at": asked - minutes(draw.between(20, 600)) if state == "shipped" else None,
        "intercept_fee": draw.pick({None: 60, "17.00 USD": 40}) if state == "shipped" else None,
        "subscription": draw.chance(6),
    }


def one_point(draw, number):
    """Number and e-mail only: not enough to move money."""
    return writer(draw, number, "cancel", points=1)


def return_goods(draw, number):
    facts = writer(draw, number, "return")
    had_for = draw.pick({4: 30, 9: 30, 13: 10, 16: 12, 25: 10, 33: 5, 60: 3})
    got = TODAY - days(had_for)
    paid = price(draw, 10, 260)
    facts |= {
        "dispute_open": draw.pick({False: 98, True: 1, None: 1}),
        "ordered_on": got - days(draw.between(3, 9)),
        "delivered_on": maybe(draw, got, 97),
        "condition": draw.pick({"new": 55, "opened": 30, "used": 5, "defective": 4, None: 6}),
        "return_cause": draw.pick({"changed_mind": 40, "does_not_fit": 46, "wrong_item": 4, "damaged": 4, None: 6}),
        "final_sale": draw.chance(5),
        "goods_paid": usd(paid),
        "goodwill_asked": draw.chance(8),
    }
    if facts["region"] in ("EU", "UK"):
        facts |= {
            "buyer": draw.pick({"consumer": 94, "business": 4, None: 2}),
            "possession_on": got,
            "informed": draw.pick({True: 92, None: 6, False: 2}),
            "exempt": draw.pick({"none": 93, "custom": 3, "sealed_opened": 3, "partly_custom": 1}),
            "delivery_paid": usd(SHIPPING),
            "standard_delivery_cost": usd(SHIPPING),
            "told_return_cost": draw.pick({True: 80, None: 20}),
        }
    return facts


# Clocks of others, open and closed contacts, anything else


def outside_clock(draw, number):
    """A message through a marketplace, a case there, or a payment dispute."""
    facts = writer(draw, number, "wismo")
    ordered = TODAY - days(draw.between(6, 40))
    written = NOW - minutes(60 * draw.between(1, 70))
    return facts | {
        "channel": "marketplace",
        "venue": draw.pick({"eBay": 40, "amazon_3p": 35, "Etsy": 25}),
        "ordered_on": ordered,
        "edd": maybe(draw, ordered + days(8)),
        "contacted_at": written,
        "case_opened_at": draw.pick({None: 70, written: 30}),
        "our_reply_by": TODAY + days(1),
        "order_total": usd(price(draw, 10, 900)),
        "damage_case": draw.chance(15),
        "damage_cases_this_year": draw.pick({0: 70, 1: 20, None: 10}),
        "ruling_contradicts": draw.pick({None: 94, False: 3, True: 3}),
        "paid_by": draw.pick({"Visa": 45, "PayPal": 30, "Mastercard": 20, "other": 5}),
        "transaction_on": ordered,
        "dispute_opened_on": draw.pick({None: 90, TODAY - days(1): 10}),
        "signature_proof": draw.pick({None: 60, True: 30, False: 10}),
        "to_transaction_address": draw.pick({True: 92, None: 6, False: 2}),
    }


def second_message(draw, number):
    """The same question again, an hour to five days later."""
    facts = writer(draw, number, "wismo")
    opened = NOW - minutes(60 * draw.pick({1: 20, 6: 30, 24: 30, 71: 10, 120: 10}))
    earlier = {"id": f"k-{number}", "order": facts["order"], "shape": "wismo", "channel": "email", "opened": opened, "owner": "frontline"}
    return facts | {"open_contacts": [earlier]}


def after_closing(draw, number):
    """The customer writes again, or the remedy fell through."""
    state = draw.pick({"done": 80, "declined": 8, "out_of_stock": 7, "cancelled": 5})
    return mood(draw) | {
        "contact": f"k-{number}",
        "order": order_number(number),
        "contact_state": "closed",
        "owner": "frontline",
        "customer_answered": state == "done",
        "remedy_kind": "refund" if state == "declined" else draw.pick({"reship": 50, "refund": 30, "information": 20}),
        "remedy_id": None if state == "declined" else f"R-{number}",
        "remedy_state": state,
        "remedies_executed": draw.pick({1: 98, 2: 2}),
        "reply_sent": True,
        "carrier_step_taken": False,
        "tasks": [],
        "now": NOW,
    }


def anything_else(draw, number):
    """Other desks' questions, and what no desk answers without a person."""
    shape = draw.pick({"billing": 40, "warranty": 30, "recall": 10, "other": 20})
    return writer(draw, number, shape, alarms={None: 84, "safety": 4, "legal": 6, "regulator": 3, "media": 3})


KINDS = [
    ("where is my order", 26, under_way, ["where_is_my_order"]),
    ("where is my order", 5, late_to_ship, ["where_is_my_order", "late_shipment_notice"]),
    ("where is my order", 5, silent, ["where_is_my_order", "reship_or_refund", "carrier_claim"]),
    ("where is my order", 2, only_a_name, []),
    ("delivered, not here", 8, bare_scan, ["delivered_not_received", "missing_mail_filing", "reship_or_refund"]),
    ("delivered, not here", 1, proved_elsewhere, ["delivered_not_received", "missing_mail_filing", "reship_or_refund"]),
    ("delivered, not here", 2, some_proof, ["delivered_not_received"]),
    ("delivered, not here", 3, fresh_scan, ["delivered_not_received"]),
    ("wrong item", 5, wrong_item, ["wrong_item", "reship_or_refund"]),
    ("wrong item", 2, no_right_item, ["wrong_item"]),
    ("damaged", 5, damaged, ["damaged", "reship_or_refund", "carrier_claim"]),
    ("damaged", 3, no_remedy_yet, ["damaged"]),
    ("cancel before it ships", 9, cancel, ["cancel_before_ship"]),
    ("cancel before it ships", 1, one_point, []),
    ("return", 9, return_goods, ["return_request"]),
    ("marketplace or dispute", 4, outside_clock, ["marketplace_clock", "dispute_window"]),
    ("second message", 4, second_message, []),
    ("answer after closing", 3, after_closing, ["resolve_and_close"]),
    ("anything else", 3, anything_else, []),
]


def day():
    desk = Day(TODAY, seed=20260610, contacts=800)
    for name, share, make, decisions in KINDS:
        first = [] if make is after_closing else ["identify_and_triage"]
        desk.kind(name, share, first + decisions + ["escalate"], make)
    return desk

"""A Monday at a support desk for equipment: 800 contacts, nine in a hundred of which ask for more than one thing.

The proportions are invented. The business's note names the kinds of contact and tells one call with three requests, but counts nothing; so
each share and each weight below is a guess at an ordinary desk, written where it can be read and changed:

    a warranty question          22 %     an extension is cancelled      3 %
    a spare part                 18 %     a unit under recall            5 %
    a repair                     16 %     part, warranty and extension   5 %
    a refund                     16 %     warranty and repair            2 %
    the price of an extension     7 %     refund and repair              1 %
    after a visit                 4 %     a unit under recall, and more  1 %

Most facts are there. But for one unit in twelve no delivery is proven, nobody has looked at one fault in six, one address in ten is not known
to be the account's, and of three customers one has not confirmed access yet.
"""

from datetime import date

from day import Day, at, days, hours

TODAY = date(2026, 6, 8)
NOON = at(TODAY, "12:00", "-04:00")
PARTS = ["pump", "fan", "board", "valve", "display"]
WEAR_AND_MISUSE = ["wear", "misuse"]


def day():
    support = Day(TODAY, seed=2026_06_08, contacts=800)
    support.kind("warranty question", 22, ["warranty_status", "warranty_notices"], warranty_question)
    support.kind("spare part", 18, ["spare_part_shipment", "shipment_extras"], spare_part)
    support.kind("repair", 16, ["repair_dispatch"], repair)
    support.kind("refund", 16, ["return_refund_authority"], refund)
    support.kind("price of an extension", 7, ["warranty_extension_quote"], extension)
    support.kind("after a visit", 4, ["after_visit"], after_visit)
    support.kind("extension cancelled", 3, ["extension_cancellation"], cancellation)
    support.kind("recall", 5, ["recall_remedy", "recall_compensation"], recall)
    support.kind("part, warranty, extension", 5,
                 ["combined_request", "warranty_status", "warranty_extension_quote", "spare_part_shipment"], three_requests)
    support.kind("warranty and repair", 2, ["combined_request", "warranty_status", "repair_dispatch"], warranty_and_repair)
    support.kind("refund and repair", 1, ["combined_request"], refund_and_repair)
    support.kind("recall and more", 1, ["combined_request", "recall_remedy"], recall_and_more)
    return support


# The customer and the unit

def customer(draw):
    return {
        "region": draw.pick({"US": 55, "EU": 30, "UK": 10, "other": 5}),
        "buyer": draw.pick({"consumer": 40, "business": 60}),
    }


def unit(draw, number, oldest=1460):
    """A unit of up to four years with its covers, its last repair, and a fault of the last three weeks."""
    age = draw.between(40, oldest)
    part = draw.one(PARTS) if draw.chance(70) else None
    return {
        **customer(draw),
        "serial": f"KX-{20000 + number}",
        "part": part,
        **first_days(draw, TODAY - days(age)),
        "cover": covers(draw),
        "repairs": repairs(draw, part, age),
        **fault(draw),
        "requested_at": NOON - hours(draw.between(1, 66)),
        "now": NOON,
    }


def first_days(draw, delivered):
    """What the desk has on the first day: mostly the delivery, sometimes only the invoice, now and then two papers that differ."""
    bought = delivered - days(draw.between(2, 12))
    installed = delivered + days(draw.between(0, 14)) if draw.chance(50) else None
    has = draw.pick({"delivery": 89, "invoice": 6, "two papers": 3, "nothing": 2})
    return {
        "delivery": {"delivered_on": delivered, "purchase_on": bought, "installed_on": installed},
        "invoice": {"purchase_on": bought},
        "two papers": {"delivered_on": delivered, "other_delivered_on": delivered + days(draw.between(3, 18))},
        "nothing": {},
    }[has]


def covers(draw):
    def cover(kind, months, starts, full=False):
        return {"kind": kind, "months": months, "starts": starts, "excludes": WEAR_AND_MISUSE, "full": full}

    has = draw.pick({"one year": 42, "two years": 26, "extended": 14, "three years, full": 6, "from installation": 4, "none": 8})
    return {
        "one year": [cover("commercial", 12, "delivery")],
        "two years": [cover("commercial", 24, "delivery")],
        "extended": [cover("commercial", 12, "delivery"), cover("extension", draw.pick({12: 50, 24: 40, 36: 10}), "previous_end")],
        "three years, full": [cover("commercial", 36, "delivery", full=True)],
        "from installation": [cover("commercial", 12, "install")],
        "none": [],
    }[has]


def repairs(draw, part, age):
    if part is None or not draw.chance(12):
        return []
    return [{"part": part, "on": TODAY - days(draw.between(25, min(300, age - 5)))}]


def fault(draw):
    """When it showed, what it is, and whether the customer agrees."""
    mode = draw.pick({"defect": 59, None: 17, "wear": 15, "transit": 4, "misuse": 5})
    facts = {"reported_on": TODAY - days(draw.between(0, 2)), "failure_mode": mode}
    if draw.chance(80):
        facts["fault_on"] = TODAY - days(draw.between(2, 21))
    if mode == "misuse":
        facts["misuse_contested"] = draw.pick({False: 35, None: 25, True: 40})
    return facts


def warranty_question(draw, number):
    return unit(draw, number)


# Parts

def spare_part(draw, number):
    return {**unit(draw, number), **part_order(draw)}


def part_order(draw):
    return {
        "part_requested": f"P-{draw.between(100, 999)}",
        "quantity": draw.pick({1: 82, 2: 12, 5: 6}),
        "compatible": draw.pick({True: 86, None: 10, False: 4}),
        "part_recalled": draw.pick({False: 99, True: 1}),
        "stock": stock(draw),
        "criticality": draw.pick({"degraded": 50, "down": 25, "convenience": 23, None: 2}),
        "core_return_required": draw.chance(30),
        "hazmat": draw.chance(4),
        "self_install_allowed": draw.chance(75),
        "price": draw.money(15, 2_500, "USD"),
        "account_terms": draw.pick({"purchase_order": 40, "open_account": 35, "prepay": 25}),
        "payment_or_po_received": draw.pick({None: 60, True: 30, False: 10}),
        "ship_to_verified": draw.pick({True: 90, None: 6, False: 4}),
        "export": draw.chance(8),
        **next_delivery(draw),
        **rival(draw),
    }


def stock(draw):
    """Most parts lie in the nearest of three centres, above its reserve; some only there, or only in the reserve, or nowhere."""
    def shelf(site, distance, ships=True):
        reserved = draw.pick({0: 50, 1: 35, 2: 15})
        return {"site": site, "qty": draw.pick({0: 15, 1: 15, 4: 40, 12: 30}), "reserved": reserved,
                "distance_days": distance, "ships_to_customers": ships}

    return [shelf("newark", 1), shelf("dallas", 3), shelf("plant", 4, ships=False)][:draw.pick({3: 70, 2: 15, 1: 10, 0: 5})]


def next_delivery(draw):
    return {"lead_time_on": TODAY + days(draw.between(7, 60))} if draw.chance(85) else {}


def rival(draw):
    """Now and then somebody else waits for the same part."""
    if not draw.chance(6):
        return {}
    return {
        "contract_tier": draw.pick({"none": 60, "standard": 30, "premium": 10}),
        "rivals": [{
            "qty": 1,
            "criticality": draw.pick({"down": 40, "degraded": 40, "convenience": 20}),
            "tier": draw.pick({"none": 60, "standard": 30, "premium": 10}),
            "requested_at": NOON - hours(draw.between(1, 66)),
        }],
    }


# Repairs

def repair(draw, number):
    return {**unit(draw, number), **repair_order(draw)}


def repair_order(draw):
    here = draw.pick({True: 60, False: 35, None: 5})
    return {
        "symptom": draw.one(["leaks", "does not start", "too hot", "noise", "error on the display"]),
        "skill_needed": draw.pick({"pumps": 45, "electrics": 45, "cooling": 8, None: 2}),
        "remote_tried": draw.pick({True: 70, False: 20, None: 10}),
        "contract": contract(draw),
        "down": draw.chance(45),
        "movable": draw.pick({True: 50, False: 48, None: 2}),
        "unsafe_site": draw.pick({False: 60, None: 39, True: 1}),
        "site_access": draw.pick({True: 65, None: 31, False: 4}),
        "part_in_hand": here,
        "part_eta": NOON + hours(draw.between(20, 120)) if here is not True and draw.chance(75) else None,
        "technicians": [technician(draw, name) for name in ("tech_1", "tech_2", "tech_3")],
        "po_received": draw.pick({None: 60, True: 30, False: 10}),
        "estimate": draw.money(120, 1_800, "USD"),
        "visits_same_symptom": draw.pick({0: 84, 1: 11, 2: 4, 3: 1}),
    }


def contract(draw):
    scope = draw.pick({None: 72, "full": 20, "parts": 4, "labour": 4})
    if scope is None:
        return None
    return {"response_h": draw.pick({8: 60, 4: 25, 24: 15}), "clock": draw.pick({"business": 85, "round_the_clock": 15}), "scope": scope}


def technician(draw, name):
    free = TODAY + days(draw.pick({0: 30, 1: 40, 2: 20, 3: 10}))
    return {
        "id": name,
        "skills": draw.pick({"pumps": 40, "electrics": 30, "pumps electrics": 20, "cooling electrics": 10}).split(),
        "senior": draw.chance(40),
        "free_from": at(free, draw.one(["08:00", "10:00", "13:00", "15:00"]), "-04:00"),
        "distance": draw.between(5, 180),
    }


def after_visit(draw, number):
    return {"visit": {
        "number": 8_000 + number,
        "paid": draw.chance(35),
        "repeat": draw.chance(12),
        "no_fault_found": draw.chance(8),
    }}


# Money

def refund(draw, number):
    return {**customer(draw), **money_back(draw), "delivered_on": TODAY - days(draw.skewed(2, 90))}


def money_back(draw):
    """Most are small, in time and asked for by the shop's own page, which decides as the system does."""
    return {
        "actor_tier": draw.pick({"system": 72, "frontline": 24, "lead": 4}),
        "currency": draw.pick({"USD": 62, "EUR": 27, "GBP": 10, "CNY": 1}),
        "amount": amount(draw.skewed(5_00, 1_200_00)),
        "kind": draw.pick({"entitled": 84, "goodwill": 11, None: 5}),
        "policy_days": draw.pick({30: 75, 14: 10, 60: 15}),
        "condition": draw.pick({"new": 55, "defective": 32, "used": 8, None: 5}),
        "related": [] if draw.chance(92) else [{"on": TODAY - days(draw.between(0, 20)), "amount": amount(draw.between(5_00, 150_00))}],
        "goodwill_90d": draw.pick({"0.00 USD": 88, "15.00 USD": 8, "45.00 USD": 4}),
        "statutory": draw.pick({False: 60, True: 22, None: 18}),
        "requester": "desk_a",
        "approver": draw.pick({"desk_b": 97, "desk_a": 3}),
    }


def amount(cents):
    return f"{cents // 100}.{cents % 100:02}"


def extension(draw, number):
    """The cover ends in the next ten months or ended in the last seven weeks."""
    left = draw.between(-50, 300)
    age = draw.pick({12: 55, 24: 36, 48: 9}) - left // 30
    return {**customer(draw), "serial": f"KX-{20000 + number}", **quote(draw, TODAY + days(left), age)}


def quote(draw, base_end, age):
    return {
        "list_price": None if draw.chance(2) else draw.money(200, 6_000, "USD"),
        "base_end": base_end,
        "term": draw.pick({"12": 40, "24": 40, "36": 18, None: 2}),
        "unit_age": age,
        "paid_claims": draw.pick({0: 72, 1: 18, 2: 7, 3: 2, 4: 1}),
        "product_class": draw.pick({"standard": 64, "portable": 20, "outdoor": 15, "unlisted": 1}),
        "inspected": draw.pick({None: 80, True: 15, False: 5}),
    }


def cancellation(draw, number):
    bought = TODAY - days(draw.skewed(1, 800))
    return {
        "plan": {
            "price": draw.money(40, 600, "USD"),
            "term": draw.pick({"12": 40, "24": 40, "36": 20}),
            "bought_on": bought,
            "starts_on": bought + days(draw.between(0, 200)),
            "claims": draw.pick({0: 80, 1: 17, None: 3}),
        },
    }


# Recalls

def recall(draw, number):
    """Recall R-26 of the models KX2 and KX3; three owners in five who call have one of its units."""
    inside = draw.pick({"in range": 60, "outside": 22, "unknown": 18})
    number_of_unit = {"in range": draw.between(20000, 20500), "outside": draw.between(20501, 29999), "unknown": None}[inside]
    return {
        **customer(draw),
        "model": draw.pick({"KX2": 60, "KX3": 34, "KX7": 4, None: 2}),
        "serial": None if number_of_unit is None else f"KX-{number_of_unit}",
        "serial_number": number_of_unit,
        "recall": {"id": "R-26", "models": ["KX2", "KX3"], "serial_prefix": "KX-", "serial_from": 20000, "serial_to": 20500,
                   "hazard": draw.pick({"low": 92, "serious": 8}), "start": date(2026, 3, 1)},
        "permanent_stock": draw.pick({40: 60, 0: 40}),
        "temporary_stock": draw.pick({12: 75, 0: 25}),
        "final_available_on": draw.pick({date(2026, 9, 1): 80, None: 15, date(2026, 6, 1): 5}),
        "date_source": "plant schedule",
        "committed_before": draw.pick({None: 92, date(2026, 6, 1): 8}),
        "repair_possible": draw.pick({True: 50, False: 40, None: 10}),
        "customer_choice": draw.pick({None: 60, "replacement": 25, "repair": 10, "refund": 5}),
        "price_paid": draw.money(200, 2_000, "USD"),
        "discomfort": draw.pick({"none": 55, "minor": 33, "major": 10, None: 2}),
        "already_remedied": draw.chance(6),
        "injury": draw.pick({None: 80, False: 19, True: 1}),
        "scrapped": draw.pick({None: 95, True: 5}),
        "scrap_proof": draw.pick({None: 60, True: 40}),
    }


# Several requests in one call

def call(draw, number, requests):
    return {
        "requests": requests,
        "subject": {"customer": f"C-{3000 + number}"},
        "systems_down": draw.pick({"": 95, "prices": 3, "stock": 2}).split(),
        "readings": [],
    }


def three_requests(draw, number):
    """The call that the business tells of, about a unit with a year's cover that ends this year or ended lately."""
    facts = unit(draw, number, oldest=400)
    delivered = facts.get("delivered_on") or facts.get("purchase_on") or TODAY - days(200)
    a_year = {"kind": "commercial", "months": 12, "starts": "delivery", "excludes": WEAR_AND_MISUSE, "full": False}
    return {**facts, "cover": [a_year], **quote(draw, delivered.replace(year=delivered.year + 1), (TODAY - delivered).days // 30),
            **part_order(draw), **call(draw, number, ["spare_part", "warranty", "extension"])}


def warranty_and_repair(draw, number):
    return {**unit(draw, number), **repair_order(draw), **call(draw, number, ["warranty", "repair"])}


def refund_and_repair(draw, number):
    """Mostly for the same fault, and then somebody has to ask which of the two it shall be."""
    return {**unit(draw, number), **repair_order(draw), **money_back(draw), "same_fault": draw.pick({None: 60, True: 30, False: 10}),
            **call(draw, number, ["refund", "repair"])}


def recall_and_more(draw, number):
    """A part, a repair or the money back for a unit that turns out to be under recall; or two of them at once."""
    wanted = draw.pick({"spare_part": 40, "repair": 40, "refund": 10, "refund spare_part": 10}).split()
    return {**unit(draw, number), **part_order(draw), **repair_order(draw), **money_back(draw), **recall(draw, number),
            **call(draw, number, wanted)}

"""A day at the desks of several teams: 800 items, and the decisions that each of them meets on its way to somebody's list.

| kind                  | share | what it is |
|---|---|---|
| order                 | 30 %  | orders, will-calls and freight; half from North America, a quarter sewer, the rest Europe, partners, abroad and our own teams |
| quote                 | 14 %  | quotes and the follow-up of open ones |
| question              | 12 %  | support and technical questions |
| lead time             | 12 %  | two in three ask for a date, one wants a date pulled in |
| purchase              |  9 %  | parts that the desks need: transfers, redistributed parts, parts for one order, other parts, suggestions |
| return                |  8 %  | new requests, boxes on the way, boxes at the door, one in twenty without a number |
| service or credit     |  5 %  | the work that one team does for everybody |
| walk-in               |  3 %  | a customer at a counter, a few without a note of which counter |
| unclear account       |  3 %  | no region, a country that is no code, two account types at once, key accounts |
| escalation            |  2 %  | what a team could not solve by itself |
| dock                  |  1 %  | the look at the dock on each of eight hours |
| training              |  1 %  | somebody is about to be given new work |

All of it is invented: no desk has counted its day for us, and the map that the rules come from has no numbers. The yardstick is the 60 % and 70 % that
the order desk and the service desk set themselves. A person is away one time in twelve and busy one time in ten; North America has two people in
`na_transfer` and in `na_support`, every other role has one.
"""

from datetime import date

from day import Day, at, days, hours, minutes

TODAY = date(2026, 6, 9)
OFFSET = "-05:00"

NORTH_AMERICA, FIRST_TEAM, REST = "na_branches", "sewer_eu_partner", "row"

# Accounts by weight: what the account is, the region on file, the ship-to country, the line, and the team they come to by the map.
ACCOUNTS = {
    (("end_customer",), "north_america", "US", "other", NORTH_AMERICA): 34,
    (("end_customer",), None, "US", "other", NORTH_AMERICA): 5,
    (("end_customer",), "north_america", "CA", "other", NORTH_AMERICA): 4,
    (("branch",), "north_america", None, "other", NORTH_AMERICA): 8,
    (("sewer_dealer",), "north_america", "US", "sewer", FIRST_TEAM): 15,
    (("sewer_dealer",), None, "AU", "sewer", FIRST_TEAM): 3,
    (("sewer_dealer",), "europe", "GB", "sewer", FIRST_TEAM): 4,
    (("sewer_dealer",), None, None, "sewer", FIRST_TEAM): 1,
    (("partnered_reseller",), "north_america", "US", "other", FIRST_TEAM): 4,
    (("partnered_reseller", "end_customer"), "europe", "NL", "other", FIRST_TEAM): 3,
    (("end_customer",), "europe", "DE", "other", FIRST_TEAM): 6,
    (("end_customer",), None, "FR", "other", FIRST_TEAM): 3,
    (("end_customer",), "row", "JP", "other", REST): 6,
    (("end_customer",), None, "BR", "other", REST): 4,
    (("internal",), None, None, "other", "ops_support"): 2,
}

PART_TIME = {"sewer_expediter": ("07:00", "11:30"), "row_pps": ("12:00", "16:30")}

# What everybody was trained for by today; the second na_transfer and eu_backup are still waiting for theirs.
TRAINED = {
    "eu_backup": [{"skill": "eu_processing", "on": date(2026, 2, 2)}, {"skill": "sewer", "on": date(2026, 7, 6)}],
    "na_transfer": [{"skill": "na_support", "on": date(2025, 9, 15)}],
    "na_branch": [{"skill": "ae_quoting", "on": date(2026, 1, 12)}],
    "row_logistics": [{"skill": "logistics", "on": date(2023, 1, 16)}, {"skill": "row_orders", "on": date(2025, 3, 3)}],
}

EVERYBODY = [
    "eu_processor", "sewer_processor", "sewer_expediter", "eu_backup", "na_pps", "na_transfer", "na_transfer", "na_support", "na_support",
    "na_branch", "row_sales", "row_logistics", "row_pps", "mps", "material", "bto_buyer", "credit", "repair_returns",
]
DOCK = ["na_pps", "row_pps", "row_logistics", "eu_backup", "fulfilment", "eu_processor", "na_transfer", "sewer_expediter"]


def a_moment(draw):
    return at(TODAY, "08:00", OFFSET) + minutes(draw.between(0, 539))


def person(draw, role, second=False):
    """One person in a role, as the roster has it at that moment."""
    entry = {"role": role, "state": draw.pick({"on": 82, "busy": 10, "off": 8}), "load": draw.skewed(0, 24)}
    if role in TRAINED and not second:
        entry["trained"] = TRAINED[role]
    if role in PART_TIME:
        start, end = PART_TIME[role]
        entry["shift"] = {"from": at(TODAY, start, OFFSET), "until": at(TODAY, end, OFFSET)}
    return entry


def roster(draw):
    return [person(draw, role, second=role in EVERYBODY[:place]) for place, role in enumerate(EVERYBODY)]


def known(facts):
    """Without what nobody knows."""
    return {name: value for name, value in facts.items() if value is not None}


def account(draw, work):
    """Who it is and how they came, with the team that the map gives them."""
    types, region, country, line, team = draw.pick(ACCOUNTS)
    return known({
        "account_type": list(types),
        "region": region,
        "ship_to_country": country,
        "product_line": line,
        "channel": draw.pick({"email": 55, "phone": 30, "portal": 15}),
        "work": work,
        "team": team,
    })


def on_a_list(draw):
    """What assign_role reads beside the account: the roster, the wait, and now and then somebody who has it in hand."""
    facts = {
        "now": a_moment(draw),
        "roster": roster(draw),
        "waiting": draw.pick({2: 45, 9: 25, 18: 16, 30: 9, 45: 5}),
    }
    if draw.chance(4):
        facts["assigned_to"] = draw.one(["eu_processor", "na_support", "row_sales"])
    return facts


def order(draw, number):
    facts = account(draw, draw.pick({"order": 88, "will_call": 6, "logistics": 6})) | on_a_list(draw)
    if facts["account_type"] == ["branch"] and facts["work"] == "order" and draw.chance(40):
        facts |= {"handed_over": True, "branch": draw.one(["Houston", "Atlanta", "Denver"])}
    return facts


def quote(draw, number):
    return account(draw, draw.pick({"quote": 7, "follow_up": 3})) | on_a_list(draw)


def question(draw, number):
    return account(draw, draw.pick({"support": 6, "technical": 4})) | on_a_list(draw)


def service_or_credit(draw, number):
    work = draw.pick({"service_order": 7, "credit": 3})
    return account(draw, work) | on_a_list(draw) | {"team": NORTH_AMERICA if work == "service_order" else "ops_support"}


def line(draw):
    made = draw.chance(75)
    return known({"stock": draw.pick({0: 40, 2: 20, 12: 20, 60: 14, None: 6}), "buy_item": not made, "qty": draw.skewed(1, 40)})


def lead_time(draw, number):
    kind, work = draw.pick({("quote", "lead_time_quote"): 2, ("expedite", "expedite"): 1})
    promised = draw.pick({(): 92, ("mps",): 6, ("mps", "sewer_expediter"): 2}) if kind == "expedite" else ()
    return account(draw, work) | {
        "kind": kind,
        "now": a_moment(draw),
        "roster": [person(draw, "sewer_expediter"), person(draw, "mps")],
        "lines": [line(draw) for _ in range(draw.pick({1: 60, 2: 25, 4: 15}))],
        "slot_promised_by": list(promised),
    }


def box(draw, stage):
    """The number and the box of goods that come back, by how far they are."""
    if stage == "new":
        return {}
    if stage == "no number":
        return {"received_on": TODAY}
    facts = {"rma_no": f"R-{draw.between(1000, 9999)}", "issued_on": TODAY - days(draw.pick({4: 35, 11: 35, 24: 22, 33: 8}))}
    if stage == "at the door":
        facts |= known({"received_on": TODAY, "contents_match": draw.pick({True: 86, None: 10, False: 4})})
    return facts


def paid_work(draw, stage):
    """Out of warranty: a number is only given once the fee is agreed, and the quote follows when the box was looked at."""
    if stage == "new":
        return known({"fee_approved": draw.pick({None: 7, True: 2, False: 1})})
    return known({"fee_approved": True, "quote_approved": draw.pick({None: 5, True: 4, False: 1})})


def goods_back(draw, number):
    """Of eight in a hundred nobody knows the warranty, and of three the account."""
    request = draw.pick({"rma": 45, "repair": 25, "return": 30})
    reason = draw.pick({"unwanted": 45, "wrong_item": 25, "damaged": 15, "defect": 10, "other": 5}
                       if request == "return" else {"defect": 80, "damaged": 15, "safety": 2, "other": 3})
    warranty = draw.pick({"in_warranty": 70, "out_of_warranty": 22, None: 8})
    stage = draw.pick({"new": 35, "on the way": 22, "at the door": 38, "no number": 5})
    facts = account(draw, request) | {"request": request, "reason": reason} | box(draw, stage)
    if warranty == "out_of_warranty" and request != "return":
        facts |= paid_work(draw, stage)
    return facts | known({
        "warranty": warranty,
        "account_ok": draw.pick({True: 92, False: 5, None: 3}),
        "opened": draw.pick({False: 55, True: 40, None: 5}) if stage == "at the door" else None,
    })


# Who asks for what, by weight: need, requester, team of the order.
NEEDS = {
    ("transfer", "na_transfer", NORTH_AMERICA): 22,
    ("transfer", "branch", "branches"): 10,
    ("redistributed", "na_transfer", NORTH_AMERICA): 12,
    ("redistributed", "eu_processor", FIRST_TEAM): 6,
    ("bto", "row_sales", REST): 8,
    ("bto", "na_support", NORTH_AMERICA): 10,
    ("purchased", "na_support", NORTH_AMERICA): 12,
    ("purchased", "branch", "branches"): 10,
    ("purchased", "sewer_processor", FIRST_TEAM): 5,
    ("replenishment_suggestion", "procurement", "ops_support"): 3,
    ("replenishment_suggestion", "branch", "branches"): 2,
}


def purchase(draw, number):
    need, requester, team = draw.pick(NEEDS)
    part = f"P-{draw.between(100, 999)}"
    lies = {0: 15, 3: 25, 20: 52, None: 8} if need == "transfer" else {0: 70, 1: 6, 6: 16, None: 8}
    on_order = [{"part": f"P-{draw.between(100, 999)}", "qty": draw.between(1, 20)} for _ in range(draw.between(0, 3))]
    if draw.chance(4):
        on_order.append({"part": part, "qty": draw.between(1, 10)})
    return known({
        "need": need,
        "requester": requester,
        "order_team": team,
        "part": part,
        "qty": draw.skewed(1, 12),
        "amount": draw.money(15, 14_000, "USD"),
        "customer_down": draw.pick({False: 80, True: 14, None: 6}),
        "procurement_open": draw.pick({True: 82, False: 14, None: 4}),
        "stock_elsewhere": draw.pick(lies),
        "open_pos": on_order,
    })


def walk_in(draw, number):
    facts = account(draw, draw.pick({"order": 6, "will_call": 2, "return": 1, "support": 1}))
    return known(facts | {"team": None, "channel": "walk_in", "branch": draw.pick({"Houston": 4, "Atlanta": 3, "Denver": 2, None: 1})})


def unclear_account(draw, number):
    facts = account(draw, draw.pick({"order": 5, "quote": 3, "support": 2}))
    del facts["team"]
    unclear = {"account_type": ["end_customer"], "product_line": "other", "region": None}
    trouble = draw.pick({"no region": 4, "no code": 2, "two types": 2, "key account": 4})
    if trouble == "no region":
        return known(facts | unclear | {"ship_to_country": None})
    if trouble == "no code":
        return known(facts | unclear | {"ship_to_country": draw.one(["de", "UK", "Brasil"])})
    if trouble == "two types":
        return known(facts | unclear | {"account_type": ["end_customer", draw.one(["branch", "internal"])]})
    return facts | {"key_account": True}


ISSUES = {
    ("technical",): 30, ("material",): 18, ("production",): 12, ("production", "material"): 8, ("logistics",): 10, ("advanced_technical",): 8,
    ("credit",): 6, ("customer",): 4, ("material", "customer"): 2, ("other",): 2,
}


def escalation(draw, number):
    """One account in eight is behind with a part of what it owes, and one in twenty-five owes more than its limit."""
    limit = draw.pick({5_000: 3, 10_000: 4, 25_000: 2})
    owed = limit * draw.pick({5: 30, 20: 30, 45: 24, 80: 12, 110: 4}) // 100
    return known({
        "team": draw.pick({NORTH_AMERICA: 5, FIRST_TEAM: 3, REST: 2}),
        "issues": list(draw.pick(ISSUES)),
        "waiting": draw.pick({1: 15, 2: 20, 4: 35, 6: 30}),
        "now": a_moment(draw),
        "past_due": draw.pick({0: 83, owed // 3: 12, None: 5}),
        "credit_limit": limit,
        "open_balance": owed,
    })


def dock(draw, number):
    """One look an hour; a full dock on one look in three, and it is never worse than a fifth over."""
    now = at(TODAY, "08:00", OFFSET) + hours(draw.between(0, 8))
    capacity = draw.between(28, 36)
    people = [person(draw, role) for role in DOCK]
    for entry in people[5:]:
        entry |= known({"doing": draw.one(["order", "quote", "transfer"]), "free_hours": draw.pick({2: 5, 4: 3, None: 2})})
        if draw.chance(30):
            entry["sla_due"] = now + minutes(draw.between(10, 240))
    return {"now": now, "roster": people, "capacity_hours": capacity,
            "backlog_hours": capacity * draw.pick({70: 3, 85: 2, 100: 1, 108: 2, 120: 1}) // 100}


def training(draw, number):
    hired = TODAY - days(draw.pick({20: 3, 60: 2, 200: 2, 900: 3}))
    team, work = draw.pick({
        ("ops_support", "fulfilment"): 4, (NORTH_AMERICA, "order"): 2, (NORTH_AMERICA, "service_order"): 1, (REST, "order"): 2, (FIRST_TEAM, "order"): 1})
    skill = draw.pick({"fulfilment": 4, "na_processing": 3, "row_orders": 1, None: 2})
    return known({
        "team": team,
        "work": work,
        "product_line": "other",
        "person": known({
            "hired_on": hired,
            "trainings": [{"skill": skill, "on": hired + days(14)}] if skill else [],
            "from_branch": draw.pick({True: 3, False: 5, None: 2}),
        }),
    })


def day():
    routed = ["route_team", "route_notices"]
    the_day = Day(TODAY, seed=20260609, contacts=800)
    the_day.kind("order", 30, routed + ["assign_role"], order)
    the_day.kind("quote", 14, routed + ["assign_role"], quote)
    the_day.kind("question", 12, routed + ["assign_role"], question)
    the_day.kind("lead time", 12, routed + ["lead_time_quote_and_expedite"], lead_time)
    the_day.kind("purchase", 9, ["purchase_and_transfer_authority"], purchase)
    the_day.kind("return", 8, routed + ["rma_and_repair"], goods_back)
    the_day.kind("service or credit", 5, routed + ["assign_role"], service_or_credit)
    the_day.kind("walk-in", 3, ["route_team"], walk_in)
    the_day.kind("unclear account", 3, ["route_team"], unclear_account)
    the_day.kind("escalation", 2, ["team_escalation"], escalation)
    the_day.kind("dock", 1, ["pick_pack_ship_flex"], dock)
    the_day.kind("training", 1, ["training_gate"], training)
    return the_day

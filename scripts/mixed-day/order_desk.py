"""A day at the order desk of a board assembler: 800 contacts of Monday, 8 June 2026, at ten in the morning.

The proportions are invented; nobody has measured them. They are what such a desk plausibly sees: more than half of the
messages only ask how an order stands, most orders are as they should be, and some facts are always missing.

    status in production   34 %   promised too early 15, in time 85; kit full 84, coming 9, short 4, unseen 3
    status shipped         16 %   whole 84, not scanned yet 6, in parts 8, production still runs 2
    status on hold          6 %   a question to the customer 60, his material 20, credit 10, quality 7, nobody knows 3
    status by PO            4 %   a blanket PO with two to four orders
    pull-in                12 %   kit full 65, coming 15, short 15, unseen 5; line free 75, held by others 20, full 5
    push-out                4 %   half of them more than 45 days before shipping
    quantity or cancel      4 %   more 4, less 3, cancel 3; one amount in seven is not known
    address or admin        8 %   PO number or contact 45, carrier 20, address 35
    design change           3 %   revision 7, another part 3; a quarter ask for a pull-in too
    unclear message         3 %   wrong account 2, references that disagree 2, nothing named 4, reader unsure 4
    closing a request       6 %   done 60, between two steps 30, failed 6, told too early 2, taken back 2

Of all messages 7 in 100 are read unsurely or by a reader that does not say how sure it is, 5 name no order, and 2 come from
an account that nobody knows. Of all states 5 in 100 are too old.

A message goes through `match_request`, then through the decision that answers it; closing is the desk's own question. What
the desk wants is that 60 % of the status contacts need no staff; that is the yardstick, and the shares are not chosen to meet it.
"""

from datetime import date

from day import Day, at, days, hours, minutes

TODAY = date(2026, 6, 8)
NOW = at(TODAY, "10:00", "-05:00")
PLANT_CLOSED = {date(2026, 6, 19), date(2026, 7, 3)}
HOURS_A_DAY = 16

PARTS = [
    {"part": "R-0402-10K", "part_class": "passive", "required": 400, "attrition": 50, "approved_alt_qty": 0, "ncnr": False, "receipts": []},
    {"part": "C-0603-100N", "part_class": "passive", "required": 1200, "attrition": 60, "approved_alt_qty": 0, "ncnr": False, "receipts": []},
    {"part": "U7-STM32", "part_class": "ic", "required": 40, "attrition": 2, "approved_alt_qty": 0, "ncnr": True, "receipts": []},
    {"part": "J1-USB", "part_class": "other", "required": 40, "attrition": 2, "approved_alt_qty": 0, "ncnr": False, "receipts": []},
]


def day():
    status = ["match_request", "status_answer", "status_tasks"]
    change = ["match_request", "change_order", "change_tasks"]
    plan = Day(TODAY, seed=20418, contacts=800)
    plan.kind("status in production", 34, status, in_production)
    plan.kind("status shipped", 16, status, shipped)
    plan.kind("status on hold", 6, status, on_hold)
    plan.kind("status by PO", 4, status, by_purchase_order)
    plan.kind("pull-in", 12, ["match_request", "expedite"], pull_in)
    plan.kind("push-out", 4, change, push_out)
    plan.kind("quantity or cancel", 4, change, quantity_or_cancel)
    plan.kind("address or admin", 8, change, address_or_admin)
    plan.kind("design change", 3, change, design_change)
    plan.kind("unclear message", 3, ["match_request"], unclear)
    plan.kind("closing a request", 6, ["confirm_and_close"], closing)
    return plan


# Who asks how it stands


def in_production(draw, number):
    return message(draw, number, ["status"]) | job(draw, number) | {"shipped": False}


def shipped(draw, number):
    how = draw.pick({"whole": 84, "not scanned yet": 6, "in parts": 8, "production still runs": 2})
    facts = message(draw, number, ["status"], state="open" if how == "in parts" else "shipped") | job(draw, number)
    facts |= {"shipped": True, "shipped_on": working_days_after(TODAY, -draw.between(1, 7)), "tracking": f"1Z{70_000 + number}"}
    if how == "whole":
        return facts | {"mes_state": draw.pick({"closed": 3, "complete": 2})}
    if how == "not scanned yet":
        return facts | {"mes_state": "complete", "shipped_on": TODAY, "tracking": None}
    if how == "in parts":
        return facts | {"mes_state": "running", "open_qty": draw.pick({10: 2, 25: 2, 100: 1})}
    return facts | {"mes_state": "running"}


def on_hold(draw, number):
    hold = draw.pick({"engineering": 30, "dfm": 30, "customer_material": 20, "credit": 10, "quality": 7, None: 3})
    awaited = {
        "engineering": "your answer about the footprint of U7",
        "dfm": "your answer about the solder mask",
        "customer_material": "the connectors that you send us",
    }
    facts = message(draw, number, ["status"]) | job(draw, number) | {"shipped": False}
    return facts | {"mes_state": draw.pick({"on_hold": 7, "ready": 2, "new": 1}), "hold": hold, "awaited_item": awaited.get(hold)}


def by_purchase_order(draw, number):
    facts = in_production(draw, number)
    first = facts["candidates"][0]
    more = [first | {"order": f"{first['order']}-{part}", "wo": f"{first['wo']}-{part}"} for part in range(2, draw.between(2, 4) + 1)]
    return facts | {"refs": [{"kind": "customer_po", "value": first["customer_po"]}], "candidates": [first] + more}


# Who wants something changed


def pull_in(draw, number):
    kit = draw.pick({"full": 65, "coming": 15, "short": 15, "unseen": 5})
    line = draw.pick({"free next shift": 50, "free later": 25, "held": 20, "full": 5})
    facts = message(draw, number, ["expedite"], buyer=True) | job(draw, number, kit)
    current = working_days_after(TODAY, draw.between(12, 24))
    facts |= {
        "mes_state": draw.pick({"new": 2, "ready": 6, "waiting": 2}),
        "entry": TODAY,
        "hours_done": None,
        "hold": draw.pick({"none": 93, "dfm": 3, "credit": 2, "quality": 1, None: 1}),
        "slots": slots_to_pull_into(draw, line),
        "current_ship": current,
        "committed_ship": current,
        "requested_ship": current - days(draw.between(2, 10)),
        "standard_lead": draw.pick({10: 1, 15: 3, 20: 4, 25: 2}),
        "fee_terms": draw.pick({"none": 60, "per_agreement": 33, None: 7}),
        "order_value": draw.money(800, 60_000, "USD"),
        "pull_ins_used": draw.pick({0: 90, 1: 8, 2: 2}),
        "part_quantity_only": draw.pick({None: 80, False: 15, True: 5}),
        "design_change_open": draw.pick({False: 97, True: 3}),
    }
    if facts["fee_terms"] == "per_agreement":
        facts["fee_cap"] = draw.pick({None: 7, "2000.00 USD": 3})
    return facts


def push_out(draw, number):
    facts = change(draw, number, "push_out")
    facts["days_to_ship"] = draw.pick({12: 1, 25: 2, 30: 1, 34: 2, 45: 1, 50: 4, 70: 3})
    facts["reschedules_used"] = draw.pick({0: 85, 1: 15})
    return facts


def quantity_or_cancel(draw, number):
    facts = change(draw, number, draw.pick({"qty_up": 4, "qty_down": 3, "cancel": 3}))
    if facts["kind"] == "qty_up":
        return facts
    facts["ncnr_value"] = draw.pick({None: 1, "0.00 USD": 2, draw.money(50, 9_000, "USD"): 4})
    facts["wip_value"] = "0.00 USD" if facts["mes_state"] in {"new", "ready"} else draw.money(100, 4_000, "USD")
    facts["finished_value"] = "0.00 USD"
    facts["accepted_exposure"] = draw.pick({None: 3, "15000.00 USD": 1})
    if facts["kind"] == "qty_down":
        facts |= {"quantity_left": draw.pick({60: 8, 12: 1, None: 1}), "panel_quantity": 20}
    return facts


def address_or_admin(draw, number):
    facts = change(draw, number, draw.pick({"admin": 45, "carrier": 20, "ship_to": 35}))
    if facts["kind"] == "ship_to":
        address = {"country": draw.pick({"US": 90, "CA": 6, "MX": 4}), "verified": draw.pick({True: 85, None: 10, False: 5})}
        facts |= {"ship_to_country": "US", "new_ship_to": address if draw.chance(95) else None}
    return facts


def design_change(draw, number):
    facts = change(draw, number, draw.pick({"revision": 7, "alternate_part": 3}))
    if draw.chance(25):
        facts["kinds"] = ["expedite", facts["kind"]]
    return facts


# Who cannot be understood at once


def unclear(draw, number):
    facts = message(draw, number, [draw.pick({"status": 5, "expedite": 2, "other": 3})])
    own = facts["candidates"][0]
    what = draw.pick({"wrong account": 2, "references disagree": 2, "nothing named": 4, "reader unsure": 4})
    if what == "wrong account":
        return facts | {"refs": [{"kind": "order", "value": own["order"]}], "candidates": [own | {"customer": "C-999"}]}
    if what == "references disagree":
        other = own | {"order": str(30_000 + number), "wo": None, "customer_po": f"PO-{number}-B"}
        refs = [{"kind": "order", "value": own["order"]}, {"kind": "customer_po", "value": other["customer_po"]}]
        return facts | {"refs": refs, "candidates": [own, other]}
    if what == "nothing named":
        return facts | {"refs": [], "candidates": facts["candidates"] + [own | {"order": str(30_000 + number), "wo": None}]}
    return facts | {"kind_confidence": draw.pick({0.45: 1, 0.60: 2, 0.75: 3})}


# What the desk asks about its own work


def closing(draw, number):
    how = draw.pick({"done": 60, "scheduled": 12, "written": 10, "under way": 8, "failed": 6, "told too early": 2, "taken back": 2})
    opened = draw.pick({NOW - hours(1): 5, NOW - hours(2): 3, at(TODAY - days(3), "15:00", "-05:00"): 3, at(TODAY - days(4), "11:00", "-05:00"): 1})
    facts = {
        "order": order_number(number),
        "now": NOW,
        "opened_at": opened,
        "erp_write": {"under way": "pending", "told too early": "pending", "failed": "failed"}.get(how, "ok"),
        "schedule_adjusted": how in {"done", "scheduled"},
        "reply_sent": how in {"done", "told too early"},
        "fee_accepted": draw.pick({None: 8, True: 2}),
        "customer_withdrew": True if how == "taken back" else None,
    }
    if how == "failed" and draw.chance(30):
        facts |= {"erp_write": "ok", "lines_total": 3, "lines_written": 2}
    if how == "under way" and draw.chance(20):
        facts |= {"erp_write": "failed", "fee_accepted": False}
    return facts


# What these have in common


def message(draw, number, kinds, state="open", buyer=False):
    """A message about one order, mostly named, by a sender who is mostly known."""
    account = draw.pick({f"C-{100 + number % 60}": 98, None: 2})
    order = {
        "order": order_number(number),
        "customer": f"C-{100 + number % 60}",
        "state": state,
        "wo": f"WO-{number}",
        "customer_po": f"PO-{number}",
    }
    another = order | {"order": str(40_000 + number), "state": "open", "wo": None, "customer_po": f"PO-{number}-A"}
    named = draw.pick({"order": 60, "wo": 10, "customer_po": 25, "nothing": 5})
    return {
        "now": NOW,
        "sender_account": account,
        "contact_authorised": True if account else None,
        "sender_authorised": draw.pick({True: 88, False: 8, None: 4} if buyer else {True: 60, False: 35, None: 5}),
        "refs": [] if named == "nothing" else [{"kind": named, "value": order[named]}],
        "candidates": [order, another] if draw.chance(30) else [order],
        "kinds": kinds,
        "kind_confidence": draw.pick({1: 40, 0.97: 30, 0.90: 15, 0.83: 8, 0.72: 6, None: 1}),
    }


def change(draw, number, kind):
    """A message about a change, with what is known of the order's progress."""
    facts = message(draw, number, [kind], buyer=True)
    state = draw.pick({"new": 25, "ready": 30, "waiting": 10, "running": 20, "suspended": 2, "on_hold": 3, "complete": 10})
    return facts | {
        "order": order_number(number),
        "kind": kind,
        "mes_state": state,
        "hold": "dfm" if state == "on_hold" else "none",
        "kit_issued": state in {"running", "suspended", "complete"} or state == "waiting" and draw.chance(50),
        "days_to_ship": draw.between(5, 60),
        "shipped": state == "complete" and draw.chance(25),
        "packed": state == "complete" and draw.chance(40),
        "invoiced": state == "complete" and draw.chance(25),
        "reschedules_used": 0,
        "buyer_authorised": facts["sender_authorised"],
        "rev_ordered": "C",
        "rev_active": draw.pick({"C": 95, "D": 3, None: 2}),
    }


def job(draw, number, kit=None):
    """A build on order: its state, its parts, its line, and the date that was promised."""
    state = draw.pick({"new": 12, "ready": 20, "waiting": 10, "loaded": 5, "running": 40, "suspended": 3, "complete": 10})
    build_hours = draw.pick({16: 2, 32: 3, 48: 3, 64: 2})
    test_days = draw.pick({1: 2, 2: 3})
    start = TODAY if state == "running" else working_days_after(TODAY, draw.pick({1: 3, 2: 2, 4: 2, 7: 1}))
    can_ship = working_days_after(start, -(-build_hours // HOURS_A_DAY) + test_days)
    return {
        "order": order_number(number),
        "mes_state": state,
        "mes_read_at": read_at(draw, state),
        "refresh_failed": draw.pick({None: 24, True: 1}),
        "hold": draw.pick({"none": 99, None: 1}),
        "entry": draw.pick({TODAY: 9, None: 1}) if state == "new" else None,
        "kit": parts(draw, kit or draw.pick({"full": 84, "coming": 9, "short": 4, "unseen": 3}), start),
        "slots": [slot("Line 2", start), slot("Line 1", working_days_after(start, 5))],
        "build_hours": build_hours,
        "hours_done": build_hours // 4 if state == "running" else None,
        "test_days": test_days,
        "committed_ship": working_days_after(can_ship, draw.pick({-4: 3, -2: 5, -1: 7, 0: 15, 2: 30, 5: 25, 10: 15})),
    }


def read_at(draw, state):
    """A running job is read every few minutes, any other a few times a day; now and then the feed is down."""
    if state == "running":
        return NOW - minutes(draw.pick({5: 40, 20: 40, 55: 15, 90: 5}))
    return NOW - hours(draw.pick({1: 40, 6: 40, 20: 15, 30: 5}))


def parts(draw, kit, start):
    """Three lines; what is said of the kit is said of one of them."""
    if kit == "unseen":
        return None
    lines = [part | {"usable_now": part["required"] + part["attrition"] + draw.between(0, 40)} for part in draw.shuffled(PARTS)[:3]]
    if kit == "full":
        return lines
    scarce = lines[0]
    scarce["usable_now"] = scarce["required"] // 2
    if kit == "coming":
        scarce["receipts"] = [{"date": working_days_after(start, draw.pick({-1: 6, 1: 2, 3: 2})), "qty": scarce["required"], "confirmed": True}]
    elif draw.chance(50):
        scarce["receipts"] = [{"date": working_days_after(start, 4), "qty": scarce["required"], "confirmed": False}]
    return lines


def slots_to_pull_into(draw, line):
    if line == "free next shift":
        return [slot("Line 2", TODAY, "14:00"), slot("Line 1", working_days_after(TODAY, 5))]
    if line == "free later":
        return [slot("Line 2", working_days_after(TODAY, draw.between(3, 9))), slot("Line 1", working_days_after(TODAY, 14))]
    if line == "held":
        held = [{"order": "20100", "slack": draw.pick({0: 4, 2: 2, 6: 4}), "tier": draw.pick({"standard": 7, "preferred": 2, "key": 1})}]
        return [slot("Line 2", working_days_after(TODAY, 2)) | {"displaces": held}, slot("Line 1", working_days_after(TODAY, 22))]
    return []


def slot(line, start, clock="06:00"):
    return {"line": line, "start": at(start, clock, "-05:00"), "free_hours": 64, "compatible": True, "displaces": []}


def order_number(number):
    return str(20_000 + number)


def working_days_after(start, count):
    """Plant days after a day, or before it when the count is negative."""
    step = days(1 if count >= 0 else -1)
    while count:
        start += step
        if start.weekday() < 5 and start not in PLANT_CLOSED:
            count -= step.days
    return start

"""A promotion day of the rapid-response desk: Wednesday 11 November 2026, 800 contacts, Shanghai time.

    34 %  a new order: number, audit, tier, clocks, gate
    12 %  the clarification of an abnormal order
    16 %  an order to plan
     8 %  a posted plan that the departments confirm
     7 %  an exception on the way
     8 %  an order at the 17:00 summary
     5 %  a check before delivery
     5 %  an acceptance
     3 %  a survey
     1 %  a form of the archive
     1 %  a customer's problem and its owner

The shares, and the weights in each function below, are invented: the process has no such figures. They describe a desk on its busiest day, with mostly ordinary
orders, a few forms with holes, and now and then something nasty. The yardstick is the 60 % and the 70 % that are asked of the order desk and the service desk.
The monthly figures are asked for once a month, not by a contact, and are left out.
"""

from datetime import date

from day import Day, at, days, minutes

DAY = date(2026, 11, 11)
FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")


def day():
    made = Day(DAY, seed=20261111, contacts=800)
    made.kind("new order", 34, ["order_number_and_duplicate", "intake_audit", "priority_tier", "tier_remarks", "response_sla", "entry_gate"], new_order)
    made.kind("clarification", 12, ["clarification_clock", "clarification_overruns"], clarification)
    made.kind("order to plan", 16, ["execution_plan", "plan_branches", "plan_notes"], order_to_plan)
    made.kind("plan to confirm", 8, ["resource_confirmation", "confirmation_steps"], plan_to_confirm)
    made.kind("exception", 7, ["exception_report", "exception_report_and_response"], exception)
    made.kind("17:00 summary", 8, ["daily_progress_sync", "progress_nudges"], summary)
    made.kind("check before delivery", 5, ["delivery_check", "pre_delivery_check"], check_before_delivery)
    made.kind("acceptance", 5, ["acceptance_contact", "acceptance_outcome"], acceptance)
    made.kind("survey", 3, ["survey_sent", "satisfaction_survey"], survey)
    made.kind("archive", 1, ["archive_state", "retention"], archive)
    made.kind("customer's problem", 1, ["problem_owner", "first_owner"], problem)
    return made


def moment(draw, first, last):
    """A minute of the day between two full hours."""
    return at(DAY, f"{first:02}:00", "+08:00") + minutes(draw.between(0, (last - first) * 60 - 1))


def order_no(number):
    return f"202611-{number:04}"


# A new order: the register as it was filled in, and the priority form some minutes later.


def new_order(draw, number):
    received = moment(draw, 8, 18)
    judged = received + minutes(draw.between(5, 40))
    facts = register(draw, number, received)
    facts |= {"order_no": typed(draw, facts["order_no"]), "similar": similar(draw, facts), "number_in_use": draw.chance(1)}
    facts |= requirement(draw)
    facts |= stock(draw, facts["quantity"])
    facts |= currency(draw)
    facts |= hole(draw)
    return facts | {"judge": draw.pick({"order_lead": 96, None: 4}), "judged_at": judged, "now": judged}


def register(draw, number, received):
    """The order register, all of it filled in."""
    custom = draw.chance(15)
    due = draw.pick({draw.between(0, 3): 15, draw.between(4, 7): 40, draw.between(8, 30): 45})
    return {
        "order_no": order_no(number),
        "received_at": received,
        "source": draw.pick({"e_commerce": 70, "offline": 15, "direct_report": 15}),
        "customer_name": f"customer {draw.between(1, 400)}",
        "contact": f"138{draw.between(10_000_000, 99_999_999)}",
        "product_model": f"model {draw.one('ABCDEFGH')}{draw.between(1, 40)}",
        "quantity": draw.skewed(1, 2000),
        "quantity_unit": draw.pick({"pieces": 97, None: 3}),
        "delivery_date": DAY + days(due),
        "days_to_delivery": due,
        "special_requirements": "clear" if custom else "none",
        "payment": draw.pick({"paid": 75, "unpaid": 15, "deposit": 10}),
        "stock_available": 5000,
        "prepayment_noted": False,
        "build_to_order": custom,
        "custom": custom,
        "custom_confirmation": draw.pick({True: 85, None: 15}) if custom else None,
        "entry_checked_by": draw.pick({("clerk_1", "clerk_2"): 92, ("clerk_1",): 6, (): 2}),
        "customer_level": draw.pick({"VIP": 12, "normal": 58, "new": 22, "small": 8}),
        "amount": draw.money(50, 300_000, "CNY"),
        "after_sales_emergency": draw.chance(3),
        "marked_urgent": draw.chance(15),
    }


def hole(draw):
    """One order in seven has a field that nobody filled in, of the register or of the priority form."""
    field = draw.pick({None: 86, "contact": 3, "delivery_date": 3, "customer_level": 3, "amount": 2, "payment": 1, "quantity": 1, "customer_name": 1})
    if field == "delivery_date":
        return {"delivery_date": None, "days_to_delivery": None}
    if field == "amount":
        return {"amount": None, "foreign_amount": None}
    return {field: None} if field else {}


def currency(draw):
    """Two orders in a hundred are not in yuan; for pounds nobody declares a rate."""
    code = draw.pick({None: 98 * 4, "USD": 2 * 3, "GBP": 2 * 1})
    return {"amount": None, "foreign_amount": {"currency": code, "value": draw.skewed(500, 40_000), "on": DAY}} if code else {}


def requirement(draw):
    """The special requirements as the reader judged them; two in a hundred are words that nobody has judged."""
    judged = draw.pick({"as filled in": 90, "vague": 5, "not judged": 2, "empty": 3})
    if judged == "not judged":
        return {"special_requirements": None, "special_requirement_text": "packed as last time, with the new logo"}
    return {} if judged == "as filled in" else {"special_requirements": None if judged == "empty" else judged}


def stock(draw, quantity):
    free = draw.pick({quantity * 3: 88, quantity // 2: 6, None: 6})
    return {"stock_available": free, "prepayment_noted": draw.pick({False: 60, True: 20, None: 20})}


def typed(draw, number):
    how = draw.pick({"plain": 95, "full width": 3, "without the dash": 2})
    if how == "full width":
        return number.translate(FULL_WIDTH)
    return number if how == "plain" else number.replace("-", "")


def similar(draw, facts):
    """Three orders in a hundred have a twin from another channel; on three of ten twins money is paid."""
    if not draw.chance(3):
        return []
    twin = {"customer": facts["customer_name"], "product": facts["product_model"], "qty": facts["quantity"], "delivery_date": facts["delivery_date"]}
    twin["order_no"] = f"202611-{draw.between(5000, 5999)}"
    twin["source"] = "direct_report" if facts["source"] == "offline" else "offline"
    twin["received_at"] = facts["received_at"] - minutes(draw.between(30, 2600))
    twin["payment"] = draw.pick({"unpaid": 7, "paid": 3})
    return [twin]


# The clarification of an abnormal order, at some point on its way.


def clarification(draw, number):
    flagged = moment(draw, 9, 14)
    received = flagged - minutes(draw.between(5, 30))
    facts = {
        "order_no": order_no(number),
        "received_at": received,
        "flagged_at": flagged,
        "tier": draw.pick({None: 25, "high": 15, "medium": 30, "low": 30}),
        "confirm_started_at": draw.pick({received + minutes(draw.between(0, 5)): 60, None: 40}),
        "attempts": [],
        "now": flagged + minutes(draw.between(5, 100)),
    }
    return facts | progress_of_call(draw, flagged)


def progress_of_call(draw, flagged):
    """Seven of ten customers are reached, most of them in time; one in twenty-five has not answered for days."""
    call = flagged + minutes(draw.pick({draw.between(5, 55): 78, draw.between(56, 118): 16, draw.between(121, 200): 6}))
    state = draw.pick({"written down": 45, "reached": 25, "no answer": 15, "nobody called": 11, "no answer for days": 4})
    if state == "written down":
        why = draw.pick({"the number on file was out of use": 70, None: 30})
        return {"attempts": [call], "contacted_at": call, "updated_at": call + minutes(draw.between(2, 33)), "overrun_reason": why, "now": call + minutes(60)}
    if state == "reached":
        return {"attempts": [call], "contacted_at": call, "now": call + minutes(draw.between(1, 20))}
    if state == "no answer":
        return {"attempts": [call], "now": call + minutes(draw.between(1, 280))}
    if state == "no answer for days":
        first = flagged - days(6)
        return {"received_at": first, "flagged_at": first, "attempts": [first + minutes(40), first + days(1), first + days(4)]}
    return {}


# An order to plan: released or nearly so, judged, with what engineering and the departments have said so far.


def order_to_plan(draw, number):
    received = moment(draw, 8, 12)
    facts = register(draw, number, received)
    due = facts["days_to_delivery"]
    custom = facts["custom"]
    green = due < 5 and draw.chance(60)
    return facts | {
        "entry_checked_by": draw.pick({("clerk_1", "clerk_2"): 97, ("clerk_1",): 3}),
        "custom_confirmation": custom or None,
        "feasible": draw.pick({True: 80, None: 15, False: 5}) if custom else None,
        "special_purchases": custom and draw.chance(40),
        "capacity_ok": draw.pick({True: 84, None: 12, False: 4}),
        "stock_ok": draw.pick({True: 86, None: 10, False: 4}),
        "start": DAY,
        "stages": rushed(draw, due) if green else [],
        "green_channel_used": green,
        "displaced": displaced(draw) if green else [],
        "tier": draw.pick({"high": 25, "medium": 45, "low": 30}),
        "now": received + minutes(draw.between(20, 200)),
    }


def rushed(draw, due):
    """The stages by the green channel; one plan in six still comes a day late."""
    late = draw.pick({0: 5, 1: 1})
    return [{"stage": "production", "days": max(1, due) + late, "owner": "production"}, {"stage": "logistics", "days": 1, "owner": "logistics"}]


def displaced(draw):
    """Whom the insertion moves: mostly nobody, sometimes an order that has the time, seldom one that becomes late."""
    later = draw.pick({None: 80, 0: 13, 2: 7})
    if later is None:
        return []
    committed = DAY + days(draw.between(5, 15))
    return [{"order_no": f"202611-{draw.between(6000, 6999)}", "committed": committed, "new_date": committed + days(later)}]


# A posted plan and the departments' answers.


def plan_to_confirm(draw, number):
    received = moment(draw, 9, 12)
    posted = received + minutes(draw.between(10, 60))
    required = ("production", "qc", "logistics") + draw.pick({(): 60, ("purchasing",): 25, ("warehouse",): 15})
    answers = [reply for dept in required for reply in replies(draw, dept, posted)]
    return {
        "order_no": order_no(number),
        "received_at": received,
        "tier": draw.pick({"high": 25, "medium": 45, "low": 30}),
        "posted_at": posted,
        "required": required,
        "answers": answers + second_opinion(draw, posted),
        "now": posted + minutes(draw.pick({60: 60, draw.between(20, 59): 25, draw.between(61, 90): 15})),
    }


def replies(draw, dept, posted):
    """What one department says: nearly always yes; three in a hundred say nothing."""
    word = draw.pick({"yes": 90, "conditional": 4, "no": 3, None: 3})
    return [answer(draw, dept, posted, word)] if word else []


def answer(draw, dept, posted, word, about="own_part"):
    return {
        "dept": dept,
        "at": posted + minutes(draw.between(2, 58)),
        "answer": word,
        "about": about,
        "by_deputy": draw.chance(10),
        "needs_customer": word == "conditional" and draw.chance(40),
        "cleared": word == "conditional" and draw.chance(30),
        "note": "if the night shift is approved" if word == "conditional" else None,
    }


def second_opinion(draw, posted):
    """In three plans of a hundred two departments say opposite things about the capacity."""
    if not draw.chance(3):
        return []
    return [answer(draw, "production", posted, "yes", "capacity"), answer(draw, "technical", posted, "no", "capacity")]


# An exception on the way.


def exception(draw, number):
    found = moment(draw, 7, 21)
    facts = {
        "stage": draw.pick({"production": 35, "purchasing": 25, "logistics": 20, "qc": 15, "other": 5}),
        "expected_delay": draw.pick({"0.25": 15, "0.5": 25, "1": 25, "2": 15, "4": 5, None: 15}),
        "other_exceptions": [{"stage": "qc", "expected_delay": "0.5"}] if draw.chance(10) else [],
        "may_affect_delivery": draw.pick({False: 45, True: 25, None: 30}),
        "exception_cause": draw.pick({"equipment fault": 70, None: 30}),
        "found_at": found,
        "reported_at": draw.pick({found + minutes(draw.between(3, 30)): 75, found + minutes(draw.between(31, 90)): 10, None: 15}),
        "slack": draw.pick({0: 25, 1: 25, 3: 30, 5: 15, -1: 5}),
        "committed": DAY + days(draw.between(2, 12)),
        "now": found + minutes(draw.between(3, 45)),
    }
    return facts | ways_out(draw, facts["committed"])


def ways_out(draw, committed):
    """What the department has found so far: often a way, sometimes none, sometimes it has not looked yet."""
    return {
        "spare_line": draw.pick({True: 55, False: 25, None: 20}),
        "backup_supplier": draw.pick({True: 60, False: 20, None: 20}),
        "substitute_material": draw.pick({True: 35, False: 40, None: 25}),
        "customer_ok": draw.pick({None: 60, True: 30, False: 10}),
        "alternative_eta": draw.pick({None: 35, committed - days(draw.between(0, 2)): 52, committed + days(draw.between(1, 3)): 13}),
    }


# An order at the 17:00 summary.


def summary(draw, number):
    return {
        "now": at(DAY, "17:00", "+08:00"),
        "opened_at": draw.pick({moment(draw, 9, 17) - days(draw.between(1, 6)): 90, moment(draw, 9, 17): 10}),
        "order_state": draw.pick({"active": 97, "closed": 3}),
        "accepted_at": draw.pick({None: 94, moment(draw, 10, 17): 6}),
        "changed_today": draw.chance(80),
        "tracking_no": draw.pick({None: 70, f"SF{draw.between(10_000_000, 99_999_999)}": 30}),
        "stage_rows": [stage_row(draw, stage) for stage in draw.pick({("production",): 45, ("qc",): 15, ("logistics",): 25, ("production", "purchasing"): 15})],
    }


def stage_row(draw, stage):
    """Nine owners of ten have written today."""
    written = draw.pick({moment(draw, 12, 17): 90, moment(draw, 12, 17) - days(1): 8, None: 2})
    return {"stage": stage, "owner": f"{stage}_{draw.between(1, 9)}", "updated_at": written, "state": draw.pick({"normal": 88, "delayed": 12})}


# A check before delivery, looked at around its deadline. One delivery in ten was promised the same day.


def check_before_delivery(draw, number):
    method = draw.pick({"to_door": 85, "pick_up": 15})
    facts = {
        "method": method,
        "ordered_method": draw.pick({method: 93, None: 5, "pick_up" if method == "to_door" else "to_door": 2}),
        "standing_instruction": draw.chance(20),
        "amount": draw.pick({draw.money(50, 300_000, "CNY"): 97, None: 3}),
    }
    facts |= delivery_today(draw) if draw.chance(10) else delivery_tomorrow(draw)
    return facts | (checked(draw, facts) if draw.chance(70) else {})


def delivery_today(draw):
    promised = moment(draw, 8, 13)
    return {"promised_at": promised, "planned_delivery": promised + minutes(draw.between(120, 480)), "now": promised + minutes(15)}


def delivery_tomorrow(draw):
    planned = moment(draw, 9, 18) + days(1)
    promised = draw.pick({planned - days(draw.between(3, 9)): 95, None: 5})
    return {"promised_at": promised, "planned_delivery": planned, "now": planned - days(1) - minutes(draw.between(-30, 180))}


def checked(draw, facts):
    """What logistics found; nine in ten customers have agreed a time."""
    return {
        "checked_at": facts["now"] - minutes(draw.between(1, 14)),
        "qty_ok": draw.pick({True: 96, False: 3, None: 1}),
        "spec_ok": draw.pick({True: 97, False: 2, None: 1}),
        "address_ok": draw.pick({True: 94, False: 4, None: 2}),
        "customer_time": draw.pick({facts["planned_delivery"] + minutes(30): 90, None: 10}),
    }


# An acceptance.


def acceptance(draw, number):
    delivered = moment(draw, 8, 15)
    told = delivered + minutes(draw.between(20, 120))
    facts = {
        "result": draw.pick({"pass": 80, "partial": 8, "fail": 5, None: 7}),
        "delivered_at": delivered,
        "reported_at": told,
        "cause_disputed": False,
        "qty": draw.between(10, 500),
        "payment": draw.pick({"paid": 70, "unpaid": 20, "deposit": 10}),
        "stock": draw.pick({5000: 90, 0: 7, None: 3}),
        "now": told + minutes(draw.between(10, 150)),
    }
    return facts | complaint(draw, facts) if facts["result"] in {"partial", "fail"} else facts


def complaint(draw, facts):
    """What after-sales know of a bad delivery; in one of twelve the cause is disputed."""
    return {
        "cause": draw.pick({"damage": 40, "shortage": 25, "wrong_spec": 20, "other": 5, None: 10}),
        "cause_disputed": draw.pick({False: 11, True: 1}),
        "affected_qty": draw.between(1, facts["qty"]),
        "customer_wants": draw.pick({"exchange": 40, "resend": 25, "refund": 20, None: 15}),
        "contacted_at": draw.pick({facts["reported_at"] + minutes(draw.between(5, 100)): 70, None: 30}),
        "remedy_value": draw.money(20, 15_000, "CNY"),
    }


# A survey, some days after the delivery: most are sent by now, and one in three of these is answered.


def survey(draw, number):
    delivered = DAY - days(draw.between(1, 7))
    sent = draw.pick({delivered + days(draw.between(1, 3)): 85, delivered + days(4): 5, None: 10})
    sent = sent if sent and sent <= DAY else None
    return {
        "delivered_on": delivered,
        "open_complaint": draw.chance(5),
        "sent_on": sent,
        "scores": scores(draw) if sent and draw.chance(35) else [],
    }


def scores(draw):
    """Mostly fours and fives; one form in thirty has a six or a half point."""
    wrong = draw.pick({None: 29, "6": 1})
    given = [{"item": item, "score": draw.pick({5: 55, 4: 30, 3: 10, 2: 4, 1: 1})} for item in ("response", "quality", "timeliness", "attitude")]
    return [given[0] | {"score": wrong}] + given[1:] if wrong else given


# A form of the archive, looked at because its two years may be over.


def archive(draw, number):
    return {
        "doc_kind": draw.pick({"order": 25, "plan": 25, "progress": 25, "feedback": 25}),
        "closed_on": DAY - days(draw.between(600, 900)),
        "archived": draw.chance(95),
        "legal_hold": draw.pick({False: 85, None: 10, True: 5}),
        "other_floors": [{"reason": "tax", "until": DAY + days(draw.between(100, 900))}] if draw.chance(20) else [],
        "deletion_requested": draw.chance(5),
    }


# A customer's problem and who owns it.


def problem(draw, number):
    solved = draw.chance(60)
    return {
        "first_receiver": draw.pick({"after_sales_3": 50, "order_specialist_2": 35, "warehouse_1": 15}),
        "receiver_is_bot": draw.chance(10),
        "queue_lead": "after_sales_lead",
        "deputy": draw.pick({"after_sales_4": 70, None: 30}),
        "owner_absent": draw.chance(10),
        "working_on_it": draw.pick({"after_sales_3": 50, "warehouse_1": 50}),
        "passed_on": draw.chance(5),
        "state": "solved" if solved else "open",
        "customer_satisfied": draw.pick({None: 50, True: 42, False: 8}) if solved else None,
        "policy_remedy_given": solved,
        "solved_notice_on": draw.pick({DAY - days(draw.between(0, 8)): 90, None: 10}) if solved else None,
        "plan_made": True,
        "production_done": True,
        "announced": ["plan_made", "production_done"],
    }

"""A host in Python: decides whether to pay a customer back. The first argument is the policy's path."""

import datetime
import json
import pathlib
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import writ


def main(path):
    with writ.Policy.load(path) as policy:
        contact = {
            "order": {"number": "A-17", "amount": Decimal("64.00")},
            "reason": "damaged",
            "today": datetime.date(2026, 3, 5),
        }
        answer = policy.decide("refund", contact)
        print(answer.status, answer.rule, answer.outcome, "-", answer.because)

        strict = policy.decide("refund", contact, params={"limit": "50 USD"})
        for action, arguments in strict.actions:
            print("do", action, arguments)

        open_case = policy.bind({**contact, "reason": None})
        print("needs", policy.decide("refund", open_case).needs)
        open_case["delivered_on"] = datetime.date(2026, 3, 1)
        print("then", policy.decide("refund", open_case).because)

        try:
            policy.decide("refund", {**contact, "order": {"number": "A-17", "amount": "64.00 EUR"}})
        except writ.WritError as error:
            print(error.kind, error.mistakes[0]["message"])

        with ThreadPoolExecutor(4) as threads:
            cases = [{**contact, "order": {"number": str(n), "amount": n}} for n in range(1, 201)]
            answers = threads.map(lambda case: policy.decide("refund", case), cases)
            print("to a person:", sum(answer.rule == "too_large" for answer in answers))

        refund = policy.prepare("refund")
        body = b'{"order": {"number": "A-17", "amount": "64.00 USD"}, "reason": "damaged", "today": "2026-03-05"}'
        print(refund.decide(body), refund.json(body)[:42], refund(body)["because"])
        with ThreadPoolExecutor(4) as threads:
            bodies = [json.dumps(case, default=str) for case in cases]
            print("to a person:", sum(rule == "too_large" for _, rule in threads.map(refund.decide, bodies)))

        lines = b'{"order": {"number": "1", "amount": 5}, "reason": "damaged", "today": "2026-03-05"}\n{"ordr": 1}\n'
        print([line["status"] for line in policy.decide_lines("refund", lines)])
        print(refund.lines(lines).splitlines()[0] == refund.json(lines.splitlines()[0]))

    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(shutil.copy(path, folder))
        store = writ.Store.open(folder)
        print("reloaded", store.reload())
        text = copy.read_text()
        copy.write_text(text.replace("= 150 USD", "= 50 USD"))
        print("reloaded", store.reload(), store.decide("refund", contact).because)
        copy.write_text(text.replace("= 150 USD", "= 150 EUR"))
        try:
            store.reload()
        except writ.WritError as error:
            print("kept:", error.mistakes[0]["code"], store.decide("refund", contact).because)


main(sys.argv[1])

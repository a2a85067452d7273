"""Measures decisions a second from Python: JSON in, answers out, on Benchmarks/Policies/refunds.

    make lib
    WRIT_LIBRARY=.build-lib/lib/libwrit.so python3 Benchmarks/Hosts/refunds.py
"""

import json
import pathlib
import random
import statistics
import sys
import threading
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent.parent / "examples" / "python"))

import writ  # noqa: E402

CASES = 2_000
ROUNDS = 7


def cases():
    chance = random.Random(42)
    for _ in range(CASES):
        yield json.dumps({
            "ordered": f"{chance.randrange(1, 1000)}.{chance.randrange(100):02} USD",
            "requested": f"{chance.randrange(1, 1000)}.{chance.randrange(100):02} USD",
            "refunded": f"{chance.randrange(0, 100)} USD",
            "delivered_on": f"2026-0{chance.randrange(1, 10)}-15",
            "asked_on": "2026-10-01",
            "claims": chance.randrange(8),
            "items": chance.randrange(1, 5),
            "reason": chance.choice(["damaged", "late", "wrong_item", "unwanted"]),
            "channel": chance.choice(["web", "phone", "shop", "partner"]),
            "level": chance.choice(["standard", "silver", "gold", "vip"]),
            "region": chance.choice(["us", "eu", "uk", "other"]),
            "photo": chance.random() < 0.5,
            "opened": chance.random() < 0.5,
            "disputed": chance.random() < 0.05,
        }).encode()


def measure(name, count, work):
    rates = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        rates.append(count / (time.perf_counter() - start))
    rate = statistics.median(rates)
    print(f"{name:<40} {rate:>10,.0f} /s {1e9 / rate:>8,.0f} ns")


def on_threads(number, work):
    threads = [threading.Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


documents = list(cases())
lines = b"\n".join(documents)
with writ.Policy.load(here.parent / "Policies" / "refunds") as policy:
    def rules():
        for document in documents:
            with policy.decide("refund", document) as answer:
                answer.rule

    def answers():
        for document in documents:
            with policy.decide("refund", document) as answer:
                answer.json

    measure("JSON in, the rule out", CASES, rules)
    measure("JSON in, the answer's JSON out", CASES, answers)
    measure("the same on two threads", 2 * CASES, lambda: on_threads(2, answers))
    measure("NDJSON in, NDJSON out", CASES, lambda: policy.decide_lines("refund", lines))
    bound = [policy.bind(document) for document in documents]
    prepared = policy.prepare("refund")

    def call(function):
        def calls():
            for document in documents:
                function(document)
        return calls

    def nothing(document):
        """A call that the library gives back at once: what Python and ctypes take for it."""
        writ._answer(None, document, len(document), None, 0)

    measure("a foreign call alone", CASES, call(nothing))
    measure("prepared: JSON in, JSON out", CASES, call(prepared.json))
    measure("prepared: JSON in, the rule out", CASES, call(prepared.decide))
    measure("prepared: JSON in, a dict out", CASES, call(prepared))
    measure("prepared, on two threads", 2 * CASES, lambda: on_threads(2, call(prepared.json)))
    measure("prepared: NDJSON in, NDJSON out", CASES, lambda: prepared.lines(lines))
    measure("bound cases, the rule out", CASES, lambda: [policy.decide("refund", case).rule for case in bound])

"""What the mixed days are drawn with: a seeded generator whose numbers never change, and kinds of contact in stated shares."""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal


class Draw:
    """SplitMix64: the same seed gives the same day on every machine and under every Python."""

    def __init__(self, seed):
        self.state = seed

    def word(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return z ^ (z >> 31)

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + self.word() % (high - low + 1)

    def chance(self, percent):
        return self.between(1, 100) <= percent

    def one(self, values):
        return values[self.between(0, len(values) - 1)]

    def pick(self, shares):
        """One of the keys, by its weight: `{"email": 6, "phone": 3}`."""
        left = self.between(1, sum(shares.values()))
        for value, weight in shares.items():
            left -= weight
            if left <= 0:
                return value

    def shuffled(self, values):
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            other = self.between(0, last)
            values[last], values[other] = values[other], values[last]
        return values

    def skewed(self, low, high):
        """A whole number of which small ones are common and large ones rare, as order values are."""
        reach = high - low
        return low + reach * self.between(0, 1000) * self.between(0, 1000) * self.between(0, 1000) // 1000**3

    def money(self, low, high, currency):
        """An amount to the cent between two whole amounts, small ones being common."""
        return f"{Decimal(self.skewed(low * 100, high * 100)) / 100:.2f} {currency}"


class Day:
    """Contacts of several kinds in stated shares, in the order in which they happen to come in; all of them on one date.

    Every contact tells `today`, because the dated values of params are looked up by it.
    """

    def __init__(self, today, seed, contacts):
        self.today = today
        self.draw = Draw(seed)
        self.contacts = contacts
        self.kinds = []

    def kind(self, name, share, decisions, make):
        """`make(draw, number)` gives the facts of one contact; `share` is in percent, and the shares add up to 100."""
        self.kinds.append((name, share, decisions, make))

    def lines(self):
        shares = sum(share for _, share, _, _ in self.kinds)
        if shares != 100:
            raise ValueError(f"the shares add up to {shares}, not to 100")
        plan = []
        for name, share, decisions, make in self.kinds:
            plan += [(name, decisions, make)] * (share * self.contacts // 100)
        for number, (name, decisions, make) in enumerate(self.draw.shuffled(plan), 1):
            contact = {"name": f"contact {number}", "kind": name, "decisions": decisions, "facts": {"today": self.today} | make(self.draw, number)}
            yield json.dumps(contact, ensure_ascii=False, default=written)


def written(value):
    """Dates and times as Writ reads them."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no way of being written")


def at(day, clock, offset):
    """A point in time: `at(date(2026, 6, 8), "14:30", "-04:00")`. The offset is written so that no zone data is needed."""
    return datetime.combine(day, time.fromisoformat(clock + offset))


def days(count):
    return timedelta(days=count)


def hours(count):
    return timedelta(hours=count)


def minutes(count):
    return timedelta(minutes=count)

"""Writes the mixed day of each pack to rules/PACK/mixed-day/contacts.ndjson; with --check only says whether they are as written.

Each module beside this one that has a `day()` is a pack's: order_desk.py writes rules/order-desk/mixed-day.
"""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules"


def main(arguments):
    wrong = 0
    for module in sorted(path.stem for path in HERE.glob("*_*.py") if path.stem != "__main__"):
        text = "".join(line + "\n" for line in importlib.import_module(module).day().lines())
        path = RULES / module.replace("_", "-") / "mixed-day" / "contacts.ndjson"
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.relative_to(RULES.parent)} is not what scripts/mixed-day writes; run `make mixed-day`", file=sys.stderr)
            wrong += 1
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))

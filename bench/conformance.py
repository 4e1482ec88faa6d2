"""Hits by kind on published Chinese cases for numbers, quantities and time, beside four other systems.

Run as `python -m bench.conformance [CASES.jsonl] [--misses]`. The cases beside this module are drawn from the Chinese
test specifications of Microsoft Recognizers-Text (MIT licence, beside them). Scoring: a value within 1e-6, a span that
covers the case's span and exceeds it only by a unit or a modifier, both ends of a range, the stated end of an open
period; nothing at all for `none`, and nothing that overlaps for `identifier`.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.records import Period, Quantity
from dianshang.extraction.times.periods import periods

# Hits and cases of the whole set, as published: Recognizers-Text (Python, JavaScript), JioNLP 1.5.31, Duckling zh.
PEERS = {
    "number": (164, 164, 0, 85, 165),
    "number_approx": (18, 18, 0, 1, 18),
    "fraction": (16, 16, 0, 0, 16),
    "percent": (63, 63, 0, 21, 63),
    "pp": (20, 20, 0, 2, 20),
    "discount": (23, 23, 0, 1, 23),
    "currency": (31, 31, 21, 22, 31),
    "dimension": (28, 29, 0, 15, 29),
    "age": (9, 9, 0, 3, 9),
    "range": (7, 7, 0, 3, 7),
    "bound_over": (12, 12, 0, 12, 12),
    "bound_under": (12, 12, 0, 12, 12),
    "date": (22, 24, 19, 12, 24),
    "period": (27, 27, 34, 14, 40),
    "period_open": (0, 36, 3, 0, 43),
    "none": (26, 27, 34, 22, 34),
    "identifier": (0, 0, 46, 0, 49),
}
CASES = Path(__file__).parent / "cases" / "recognizers_text_zh.jsonl"
TOLERANCE = 1e-6
# What a longer span may add: a unit or a modifier is never longer than this.
SLACK = 8


class Outcome(NamedTuple):
    """One case and whether it was answered right."""

    case: dict[str, Any]
    hit: bool
    answers: list[Quantity] | list[Period]


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= TOLERANCE * max(abs(wanted), 1e-12) * 1.0000001


def _covers(start: int, end: int, case: dict[str, Any]) -> bool:
    return start <= case["start"] and end >= case["end"] and (end - start) - (case["end"] - case["start"]) <= SLACK


def _overlaps(start: int, end: int, case: dict[str, Any]) -> bool:
    return start < case["end"] and end > case["start"]


def _quantity_hit(found: Quantity, case: dict[str, Any]) -> bool:
    value, kind = float(found.value), case["kind"]
    wanted = case["value"]
    if kind in ("bound_over", "bound_under"):
        return _overlaps(found.char_start, found.char_end, case) and _near(value, wanted)
    if not _covers(found.char_start, found.char_end, case):
        return False
    if kind == "range":
        high = found.value_max
        return high is not None and _near(value, wanted[0]) and _near(float(high), wanted[1])
    if kind == "fraction":
        return _near(value, wanted) or (found.unit == "%" and _near(value / 100, wanted))
    return _near(value, wanted) and case["unit"] in (None, found.unit)


def _period_hit(found: Period, case: dict[str, Any]) -> bool:
    start, end = (None if day is None else day.isoformat() for day in (found.period_start, found.period_end))
    if case["kind"] == "period_open":
        wanted = [(case["period_start"], start), (case["period_end"], end)]
        return _overlaps(found.char_start, found.char_end, case) and all(w == got for w, got in wanted if w)
    same_days = (start, end) == (case["period_start"], case["period_end"])
    return same_days and _covers(found.char_start, found.char_end, case)


def read_cases(path: Path = CASES) -> list[dict[str, Any]]:
    """The cases of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def outcomes(cases: list[dict[str, Any]]) -> Iterator[Outcome]:
    """Runs the quantity and the period layer over the cases."""
    for case in cases:
        reference = case.get("reference_date")
        amounts = quantities(case["input"])
        times = periods(case["input"], date.fromisoformat(reference[:10]) if reference else None)
        if case["kind"] in ("date", "period", "period_open"):
            yield Outcome(case, any(_period_hit(time, case) for time in times), times)
        elif case["kind"] == "none":
            yield Outcome(case, not amounts and not any(t.period_start or t.period_end for t in times), amounts)
        elif case["kind"] == "identifier":
            spans = [(a.char_start, a.char_end) for a in amounts] + [(t.char_start, t.char_end) for t in times]
            yield Outcome(case, not any(_overlaps(*span, case) for span in spans), amounts)
        else:
            yield Outcome(case, any(_quantity_hit(amount, case) for amount in amounts), amounts)


def main(arguments: list[str]) -> int:
    """Prints hits by kind beside the peers, and the macro-average."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cases", type=Path, nargs="?", default=CASES, help="a JSONL file of cases")
    parser.add_argument("--misses", action="store_true", help="print each case that was missed, with the answers")
    options = parser.parse_args(arguments)
    tally: dict[str, list[bool]] = {}
    for case, hit, answers in outcomes(read_cases(options.cases)):
        tally.setdefault(case["kind"], []).append(hit)
        if options.misses and not hit:
            print(case["kind"], case["input"], case["text"], case.get("value"), case.get("period_start"), answers)
    print(f"{'kind':15}{'hits/cases':>12}{'ours':>8}   Recognizers py, js · JioNLP · Duckling (whole set)")
    for kind, hits in sorted(tally.items()):
        *peers, total = PEERS[kind]
        beside = " ".join(f"{peer / total:6.0%}" for peer in peers)
        print(f"{kind:15}{f'{sum(hits)}/{len(hits)}':>12}{sum(hits) / len(hits):8.0%}   {beside}")
    print(f"{'macro-average':15}{sum(sum(h) / len(h) for h in tally.values()) / len(tally):20.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

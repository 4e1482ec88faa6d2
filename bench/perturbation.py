"""Spoils the reviewed claims in one way after another and scores them: `python bench/perturbation.py [--json]`.

Each measure must fall by as much as was spoilt, and only where it was.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import dianshang
from dianshang.columns import aligned
from dianshang.schema.claim import Metric
from dianshang.tasks.score import Score
from dianshang.tasks.scoring import score

Row = dict[str, Any]
TENTH = 10
# The name of nobody.
NOBODY = "某某"
FIELDS = ("value", "unit", "subject", "period_start", "period_end", "claimant", "indicator_text")


def untouched(rows: Sequence[Row]) -> list[Row]:
    return list(rows)


def without_a_tenth(rows: Sequence[Row]) -> list[Row]:
    return [row for number, row in enumerate(rows) if number % TENTH]


def a_place_on(rows: Sequence[Row]) -> list[Row]:
    # Without the words, by which a wrong place would be put right.
    return [
        row | {"char_start": row["char_start"] + 1, "char_end": row["char_end"] + 1, "mention": None} for row in rows
    ]


def other_subjects(rows: Sequence[Row]) -> list[Row]:
    return [row if number % TENTH else row | {"subject": NOBODY} for number, row in enumerate(rows)]


def other_claimants(rows: Sequence[Row]) -> list[Row]:
    return [row if number % TENTH else row | {"claimant": NOBODY} for number, row in enumerate(rows)]


def other_indicators(rows: Sequence[Row]) -> list[Row]:
    return [row if number % TENTH else row | {"indicator_text": NOBODY} for number, row in enumerate(rows)]


def a_year_late(rows: Sequence[Row]) -> list[Row]:
    def late(row: Row, name: str) -> Any:
        day = row[name]
        return None if day is None else day.replace(year=day.year + 1, day=min(day.day, 28))

    return [row | {name: late(row, name) for name in ("period_start", "period_end")} for row in rows]


def ten_times(rows: Sequence[Row]) -> list[Row]:
    return [row | {"value": row["value"] * 10} for row in rows]


def doubled(rows: Sequence[Row]) -> list[Row]:
    return [*rows, *rows]


WAYS: dict[str, Callable[[Sequence[Row]], list[Row]]] = {
    "as it is": untouched,
    "every tenth claim dropped": without_a_tenth,
    "every claim twice": doubled,
    "spans one place on": a_place_on,
    "values ten times": ten_times,
    "periods a year late": a_year_late,
    "every tenth subject another": other_subjects,
    "every tenth claimant another": other_claimants,
    "every tenth indicator another": other_indicators,
}


def perturbed(metrics: Sequence[Metric]) -> dict[str, Score]:
    """The score of each way of spoiling claims, against the claims themselves."""
    rows = [metric.model_dump() for metric in metrics]
    return {name: score(spoil(rows), metrics) for name, spoil in WAYS.items()}


def table(scores: dict[str, Score]) -> str:
    """F1 of each level, and what each field falls to where it is not all right."""
    levels = list(next(iter(scores.values())).levels)
    lines = [("F1", *levels, "fields below 100 %")]
    for name, found in scores.items():
        low = [f"{field} {found.fields[field].accuracy:.1%}" for field in FIELDS if found.fields[field].accuracy != 1]
        lines.append((name, *(f"{rate.f1:.1%}" for rate in found.levels.values()), ", ".join(low)))
    return "\n".join(aligned(lines, right=range(1, len(levels) + 1)))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Spoil the reviewed claims in one way after another and score them.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    scores = perturbed([metric for metric in dianshang.metrics() if metric.reviewed])
    told = {name: found.to_dict() for name, found in scores.items()}
    print(json.dumps(told, ensure_ascii=False) if options.json else table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())

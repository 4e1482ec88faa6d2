"""Scores the bare extractor on the labelled passages of other fields: `python -m bench.passages [--json]`.

`tuning.jsonl` may be read while the rules are mended; `held.jsonl` is only scored. Both are printed side by side, so
that rules which fit only what was read would show.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from dianshang.extraction.claims.claims import extract
from dianshang.tasks.score import Score
from dianshang.tasks.scoring import score

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "extraction" / "passages"
HALVES = ("tuning", "held")
Row = dict[str, Any]


def passages(half: str) -> list[Row]:
    """The passages of one half, as they are filed."""
    return [json.loads(line) for line in (FOLDER / f"{half}.jsonl").read_text("utf-8").splitlines()]


def gold(filed: list[Row]) -> list[Row]:
    """The labelled claims of passages, in the columns of the table `metrics`."""
    return [
        claim
        | {"doc": passage["id"], "relates_to": None if claim["relates_to"] is None else f"{claim['relates_to']:05d}"}
        for passage in filed
        for claim in passage["claims"]
    ]


def predicted(filed: list[Row]) -> list[Row]:
    """What the extractor finds in passages."""
    return [
        claim.model_dump() | {"doc": passage["id"]}
        for passage in filed
        for claim in extract(passage["text"], date.fromisoformat(passage["published"]))
    ]


def scored(half: str) -> Score:
    """The extractor's score on one half."""
    filed = passages(half)
    return score(predicted(filed), gold(filed))


def table(scores: dict[str, Score]) -> str:
    """The scores of the halves beside each other: the three levels, then the accuracy of each field."""
    lines = [f"{'':24}" + "".join(f"{half:>30}" for half in scores)]
    lines.append(f"{'':24}" + f"{'precision':>12}{'recall':>9}{'F1':>9}" * len(scores))
    for level in next(iter(scores.values())).levels:
        rates = [one.levels[level] for one in scores.values()]
        cells = (f"{rate.precision:12.1%}{rate.recall:9.1%}{rate.f1:9.1%}" for rate in rates)
        lines.append(f"{level:24}" + "".join(cells))
    lines += ["", f"{'field':24}" + f"{'accuracy':>12}{'stated':>9}{'alike':>9}" * len(scores)]
    for field in next(iter(scores.values())).fields:
        lines.append(f"{field:24}" + "".join(_field(one, field) for one in scores.values()))
    return "\n".join(lines)


def _field(one: Score, field: str) -> str:
    rate = one.fields[field]
    figures = ((rate.accuracy, 12), (rate.stated_accuracy, 9), (rate.mean_similarity, 9))
    return "".join(f"{'–':>{width}}" if figure is None else f"{figure:{width}.1%}" for figure, width in figures)


def main(arguments: list[str]) -> int:
    """Prints the scores of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    options = parser.parse_args(arguments)
    scores = {half: scored(half) for half in HALVES}
    if options.json:
        print(json.dumps({half: one.to_dict() for half, one in scores.items()}, ensure_ascii=False, indent=2))
    else:
        print(table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

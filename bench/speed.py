"""How fast a text is read: against JioNLP on the same text in the same run, and as the text grows.

Run it as `python bench/speed.py [--json]`. JioNLP is a peer for the bench alone (`pip install '.[bench]'`); without it
its row is left out. The text is the passages of the tests, written for this project.
"""

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from dianshang.extraction.claims.claims import extract
from dianshang.extraction.numbers.quantities import readings
from dianshang.extraction.times.periods import periods

PASSAGES = Path(__file__).parent.parent / "tests" / "extraction" / "passages"
DAY = date(2012, 6, 1)
ROUNDS = 5
SIZES = (1, 2, 4, 8)


def texts() -> list[str]:
    """The passages, ten times over: enough that the clock's grain does not matter."""
    lines = [
        line for name in ("tuning", "held") for line in (PASSAGES / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    return [json.loads(line)["text"] for line in lines] * 10


def rate(read: Callable[[str], object], documents: list[str]) -> float:
    """Characters a second of processor time, the best of several rounds."""
    for document in documents[:40]:
        read(document)
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in documents:
            read(document)
        best = min(best, time.process_time() - start)
    return sum(map(len, documents)) / best


def peer(documents: list[str]) -> float | None:
    """JioNLP's money and time extraction with parsing, or None where it is not installed."""
    try:
        import jionlp
    except ImportError:
        return None
    # It logs a traceback for each time it cannot parse.
    logging.disable(logging.CRITICAL)
    day = {"year": DAY.year, "month": DAY.month, "day": DAY.day}

    def read(document: str) -> object:
        money = jionlp.ner.extract_money(document, with_parsing=True)
        return money, jionlp.ner.extract_time(document, time_base=day, with_parsing=True)

    return rate(read, documents[: len(documents) // 10])


def growth(documents: list[str]) -> dict[int, float]:
    """Seconds for one text of 1, 2, 4 and 8 times the length, as multiples of the first."""
    whole = "\n".join(documents[: len(documents) // 10])
    seconds = {}
    for size in SIZES:
        text = whole * size
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            extract(text, DAY)
            best = min(best, time.process_time() - start)
        seconds[size] = best
    return {size: seconds[size] / seconds[1] for size in SIZES}


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    documents = texts()
    figures: dict[str, object] = {
        "extract, characters a second": round(rate(lambda text: extract(text, DAY), documents)),
        "numerals, characters a second": round(rate(readings, documents)),
        "periods, characters a second": round(rate(lambda text: periods(text, DAY), documents)),
    }
    jionlp = peer(documents)
    if jionlp is not None:
        figures["JioNLP money and time, characters a second"] = round(jionlp)
        figures["extract ÷ JioNLP"] = round(int(str(figures["extract, characters a second"])) / jionlp, 1)
    figures["time at 1×, 2×, 4×, 8× the text"] = [round(value, 2) for value in growth(documents).values()]
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name:<46} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

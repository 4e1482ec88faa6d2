"""How fast a text is read: against JioNLP on the same text in the same run, and as the text grows.

Run it as `python bench/speed.py [--json]`. JioNLP is a peer for the bench alone (`pip install '.[bench]'`); without it
its column is left out. Two texts are read: the articles of the published issue, which is how news is written, and the
passages of the tests, with a number every dozen characters the hardest there is.

Readers take turns, round by round, so that whatever else the machine does meets them alike. The best round of a text
that was read before is the usual figure. Both remember words, so the articles are also read once by readers that have
been at work on other texts only, the passages and made news, in processes of its own.
"""

import argparse
import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from corpus_generator import corpus

import dianshang
from dianshang.extraction.numbers.quantities import readings

PASSAGES = Path(__file__).parent.parent / "tests" / "extraction" / "passages"
DAY = date(2013, 3, 1)
ROUNDS, PROCESSES, MADE = 7, 3, 100
SIZES = (1, 2, 4, 8)

Reader = Callable[[str], object]


def texts() -> dict[str, list[str]]:
    """The documents of both texts, each text by its name."""
    lines = [line for name in ("tuning", "held") for line in (PASSAGES / f"{name}.jsonl").open(encoding="utf-8")]
    return {
        "news": [article.text for article in dianshang.articles()],
        "passages": [json.loads(line)["text"] for line in lines],
    }


def readers() -> dict[str, Reader]:
    """All claims, numerals alone, times alone, and money and times of JioNLP where it is installed."""
    found: dict[str, Reader] = {
        "extract": lambda text: dianshang.extract(text, DAY),
        "numerals": readings,
        "periods": lambda text: dianshang.periods(text, DAY),
    }
    try:
        import jionlp
    except ImportError:
        return found
    # It logs a traceback for each time it cannot parse.
    logging.disable(logging.CRITICAL)
    day = {"year": DAY.year, "month": DAY.month, "day": DAY.day}

    def money_and_times(text: str) -> object:
        money = jionlp.ner.extract_money(text, with_parsing=True)
        return money, jionlp.ner.extract_time(text, time_base=day, with_parsing=True)

    return found | {"JioNLP": money_and_times}


def seconds(read: Reader, documents: list[str]) -> float:
    """Processor seconds of one reading."""
    start = time.process_time()
    for document in documents:
        read(document)
    return time.process_time() - start


def again(name: str) -> dict[str, float]:
    """Characters a second of each reader on a text that it has read before: the best of several rounds in turn."""
    documents, best = texts()[name], dict.fromkeys(readers(), float("inf"))
    for _ in range(ROUNDS + 1):
        for reader, read in readers().items():
            best[reader] = min(best[reader], seconds(read, documents))
    return {reader: sum(map(len, documents)) / least for reader, least in best.items()}


def unseen() -> dict[str, float]:
    """Characters a second of each reader on news that it has not read, after passages and made news."""
    news, passages = texts().values()
    made = [document["text"] for document in corpus(MADE)]
    rates = {}
    for reader, read in readers().items():
        seconds(read, passages + made)
        rates[reader] = sum(map(len, news)) / seconds(read, news)
    return rates


def apart() -> dict[str, float]:
    """`unseen` in fresh processes, the best of a few."""
    command = [sys.executable, __file__, "--unseen"]
    runs = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        for _ in range(PROCESSES)
    ]
    return {reader: max(run[reader] for run in runs) for reader in runs[0]}


def growth(documents: list[str]) -> dict[int, float]:
    """Time for one text of 1, 2, 4 and 8 times the length, as multiples of the first."""
    whole = "\n".join(documents)
    best = dict.fromkeys(SIZES, float("inf"))
    for _ in range(3):
        for size in SIZES:
            best[size] = min(best[size], seconds(readers()["extract"], [whole * size]))
    return {size: least / best[1] for size, least in best.items()}


def figures() -> dict[str, object]:
    """Everything that the command prints."""
    found: dict[str, object] = {}
    for name, documents in texts().items():
        found[f"{name}: characters"] = sum(map(len, documents))
        found[f"{name}: claims"] = sum(len(dianshang.extract(document, DAY)) for document in documents)
    rates = {name: again(name) for name in texts()} | {"news, unseen": apart()}
    for name, rate in rates.items():
        found[f"{name}: characters a second"] = {reader: round(each) for reader, each in rate.items()}
        if "JioNLP" in rate:
            found[f"{name}: extract ÷ JioNLP"] = round(rate["extract"] / rate["JioNLP"], 1)
    found["time at 1×, 2×, 4×, 8× the text"] = [round(value, 2) for value in growth(texts()["passages"]).values()]
    return found


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--unseen", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.unseen:
        print(json.dumps(unseen()))
    elif options.json:
        print(json.dumps(figures(), ensure_ascii=False, indent=1))
    else:
        for name, value in figures().items():
            told = ", ".join(f"{key} {one:,}" for key, one in value.items()) if isinstance(value, dict) else value
            print(f"{name:<36} {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

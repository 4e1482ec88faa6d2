"""Scores the bare extractor and its peers on the published texts: `python bench/baselines.py [--json]`.

Gold are the reviewed claims of the published dataset. A peer is scored on all of them and on those of money alone,
which is what some of them look for. Its spans are stripped of the hedges that the dataset keeps outside a mention
(超, 约, 左右), so that no peer loses for a border it draws elsewhere, and it is scored at the levels whose fields it
gives. The last line is a tagger trained on the folds of the same sentences (`tagger.py`), each tagged by a model that
has not seen it. What is not installed is named and left out:

    pip install jionlp recognizers-text-suite "emoji<2" python-crfsuite

The data card shows what `python bench/baselines.py --json > dianshang/publishing/baselines.json` wrote.
"""

import argparse
import contextlib
import io
import json
import logging
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tagger import cross_validated

import dianshang
from dianshang.extraction.tagging import tagged
from dianshang.publishing.baselines import gold_fingerprint
from dianshang.review.report import rates_table
from dianshang.schema.article import Article
from dianshang.schema.claim import Metric
from dianshang.schema.units import units
from dianshang.tasks.score import Score
from dianshang.tasks.scoring import score

Row = dict[str, Any]
Reader = Callable[[str, date | None], list[Row]]

# A peer that does not come back from a text within this time has found nothing in it.
PATIENCE = 20
WARM_UP = "2014年销售额达8.5亿元，同比增长12.5%。"
MONEY = frozenset(code for code, unit in units().items() if unit.system == "ISO 4217")
HEDGES = re.compile(r"^[超逾约近达过破突大多于个至少不足到将上]+|(?:以上|以下|左右|上下|以内)+$")
# Recognizers-Text names its units in English.
DIMENSIONS = {
    "Kilometer": "km",
    "Meter": "m",
    "Square kilometer": "km2",
    "Square meter": "m2",
    "Hectare": "ha",
    "Mu": "mu",
    "Ton": "t",
    "Kilogram": "kg",
    "Year": "year",
}


class System(NamedTuple):
    """A reader of quantities, what it is asked for, and the package it comes in."""

    name: str
    package: str
    asked: str
    load: Callable[[], Reader]


def bare_extractor() -> Reader:
    def read(text: str, published: date | None) -> list[Row]:
        return [claim.model_dump() for claim in dianshang.extract(text, published)]

    return read


def jionlp() -> Reader:
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    # It logs every time expression it cannot resolve, with the traceback.
    logging.disable(logging.ERROR)

    def read(text: str, published: date | None) -> list[Row]:
        base = datetime.combine(published or date.today(), datetime.min.time())
        times = jionlp.ner.extract_time(text, time_base=base, with_parsing=True)
        rows = []
        for found in jionlp.ner.extract_money(text, with_parsing=True):
            amount = found["detail"]["num"]
            low, high = amount if isinstance(amount, list) else (amount, None)
            row = _row(text, *found["offset"], low, _currency(found["detail"]["case"])) | {"value_max": high}
            rows.append(row | _period_before(text, row["char_start"], times))
        return rows

    return read


def recognizers() -> Reader:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

    # Where two of its models read the same number, the one that names a unit.
    models = (recognize_currency, recognize_percentage, recognize_dimension, recognize_age, recognize_number)

    def read(text: str, published: date | None) -> list[Row]:
        rows: list[Row] = []
        taken = bytearray(len(text))
        for model in models:
            for found in model(text, "zh-cn"):
                start, end = found.start, found.end + 1
                stated = (found.resolution or {}).get("value")
                if stated is None or any(taken[start:end]):
                    continue
                taken[start:end] = b"\1" * (end - start)
                rows.append(_row(text, start, end, stated.removesuffix("%"), _recognized_unit(found)))
        return rows

    return read


TRAINED = "mentions and their measure, each fold by a model trained on the other four; value and unit read by rules"
SYSTEMS = (
    System("dianshang, bare extractor", "dianshang", "claims", bare_extractor),
    System("JioNLP", "jionlp", "money with parsing; the nearest time before it in the sentence", jionlp),
    System("Recognizers-Text", "recognizers-text-suite", "currency, percentage, dimension, age, number", recognizers),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the bare extractor and its peers on the published texts.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    gold = [metric for metric in dianshang.metrics() if metric.reviewed]
    issues = {metric.issue_id for metric in gold}
    articles = [article for article in dianshang.articles() if article.issue_id in issues]
    systems = [measured(system, articles, gold) for system in SYSTEMS]
    report = {"gold": fingerprint(gold), "systems": [*systems, trained(articles, gold)]}
    print(json.dumps(report, ensure_ascii=False, indent=1, default=Score.to_dict) if options.json else markdown(report))


def measured(system: System, articles: Sequence[Article], gold: Sequence[Metric]) -> Row:
    about = {"name": system.name, "asked": system.asked, "version": dianshang.__version__}
    try:
        if system.package != "dianshang":
            about["version"] = version(system.package)
        read = system.load()
        # What is loaded on first use shall not count as slowness.
        read(WARM_UP, None)
    except (PackageNotFoundError, ImportError) as error:
        return about | {"version": None, "missing": str(error)}
    rows: list[Row] = []
    gave_up = 0
    began = time.perf_counter()
    for article in articles:
        try:
            with patience(PATIENCE):
                rows += [{"article_id": article.article_id} | row for row in read(article.text, article.published)]
        except TimeoutError:
            gave_up += 1
    seconds = time.perf_counter() - began
    speed = round(sum(len(article.text) for article in articles) / seconds)
    return about | scores(rows, gold) | {"characters_per_second": speed, "gave_up": gave_up}


def trained(articles: Sequence[Article], gold: Sequence[Metric]) -> Row:
    about = {"name": "CRF over characters", "asked": TRAINED, "version": None}
    try:
        about["version"] = version("python-crfsuite")
    except PackageNotFoundError as error:
        return about | {"missing": str(error)}
    sentences = [row for issue in issues_of(articles) for row in tagged(issue, gold)]
    began = time.perf_counter()
    rows = cross_validated(sentences)
    speed = round(sum(len(article.text) for article in articles) / (time.perf_counter() - began))
    return about | scores(rows, gold) | {"characters_per_second": speed, "gave_up": 0}


def issues_of(articles: Sequence[Article]) -> list[list[Article]]:
    names = sorted({article.issue_id for article in articles})
    return [[article for article in articles if article.issue_id == name] for name in names]


def scores(rows: Sequence[Row], gold: Sequence[Metric]) -> Row:
    # The truth of a field that a system does not give would only say that it is not given.
    given = {"article_id", "char_start", "char_end", "value_max", *rows[0]} if rows else set(Metric.model_fields)
    truth = [metric.model_dump(include=given) | {"money": metric.unit in MONEY} for metric in gold]
    money = [row for row in rows if row["unit"] in MONEY]
    return {"all": score(rows, truth), "money": score(money, [row for row in truth if row["money"]])}


def markdown(report: Row) -> str:
    done = [system for system in report["systems"] if "missing" not in system]
    parts = [f"{report['gold']['claims']} reviewed claims, {report['gold']['money']} of them money."]
    for part, title in (("all", "All claims"), ("money", "Claims of money")):
        rows = {
            f"{system['name']}: {level.replace('_', ' ')}": rate
            for system in done
            for level, rate in system[part].levels.items()
        }
        intervals = {
            f"{system['name']}: {level.replace('_', ' ')}": bounds["f1"]
            for system in done
            for level, bounds in system[part].intervals.items()
        }
        parts.append(f"### {title}\n\n{rates_table(rows, intervals=intervals)}")
    for system in report["systems"]:
        if "missing" in system:
            parts.append(f"{system['name']} is not installed: {system['missing']}.")
        else:
            speed = f"{system['characters_per_second']:,} characters a second"
            late = f"; gave up {system['gave_up']} texts after {PATIENCE} s each" if system["gave_up"] else ""
            parts.append(f"{system['name']} {system['version']}: {system['asked']}; {speed}{late}.")
    return "\n\n".join(parts)


def fingerprint(gold: Sequence[Metric]) -> Row:
    """Tells which gold the figures belong to."""
    money = sum(claim.unit in MONEY for claim in gold)
    return {"claims": len(gold), "money": money, "sha256": gold_fingerprint(dianshang.read("metrics"))}


@contextlib.contextmanager
def patience(seconds: int) -> Iterator[None]:
    def late(signum: int, frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _row(text: str, start: int, end: int, value: object, unit: str | None) -> Row:
    mention = text[start:end]
    lead = len(mention) - len(HEDGES.sub("", mention, count=1)) if HEDGES.match(mention) else 0
    bare = HEDGES.sub("", mention)
    start += lead
    return {"char_start": start, "char_end": start + max(len(bare), 1), "value": value, "unit": unit}


def _period_before(text: str, at: int, times: Sequence[Row]) -> Row:
    head = max(text.rfind(mark, 0, at) for mark in "。！？\n")
    before = [found for found in times if head < found["offset"][0] and found["offset"][1] <= at]
    stated = before[-1]["detail"].get("time") if before else None
    if not isinstance(stated, list) or not all(re.match(r"\d{4}-\d\d-\d\d", str(day)) for day in stated):
        return {"period_start": None, "period_end": None}
    return {"period_start": stated[0][:10], "period_end": stated[1][:10]}


@cache
def _currency(word: str) -> str | None:
    return next((code for code in MONEY if word in units()[code].words), None)


def _recognized_unit(found: Any) -> str | None:
    named = found.resolution.get("isoCurrency") or found.resolution.get("unit")
    if found.type_name == "percentage":
        return "pp" if "百分点" in found.text else "%"
    return named if named in MONEY else DIMENSIONS.get(named)


if __name__ == "__main__":
    main()

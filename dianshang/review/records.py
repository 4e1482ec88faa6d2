"""Reviewed claims: the fields a curator writes, and the metrics they become on their text."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dianshang.extraction.layout.sentences import sentences
from dianshang.extraction.names.entities import canonical, english_name
from dianshang.review.errors import ReviewError
from dianshang.review.lines import Line, Shape, read_lines
from dianshang.review.values import misread, spoken
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim, Metric
from dianshang.schema.indicators import indicators
from dianshang.schema.problems import Problem
from dianshang.wording.gloss import gloss

FILE = "metrics.jsonl"

# What follows from the other fields and the text is made anew at every build, so that it can't fall out of step.
DERIVED = frozenset({"issue_id", "sentence", "subject_id", "claimant_id", "fact_id", "gloss_en", "reviewed"})
IDS = ("metric_id", "article_id")
FIELDS = (*IDS, *(name for name in Claim.model_fields if name not in DERIVED))
# What a reader adds where there is something to add; `value_note` says why a value is not what its mention says.
ADDED = frozenset({"statistic", "per", "indicator_en", "subject_en", "claimant_en"})
NOTE = "value_note"
SHAPE = Shape("metric_id", frozenset(FIELDS) - ADDED, frozenset(FIELDS) | {NOTE})


def reviewed_metrics(
    path: Path,
    articles: Mapping[str, Article],
    extracted: Iterable[Metric] = (),
    exported: Sequence[Line] | None = None,
) -> list[Metric]:
    """Reads the reviewed claims of an issue and proves each against its text.

    Args:
        path: A file with one record a line, all of `FIELDS` (those of `ADDED` where they hold something)
            and perhaps a `value_note`, sorted by `metric_id`.
        articles: The articles of the issue by id.
        extracted: What the extractor makes of them, against which the signs of growth and change are held.
        exported: The records where they were made elsewhere; the file is not read then.

    Returns:
        The metrics in the order of the file, `reviewed`, with the fields of `DERIVED` made from the text.

    Raises:
        ReviewError: Lines are malformed, unsorted or doubled, name an unknown article, indicator or level, break a
            rule of the model, their mention no longer stands at its offsets or their value is not what it says: all
            of them at once.

    >>> reviewed_metrics(Path("nowhere.jsonl"), {})
    Traceback (most recent call last):
    dianshang.review.errors.ReviewError: nowhere.jsonl: cannot be read: No such file or directory. ...
    """
    lines, problems = read_lines(path, SHAPE) if exported is None else (list(exported), [])
    ids = {line.fields["metric_id"] for line in lines}
    own = {metric.metric_id: metric for metric in extracted}
    said = {name: spoken(article.text) for name, article in articles.items()}
    placed: list[tuple[Line, Metric]] = []
    for line in lines:
        metric, faults = _metric(line.fields, articles)
        level = line.fields["relates_to"]
        if level is not None and level not in ids:
            faults.append((f"relates_to {level} is no record of this file", "Name the metric_id of the level, or null"))
        if metric is not None and not line.fields.get(NOTE):
            wrong = misread(line.fields, said[metric.article_id], own.get(metric.metric_id))
            faults += [wrong] if wrong else []
        problems.extend(Problem(str(path), what, remedy, line=line.number) for what, remedy in faults)
        if metric is not None:
            placed.append((line, metric))
    problems.extend(_overlapping(path, placed))
    if problems:
        raise ReviewError(*sorted(problems, key=lambda problem: problem.line or 0))
    return [metric for _, metric in placed]


def record(metric: Metric) -> dict[str, Any]:
    r"""Writes a metric in the form of a reviewed record.

    Args:
        metric: Any metric.

    Returns:
        The fields of `FIELDS` in that order, ready for JSON: decimals and dates as text.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元。")
    >>> [metric] = extract_issue(issue).metrics
    >>> record(metric)["value"], record(metric)["period_end"]
    ('6000000000', '2013-12-31')
    """
    plain = metric.model_dump(mode="json", include=set(FIELDS))
    return {name: plain[name] for name in FIELDS}


def _metric(fields: Mapping[str, Any], articles: Mapping[str, Article]) -> tuple[Metric | None, list[tuple[str, str]]]:
    article = articles.get(fields["article_id"])
    if article is None:
        return None, [(f"no article {fields['article_id']!r} in this issue", f"Choose among {_span(articles)}")]
    if misfit := _misfit(fields, article):
        return None, [misfit]
    if fields["indicator"] is not None and fields["indicator"] not in indicators():
        what = f"unknown indicator {fields['indicator']!r}"
        return None, [(what, "Choose a code of schema/vocabulary/indicators.toml, or add it there")]
    try:
        kept = {name: field for name, field in fields.items() if name != NOTE}
        metric = Metric.model_validate(kept | _derived(fields, article))
    except ValidationError as error:
        return None, [(_fault(fault), "Correct the record") for fault in error.errors()]
    return metric.model_copy(update={"gloss_en": gloss(metric)}), []


def _misfit(fields: Mapping[str, Any], article: Article) -> tuple[str, str] | None:
    mention, start, end = fields["mention"], fields["char_start"], fields["char_end"]
    if not (type(start) is type(end) is int and isinstance(mention, str) and mention):
        return "mention, char_start and char_end are not a text and two whole numbers", "Write where the mention stands"
    found = article.text[max(start, 0) : max(end, 0)]
    if found == mention and start >= 0:
        return None
    what = f"expected {mention!r} at {start}–{end} of {article.article_id}, found {found!r}"
    at = _nearest(article.text, mention, start)
    if at is None:
        return what, "The article has it nowhere: correct or remove the record"
    return what, f"It stands at {at}–{at + len(mention)}: correct char_start, char_end and metric_id"


def _nearest(text: str, mention: str, start: int) -> int | None:
    before = text.rfind(mention, 0, max(start, 0) + len(mention))
    after = text.find(mention, max(start, 0))
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - start)) if places else None


def _derived(fields: Mapping[str, Any], article: Article) -> dict[str, Any]:
    return {
        "issue_id": article.issue_id,
        "sentence": sentence_at(article.text, fields["char_start"]),
        "subject_id": _entity(fields["subject"]),
        "claimant_id": _entity(fields["claimant"]),
        "subject_en": fields.get("subject_en") or english_name(fields["subject"]),
        "claimant_en": fields.get("claimant_en") or english_name(fields["claimant"]),
        "reviewed": True,
    }


def sentence_at(text: str, offset: int) -> str:
    """The sentence of a text in which an offset stands.

    >>> sentence_at("甲。乙有3家。", 4)
    '乙有3家。'
    """
    spans = sentences(text)
    span = spans[bisect_right([span.start for span in spans], offset) - 1]
    return text[span.start : span.end]


def _entity(name: object) -> str | None:
    known = canonical(name) if isinstance(name, str) else None
    return known[1] if known else None


def _fault(fault: Mapping[str, Any]) -> str:
    where = ".".join(map(str, fault["loc"]))
    what = str(fault["msg"]).removeprefix("Value error, ")
    return f"{where}: {what}" if where else what


def _overlapping(path: Path, placed: Sequence[tuple[Line, Metric]]) -> list[Problem]:
    problems = []
    for (_, before), (line, metric) in pairwise(placed):
        if metric.article_id == before.article_id and before.char_start < metric.char_start < before.char_end:
            what = f"{metric.mention!r} stands inside {before.mention!r} of {before.metric_id}"
            problems.append(Problem(str(path), what, "Give one number to one record", line=line.number))
    return problems


def _span(articles: Mapping[str, Article]) -> str:
    ids = sorted(articles)
    return f"{ids[0]} to {ids[-1]}" if ids else "none: the issue has no article"

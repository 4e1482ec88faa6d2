"""Against what a growth or a change is stated, and over which base period."""

import re
from datetime import date

from dianshang.extraction.claims.dating import is_base
from dianshang.extraction.claims.drafts import Draft
from dianshang.extraction.claims.measures import Reading
from dianshang.extraction.claims.naming import TRADED, Named
from dianshang.extraction.claims.placing import Place
from dianshang.extraction.claims.scene import Scene, periods_between
from dianshang.extraction.claims.timing import Span, base_span, length_comparison
from dianshang.extraction.records import Period
from dianshang.extraction.sentences import Sentence
from dianshang.schema.codes import Comparison, Measure
from dianshang.schema.cues import cues

Base = tuple[date | None, date | None]

NO_BASE: Base = (None, None)
# Numbers back that the sentence is searched for one: a list longer than this has lost its head.
_REACH = 60
_REPEATED = frozenset(set(Comparison) - {Comparison.OTHER})
_AGAINST = re.compile(r"相比|[较比](?!例|重|率|较)[^，,]{1,12}$")
YEAR_BEFORE = ("同期", "去年", "上年", "前一年", "上一年")


def compared(
    stage: Scene, place: Place, reading: Reading, span: Span, names: Named, found: list[Draft]
) -> tuple[Comparison | None, Base]:
    """Reads what a growth or a change is compared with.

    Args:
        stage: The text.
        place: Where the number stands.
        reading: Its measure.
        span: The period it holds for.
        names: What it is about.
        found: The drafts before it.

    Returns:
        The comparison and the first and last day of the base period; None each where the text does not say, and
        for levels and shares.
    """
    if reading.measure not in (Measure.GROWTH, Measure.CHANGE):
        return None, NO_BASE
    predicate = place.predicate
    if predicate.compared is not None:
        if predicate.compared in cues().yoy:
            return Comparison.YOY, base_span(span, Comparison.YOY)
        comparison = _previous(predicate.compared, span)
        return comparison, base_span(span, comparison)
    base = predicate.base or _base_before(stage, place.floor, predicate.start)
    if base is None and reading.measure is Measure.GROWTH and predicate.when is not None and predicate.move is None:
        base = predicate.when
    if base is not None:
        return _against(base, span)
    previous = place.previous
    if previous is not None and previous.compared_with and previous.span.start is not None:
        # 与2011下半年的150.6亿元相比下跌2.74%: the level compared with carries the base.
        return _between(previous.span.start, previous.span.end, span)
    if predicate.against_seen or _AGAINST.search(place.near):
        return Comparison.OTHER, NO_BASE
    stated = span.text or ""
    spans_years = stated[:1] in ("从", "自") and not _is_year(span)
    if "以来" in stated or spans_years or _since_before(stage, place.floor, predicate.start):
        return Comparison.SINCE, NO_BASE
    before = _before(place.setting.sentence, found)
    if before is not None:
        return before, base_span(span, before)
    if span.start is not None and span.end is None:
        return Comparison.SINCE, NO_BASE
    if reading.measure is Measure.GROWTH and _is_year(span):
        return Comparison.YOY, base_span(span, Comparison.YOY)
    if names.code in TRADED:
        # A price moves against the close before, which no shorter code names.
        return Comparison.OTHER, NO_BASE
    return None, NO_BASE


def _previous(word: str, span: Span) -> Comparison:
    if word.startswith("周"):
        return Comparison.OTHER
    stated = span.text or ""
    for mark, comparison in (("季", Comparison.QOQ), ("半年", Comparison.HOH), ("周", Comparison.OTHER)):
        if mark in stated:
            return comparison
    return length_comparison(span) or Comparison.MOM


def _before(sentence: Sentence, found: list[Draft]) -> Comparison | None:
    # 同比 is said once: the growth that follows in the sentence is meant the same way.
    for draft in reversed(found[-_REACH:]):
        if draft.sentence is not sentence:
            return None
        if draft.comparison is not None:
            return draft.comparison if draft.comparison in _REPEATED else None
    return None


def _since_before(stage: Scene, start: int, end: int) -> bool:
    return any(period.text.endswith("以来") for period in periods_between(stage, start, end))


def _base_before(stage: Scene, start: int, end: int) -> Period | None:
    for period in reversed(periods_between(stage, start, end)):
        if is_base(stage.text, period):
            return period
    return None


def _against(base: Period, span: Span) -> tuple[Comparison, Base]:
    text, start, end = base.text, base.period_start, base.period_end
    for mark, comparison in (("上月", Comparison.MOM), ("上季", Comparison.QOQ), ("周", Comparison.OTHER)):
        if mark in text:
            return comparison, base_span(span, comparison)
    if any(word in text for word in YEAR_BEFORE):
        shifted = base_span(span, Comparison.YOY)
        return Comparison.YOY, shifted if shifted != NO_BASE else (start, end)
    return _between(start, end, span)


def _between(start: date | None, end: date | None, span: Span) -> tuple[Comparison, Base]:
    if start is None or end is None or span.end is None:
        return Comparison.OTHER, (start, end)
    stated = (end, end) if span.start == span.end else (start, end)
    for comparison in (Comparison.YOY, Comparison.MOM, Comparison.QOQ, Comparison.HOH):
        if base_span(span, comparison) == stated:
            return comparison, stated
    return Comparison.SINCE, stated


def _is_year(span: Span) -> bool:
    if span.start is None or span.end is None:
        return False
    return (span.start.month, span.start.day, span.end.month, span.end.day, span.end.year) == (
        1,
        1,
        12,
        31,
        span.start.year,
    )

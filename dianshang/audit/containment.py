"""A part and the whole that cannot be smaller: an area within an area, a span within a span."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from dianshang.audit.accounts import compatible, one_standing
from dianshang.audit.book import Book, span
from dianshang.audit.intervals import Interval
from dianshang.audit.names import plain
from dianshang.audit.parts import fillings, flows
from dianshang.audit.precision import is_bound, printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Metric
from dianshang.schema.areas import places, within
from dianshang.schema.codes import CheckKind, Measure, Qualifier

_NOTHING = Decimal(0)


def containment_ties(book: Book) -> list[Tie]:
    r"""The levels that must not pass that of the area, or of the span, around them: each against the smallest whole.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市零售额100亿元。2013年上半年河湾市零售额120亿元。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.tested.mention, tie.verdict.value) for tie in containment_ties(book)]
    [('120亿元', 'inconsistent')]
    """
    ties = []
    for part, wholes in (*_areas(book), *_spans(book)):
        whole = min(wholes, key=lambda one: (one.value, one.metric_id))
        computed = Interval(_NOTHING, printed(whole).high)
        found = tie(CheckKind.WITHIN, (whole,), part, "at most {0}", "part ≤ whole", whole.value, computed)
        ties.append(found._replace(kind=CheckKind.WITHIN))
    return ties


def _areas(book: Book) -> Iterator[tuple[Metric, list[Metric]]]:
    alike: defaultdict[tuple[object, ...], list[Metric]] = defaultdict(list)
    for metric in book.of(Measure.LEVEL):
        if _told(metric) and metric.ref_area is not None:
            named = _without_area(metric.indicator_text or "", metric.ref_area)
            key = (named, metric.indicator, metric.unit, metric.statistic, metric.per, span(metric))
            if named and metric.statistic is None and metric.per is None:
                alike[key].append(metric)
    for group in alike.values():
        for part in group:
            wholes = [one for one in group if within(part.ref_area, one.ref_area) and _of_one_account(part, one)]
            if wholes:
                yield part, wholes


def _spans(book: Book) -> Iterator[tuple[Metric, list[Metric]]]:
    for spans in flows(book).values():
        for when, parts in spans.items():
            around = [one for one in spans if one != when and one.start <= when.start and when.end <= one.end]
            # Spans that fill a longer one are held against it all together.
            around = [one for one in around if not any(when in filling for filling in fillings(one, spans))]
            for part in parts[:1]:
                wholes = [one for longer in around for one in spans[longer] if _of_one_account(part, one)]
                if wholes and _told(part):
                    yield part, [one for one in wholes if _told(one)] or wholes


def _told(metric: Metric) -> bool:
    return metric.qualifier is not Qualifier.SEVERAL and not is_bound(metric) and span(metric) is not None


def _of_one_account(part: Metric, whole: Metric) -> bool:
    return not is_bound(whole) and compatible(part, whole) and one_standing(part, whole)


def _without_area(text: str, code: str) -> str:
    """The name of a quantity without the area it begins with: B2C电子商务销售额 of 美国B2C电子商务销售额."""
    name = max((form for form in _forms(code) if text.startswith(form)), key=len, default="")
    return plain(text.removeprefix(name)) if name else ""


@cache
def _forms(code: str) -> tuple[str, ...]:
    return tuple(form for form, place in places().items() if place.code == code)

"""Charts of what the claims state: a quantity over time, subjects side by side, lists of shares."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import NamedTuple

from dianshang.audit.names import quantity
from dianshang.publishing.page.bilingual import Both, joined, label, same
from dianshang.publishing.page.chart import Cell, Chart, Form
from dianshang.publishing.page.wording import Names, indicator, period, unit_name
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Measure, Qualifier
from dianshang.wording.periods import whole_months

YEAR = 12
UNDATED = "undated"
# The words for each kind of period, by what `_length` calls it.
LENGTHS = {"year": "by_year", "year-end": "by_year_end", "6": "by_half", "3": "by_quarter", "1": "by_month"}
FEWEST_PERIODS = 2
FEWEST_SUBJECTS = 3
LONGEST_GAP = 12
SHORTEST_TAIL = 4
HEDGES: Mapping[Qualifier, str] = {Qualifier.OVER: ">", Qualifier.UNDER: "<", Qualifier.ABOUT: "≈"}


class When(NamedTuple):
    """The period of a claim as a place on an axis of time; both ends None where it is unknown."""

    start: date | None
    end: date | None


def over_time(metrics: Iterable[Metric], names: Names) -> list[Chart]:
    r"""Charts of each quantity that is stated for two periods or more of one length, a series per claimant.

    Args:
        metrics: Any metrics; levels are used.
        names: The English names of what they name.

    Returns:
        The charts with most values first. Those that `side_by_side` shows whole are left out.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，2011年河湾市旅游收入40亿元。")
    >>> [chart] = over_time(extract_issue(issue).metrics, Names())
    >>> [tick.en for tick in chart.categories], [int(value / 10**8) for value in chart.values()]
    (['2011', '2012', '2013'], [60, 40])
    """
    groups: dict[Hashable, list[Metric]] = defaultdict(list)
    for metric in _levels(metrics):
        measured, length = quantity(metric), _length(metric)
        if measured is not None and length is not None:
            groups[(measured, *_kind(metric), length)].append(metric)
    shown = [set(_kept(group)) for group in _peers(metrics)]
    charts = []
    for group in groups.values():
        kept = _kept(group)
        periods = {_when(metric) for metric in kept}
        covered = any({metric.metric_id for metric in kept} <= {one.metric_id for one in peers} for peers in shown)
        if len(periods) >= FEWEST_PERIODS and not covered:
            charts.append(_time_chart(kept, names))
    return _ranked(charts)


def side_by_side(metrics: Iterable[Metric], names: Names) -> list[Chart]:
    r"""Charts of one indicator for three subjects or more by one claimant, a series per period.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "旅游\n2013年河湾市旅游收入60亿元。2013年东渡市旅游收入50亿元。2013年北湖市旅游收入40亿元。"
    >>> [chart] = side_by_side(extract_issue(parse_issue("news-2014-03", text)).metrics, Names())
    >>> [category.zh for category in chart.categories]
    ['河湾市旅游', '东渡市旅游', '北湖市旅游']
    """
    return _ranked(_list_chart("peers", group, _peer_title, names) for group in _peers(metrics))


def share_lists(metrics: Iterable[Metric], names: Names) -> list[Chart]:
    r"""Charts of the shares that three subjects or more have of one whole by one claimant, a series per period.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "童装\n2013年童装市场中，京东的市场份额为45%，苏宁的市场份额为35%，当当的市场份额为10%。"
    >>> [chart] = share_lists(extract_issue(parse_issue("news-2014-03", text)).metrics, Names())
    >>> [category.zh for category in chart.categories]
    ['京东商城', '苏宁', '当当网']
    """
    groups: dict[Hashable, list[Metric]] = defaultdict(list)
    for metric in metrics:
        if metric.measure is Measure.SHARE and metric.subject:
            whole = metric.denominator or metric.indicator_text
            groups[(metric.indicator, whole, _who(metric) or metric.article_id)].append(metric)
    lists = [kept for group in groups.values() if _subjects(kept := _kept(group)) >= FEWEST_SUBJECTS]
    return _ranked(_list_chart("shares", group, _share_title, names) for group in lists)


def _levels(metrics: Iterable[Metric]) -> list[Metric]:
    return [metric for metric in metrics if metric.measure is Measure.LEVEL and metric.qualifier != Qualifier.SEVERAL]


def _who(metric: Metric) -> str | None:
    """Who states a claim: one source under all its names."""
    return metric.claimant_id or metric.claimant


def _kind(metric: Metric) -> tuple[str | None, ...]:
    """What the values of one chart have in common beside what they measure: a mean is no total."""
    return metric.unit, metric.statistic, metric.per


def _when(metric: Metric) -> When:
    return When(metric.period_start, metric.period_end)


def _length(metric: Metric) -> str | None:
    """The kind of period: years and year-ends go on one axis, halves, quarters and months on one each."""
    start, end = _when(metric)
    if start is None or end is None:
        return None
    if start == end:
        return "year-end" if (end.month, end.day) == (YEAR, 31) else None
    months = whole_months(start, end)
    if not months:
        return None
    return "year" if months % YEAR == 0 and start.month == 1 else str(months)


def _peers(metrics: Iterable[Metric]) -> list[tuple[Metric, ...]]:
    groups: dict[tuple[Hashable, ...], list[Metric]] = defaultdict(list)
    for metric in _levels(metrics):
        if metric.indicator is None or not metric.subject:
            continue
        undated = _when(metric) == When(None, None)
        length = UNDATED if undated else _length(metric)
        source = metric.article_id if undated else _who(metric) or metric.article_id
        if length is not None:
            groups[(metric.indicator, *_kind(metric), source, length)].append(metric)
    return [kept for group in groups.values() if _subjects(kept := _kept(group)) >= FEWEST_SUBJECTS]


def _subjects(metrics: Iterable[Metric]) -> int:
    return len({metric.subject for metric in metrics})


def _kept(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """One metric for each subject, period and claimant: the most exact, then the one with most digits.

    A figure without a claimant gives way to the same figure of a named one.
    """
    best: dict[Hashable, Metric] = {}
    for metric in metrics:
        key = (metric.subject, _when(metric), _who(metric))
        if key not in best or _weight(metric) > _weight(best[key]):
            best[key] = metric
    named = {(metric.subject, _when(metric), metric.value) for metric in best.values() if metric.claimant}
    return tuple(
        metric
        for metric in best.values()
        if metric.claimant or (metric.subject, _when(metric), metric.value) not in named
    )


def _weight(metric: Metric) -> tuple[bool, int]:
    return metric.qualifier is Qualifier.EXACT, len(metric.value.normalize().as_tuple().digits)


def _cell(metric: Metric) -> Cell:
    return Cell(
        value=metric.value,
        hedge=HEDGES.get(metric.qualifier, ""),
        status=metric.obs_status,
        claim=metric.metric_id,
    )


def _time_chart(metrics: Sequence[Metric], names: Names) -> Chart:
    first = min(metrics, key=lambda metric: metric.metric_id)
    # In the order of their first figures, the unnamed last.
    claimants = sorted(dict.fromkeys(map(_who, metrics)), key=lambda who: who is None)
    said = {_who(metric): names.claimant(metric) if metric.claimant else label("no_claimant") for metric in metrics}
    periods = _filled(sorted({_when(metric) for metric in metrics}, key=_place))
    cells = {(periods.index(_when(metric)), claimants.index(_who(metric))): _cell(metric) for metric in metrics}
    english = joined([indicator(first), names.subject(first)], " · ").en
    return Chart(
        key=f"time-{first.metric_id}",
        form=Form.COLUMNS,
        title=Both(english, first.indicator_text or indicator(first).zh),
        subtitle=said[claimants[0]] if len(claimants) == 1 else same(""),
        categories=[_tick(when) for when in periods],
        series=[said[who] for who in claimants],
        cells=cells,
        unit=first.unit,
        heading=label("period"),
        traits=(label(LENGTHS.get(_length(first) or "", "by_span")), *_traits(first, names)),
    )


def _traits(metric: Metric, names: Names) -> tuple[Both, ...]:
    said = Both(metric.indicator_en or metric.indicator_text or "", metric.indicator_text or "")
    return unit_name(metric.unit), said, names.claimant(metric), same(metric.metric_id)


def _place(when: When) -> tuple[date, date]:
    start, end = when
    return end or date.min, start or date.min


def _filled(periods: Sequence[When]) -> list[When]:
    """Years between the years stated, so that the axis is one of time; a wide gap stays closed."""
    out = list(periods[:1])
    for before, after in pairwise(periods):
        if before.end and after.start and after.end and before.start:
            yearly = (before.end + timedelta(1)).month == 1 and whole_months(
                date(after.start.year, 1, 1), after.end
            ) % YEAR == 0
            gap = range(before.end.year + 1, after.start.year)
            if yearly and len(gap) <= LONGEST_GAP:
                instant = before.start == before.end
                out += [
                    When(date(year, YEAR, 31) if instant else date(year, 1, 1), date(year, YEAR, 31)) for year in gap
                ]
        out.append(after)
    return out


def _tick(when: When) -> Both:
    start, end = when
    if start is not None and start == end and (start.month, start.day) == (YEAR, 31):
        return same(str(start.year))
    if start is None or end is None:
        return label("undated")
    words = period(start, end)
    return Both(words.en, words.zh.removesuffix("年"))


def _list_chart(
    kind: str, metrics: Sequence[Metric], title: Callable[[Sequence[Metric], Both, Names], Both], names: Names
) -> Chart:
    first = min(metrics, key=lambda metric: metric.metric_id)
    periods = sorted({_when(metric) for metric in metrics}, key=_place)
    best = {metric.subject or "": metric.value for metric in sorted(metrics, key=lambda one: _place(_when(one)))}
    subjects = sorted(best, key=lambda subject: (-best[subject], subject))
    tail = _tail(subjects)
    whole = {metric.subject or "": names.subject(metric) for metric in metrics}
    # English names stand as they are; where one is missing, the ending that all names share goes into the title.
    translated = not any(one.untranslated for one in whole.values())
    short = {subject: names.of(subject.removesuffix(tail)) for subject in subjects}
    called = {subject: Both((whole if translated else short)[subject].en, short[subject].zh) for subject in subjects}
    source = names.claimant(first) if first.claimant else label("no_claimant")
    cells = {(subjects.index(one.subject or ""), periods.index(_when(one))): _cell(one) for one in metrics}
    when = [_tick(one) if len(periods) == 1 else same("") for one in periods[:1]]
    return Chart(
        key=f"{kind}-{first.metric_id}",
        form=Form.BARS,
        title=title(metrics, Both("" if translated else names.of(tail).en, tail), names),
        subtitle=joined([*when, source], ", ", "，"),
        categories=[called[subject] for subject in subjects],
        series=[_tick(one) for one in periods],
        cells=cells,
        unit=first.unit,
        heading=label("subject"),
        traits=(_tick(periods[-1]), source, *_traits(first, names)),
    )


def _tail(names: Sequence[str]) -> str:
    """The ending that all names share, long enough to say something, that leaves something of each."""
    columns = zip(*(reversed(text) for text in names), strict=False)
    tail = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, columns))[::-1]
    return tail if len(tail) >= SHORTEST_TAIL and all(len(text) > len(tail) for text in names) else ""


def _peer_title(metrics: Sequence[Metric], tail: Both, names: Names) -> Both:
    what = indicator(metrics[0])
    return Both(" · ".join(part for part in (what.en, tail.en) if part), f"{tail.zh}{what.zh}")


def _share_title(metrics: Sequence[Metric], tail: Both, names: Names) -> Both:
    first, what = metrics[0], indicator(metrics[0])
    whole = first.denominator or first.indicator_text or ""
    english = first.indicator_en or " · ".join(part for part in (what.en, names.of(whole).en) if part)
    return Both(english, f"占{whole}的份额" if first.denominator else whole)


def _ranked(charts: Iterable[Chart]) -> list[Chart]:
    return sorted(charts, key=lambda chart: (-len(chart.cells), chart.key))

"""Charts of what the claims state: a quantity over time, subjects side by side, lists of shares."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import NamedTuple

from dianshang.audit.names import quantity
from dianshang.publishing.page.bilingual import Both, joined, label, same
from dianshang.publishing.page.chart import Cell, Chart, Form
from dianshang.publishing.page.wording import indicator, name, period, span_months
from dianshang.schema.claim import Metric
from dianshang.schema.codes import Measure, Qualifier

YEAR = 12
UNDATED = "undated"
FEWEST_PERIODS = 2
FEWEST_SUBJECTS = 3
FEWEST_UNDATED = 4
LONGEST_GAP = 12
SHORTEST_TAIL = 4
HEDGES: Mapping[Qualifier, str] = {Qualifier.OVER: ">", Qualifier.UNDER: "<", Qualifier.ABOUT: "≈"}


class When(NamedTuple):
    """The period of a claim as a place on an axis of time; both ends None where it is unknown."""

    start: date | None
    end: date | None


def over_time(metrics: Iterable[Metric]) -> list[Chart]:
    """Charts of each quantity that is stated for two periods or more of one length, a series per claimant.

    Args:
        metrics: Any metrics; levels are used.

    Returns:
        The charts with most values first. Those that `side_by_side` shows whole are left out.
    """
    groups: dict[Hashable, list[Metric]] = defaultdict(list)
    for metric in _levels(metrics):
        measured, length = quantity(metric), _length(metric)
        if measured is not None and length is not None:
            groups[(measured, metric.unit, length)].append(metric)
    shown = [set(_kept(group)) for group in _peers(metrics)]
    charts = []
    for group in groups.values():
        kept = _kept(group)
        periods = {_when(metric) for metric in kept}
        covered = any({metric.metric_id for metric in kept} <= {one.metric_id for one in peers} for peers in shown)
        if len(periods) >= FEWEST_PERIODS and not covered:
            charts.append(_time_chart(kept))
    return _ranked(charts)


def side_by_side(metrics: Iterable[Metric]) -> list[Chart]:
    """Charts of one indicator for three subjects or more by one claimant, a series per period."""
    return _ranked(_list_chart("peers", group, _peer_title) for group in _peers(metrics))


def share_lists(metrics: Iterable[Metric]) -> list[Chart]:
    """Charts of the shares that three subjects or more have of one whole by one claimant, a series per period."""
    groups: dict[Hashable, list[Metric]] = defaultdict(list)
    for metric in metrics:
        if metric.measure is Measure.SHARE and metric.subject:
            whole = metric.denominator or metric.indicator_text
            groups[(metric.indicator, whole, metric.claimant or metric.article_id)].append(metric)
    lists = [kept for group in groups.values() if _subjects(kept := _kept(group)) >= FEWEST_SUBJECTS]
    return _ranked(_list_chart("shares", group, _share_title) for group in lists)


def _levels(metrics: Iterable[Metric]) -> list[Metric]:
    return [metric for metric in metrics if metric.measure is Measure.LEVEL and metric.qualifier != Qualifier.SEVERAL]


def _when(metric: Metric) -> When:
    return When(metric.period_start, metric.period_end)


def _length(metric: Metric) -> str | None:
    """The kind of period: years and year-ends go on one axis, halves, quarters and months on one each."""
    start, end = _when(metric)
    if start is None or end is None:
        return None
    if start == end:
        return "year-end" if (end.month, end.day) == (YEAR, 31) else None
    months = span_months(start, end)
    if not months:
        return None
    return "year" if months % YEAR == 0 and start.month == 1 else str(months)


def _peers(metrics: Iterable[Metric]) -> list[tuple[Metric, ...]]:
    groups: dict[tuple[str, str | None, str, str], list[Metric]] = defaultdict(list)
    for metric in _levels(metrics):
        if metric.indicator is None or not metric.subject:
            continue
        undated = _when(metric) == When(None, None)
        length = UNDATED if undated else _length(metric)
        source = metric.article_id if undated or metric.claimant is None else metric.claimant
        if length is not None:
            groups[(metric.indicator, metric.unit, source, length)].append(metric)
    kept = [(length, _kept(group)) for (_, _, _, length), group in groups.items()]
    return [
        group
        for length, group in kept
        if _subjects(group) >= (FEWEST_UNDATED if length == UNDATED else FEWEST_SUBJECTS)
    ]


def _subjects(metrics: Iterable[Metric]) -> int:
    return len({metric.subject for metric in metrics})


def _kept(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """One metric for each subject, period and claimant: the most exact, then the one with most digits.

    A figure without a claimant gives way to the same figure of a named one.
    """
    best: dict[Hashable, Metric] = {}
    for metric in metrics:
        key = (metric.subject, _when(metric), metric.claimant)
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


def _time_chart(metrics: Sequence[Metric]) -> Chart:
    first = min(metrics, key=lambda metric: metric.metric_id)
    claimants = sorted({metric.claimant for metric in metrics}, key=lambda who: _fame(who, metrics))
    periods = _filled(sorted({_when(metric) for metric in metrics}, key=_place))
    cells = {(periods.index(_when(metric)), claimants.index(metric.claimant)): _cell(metric) for metric in metrics}
    about = Both(_english_title(first), first.indicator_text or indicator(first).zh)
    return Chart(
        key=f"time-{first.metric_id}",
        form=Form.COLUMNS,
        title=about,
        subtitle=_claimant_name(claimants[0]) if len(claimants) == 1 else same(""),
        categories=[_tick(when) for when in periods],
        series=[_claimant_name(who) for who in claimants],
        cells=cells,
        unit=first.unit,
        heading=label("period"),
    )


def _english_title(metric: Metric) -> str:
    return " · ".join(part for part in (indicator(metric).en, name(metric.subject).en) if part)


def _fame(claimant: str | None, metrics: Sequence[Metric]) -> tuple[bool, int, str]:
    return claimant is None, -sum(metric.claimant == claimant for metric in metrics), claimant or ""


def _claimant_name(claimant: str | None) -> Both:
    return name(claimant) if claimant else label("no_claimant")


def _place(when: When) -> tuple[date, date]:
    start, end = when
    return end or date.min, start or date.min


def _filled(periods: Sequence[When]) -> list[When]:
    """Years between the years stated, so that the axis is one of time; a wide gap stays closed."""
    out = list(periods[:1])
    for before, after in pairwise(periods):
        if before.end and after.start and after.end and before.start:
            yearly = (before.end + timedelta(1)).month == 1 and span_months(
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


def _list_chart(kind: str, metrics: Sequence[Metric], title: Callable[[Sequence[Metric], str], Both]) -> Chart:
    first = min(metrics, key=lambda metric: metric.metric_id)
    periods = sorted({_when(metric) for metric in metrics}, key=_place)
    best = {metric.subject or "": metric.value for metric in sorted(metrics, key=lambda one: _place(_when(one)))}
    subjects = sorted(best, key=lambda subject: (-best[subject], subject))
    tail = _tail(subjects)
    cells = {(subjects.index(one.subject or ""), periods.index(_when(one))): _cell(one) for one in metrics}
    when = [_tick(one) if len(periods) == 1 else same("") for one in periods[:1]]
    return Chart(
        key=f"{kind}-{first.metric_id}",
        form=Form.BARS,
        title=title(metrics, tail),
        subtitle=joined([*when, _claimant_name(first.claimant)], ", ", "，"),
        categories=[name(subject.removesuffix(tail)) for subject in subjects],
        series=[_tick(one) for one in periods],
        cells=cells,
        unit=first.unit,
        heading=label("subject"),
    )


def _tail(names: Sequence[str]) -> str:
    """The ending that all names share, long enough to say something, that leaves something of each."""
    columns = zip(*(reversed(text) for text in names), strict=False)
    tail = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, columns))[::-1]
    return tail if len(tail) >= SHORTEST_TAIL and all(len(text) > len(tail) for text in names) else ""


def _peer_title(metrics: Sequence[Metric], tail: str) -> Both:
    what = indicator(metrics[0])
    return Both(" · ".join(part for part in (what.en, tail) if part), f"{tail}{what.zh}")


def _share_title(metrics: Sequence[Metric], tail: str) -> Both:
    first, what = metrics[0], indicator(metrics[0])
    whole = first.denominator or first.indicator_text or ""
    return Both(
        " · ".join(part for part in (what.en, whole) if part), f"占{whole}的份额" if first.denominator else whole
    )


def _ranked(charts: Iterable[Chart]) -> list[Chart]:
    return sorted(charts, key=lambda chart: (-len(chart.cells), chart.key))

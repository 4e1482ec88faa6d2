"""The part of the page that shows the numbers: every chart with its legend, its drawing and its data table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dianshang.publishing.page.audited import ledger, recovered, verdicts
from dianshang.publishing.page.bilingual import Both, code, joined, label, same
from dianshang.publishing.page.chart import Chart, texts, unit_words
from dianshang.publishing.page.claimed import over_time, share_lists, side_by_side
from dianshang.publishing.page.drawing import SERIES_COLOURS, Drawing, drawing
from dianshang.publishing.page.wording import Names
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ObsStatus, Verdict
from dianshang.schema.figure import FigurePoint
from dianshang.schema.numeral import Numeral

MOST_CHARTS = 12


class Swatch(NamedTuple):
    """A line of a legend."""

    classes: str
    name: Both


class Number(NamedTuple):
    """A cell of a data table: the number, the claim that states it, and what sets it apart."""

    number: Both
    claim: str | None
    notes: Both


class Line(NamedTuple):
    """A row of a data table; a cell of None is empty."""

    name: Both
    cells: Sequence[Number | None]


class Rows(NamedTuple):
    """A data table."""

    caption: Both
    heads: Sequence[Both]
    lines: Sequence[Line]


class Figure(NamedTuple):
    """A chart ready to be written."""

    key: str
    title: Both
    subtitle: Both
    legend: Sequence[Swatch]
    english: Drawing
    chinese: Drawing
    rows: Rows


class Disagreement(NamedTuple):
    """A check that does not come out even: what is said of it, and the mentions of its claims by their ids."""

    verdict: str
    said: Both
    claims: Mapping[str, str]


class Group(NamedTuple):
    """Figures under one head."""

    key: str
    figures: Sequence[Figure]
    disagreements: Sequence[Disagreement] = ()


def charts(
    metrics: Sequence[Metric],
    names: Names,
    checks: Sequence[Check] = (),
    points: Sequence[FigurePoint] = (),
    numerals: Sequence[Numeral] = (),
) -> list[Group]:
    r"""Draws everything the tables give ground for.

    Args:
        metrics: The claims.
        names: The English names of what they name.
        checks: The audit; may be empty, as all below.
        points: The recovered figures.
        numerals: The ledger.

    Returns:
        The charts by head; heads without a chart are left out.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元，2012年河湾市旅游收入50亿元。")
    >>> groups = charts(extract_issue(issue).metrics, Names())
    >>> [(group.key, [figure.title.zh for figure in group.figures]) for group in groups]
    [('over_time', ['河湾市旅游收入'])]
    """
    groups = [
        Group("over_time", _figures(over_time(metrics, names))),
        Group("side_by_side", _figures(side_by_side(metrics, names))),
        Group("shares", _figures(share_lists(metrics, names))),
        Group("recovered", _figures(recovered(points, names))),
        Group("audit", _figures(verdicts(checks)), _disagreements(checks, metrics)),
        Group("ledger", _figures(ledger(numerals))),
    ]
    return [group for group in groups if group.figures]


def told_apart(charts: Sequence[Chart]) -> list[Chart]:
    """Adds to titles that several charts share what sets each apart.

    Args:
        charts: The charts under one head.

    Returns:
        The same charts in the same order; titles are told apart in each language by itself.

    >>> from dianshang.publishing.page.chart import NOTHING, Form
    >>> made = [
    ...     Chart(unit, Form.BARS, same("Output"), NOTHING, [], [], {}, unit, NOTHING, [same(unit)])
    ...     for unit in ("t", "CNY")
    ... ]
    >>> [chart.title.en for chart in told_apart(made)]
    ['Output, t', 'Output, CNY']
    """
    alike: dict[tuple[int, str], list[Chart]] = defaultdict(list)
    for chart in charts:
        for language, title in enumerate(chart.title):
            alike[language, title].append(chart)
    titles = [
        Both(*(_retitled(chart, alike[language, title], language) for language, title in enumerate(chart.title)))
        for chart in charts
    ]
    return [replace(chart, title=title) for chart, title in zip(charts, titles, strict=True)]


def _retitled(chart: Chart, others: Sequence[Chart], language: int) -> str:
    if len(others) == 1:
        return chart.title[language]
    # The first trait in which all differ is enough; else all of them together must do.
    places = range(len(chart.traits))
    apart = [place for place in places if len({one.traits[place][language] for one in others}) == len(others)]
    traits = [chart.traits[place] for place in apart[:1]] or list(chart.traits)
    return joined([chart.title, *traits], ", ", "，")[language]


def _figures(charts: Sequence[Chart]) -> list[Figure]:
    return [_figure(chart) for chart in told_apart(charts[:MOST_CHARTS])]


def _figure(chart: Chart) -> Figure:
    words = unit_words(chart)
    return Figure(
        key=chart.key,
        title=chart.title,
        subtitle=joined([words, chart.subtitle], " · ", " · "),
        legend=_legend(chart),
        english=drawing(chart, "en"),
        chinese=drawing(chart, "zh"),
        rows=_rows(chart),
    )


def _legend(chart: Chart) -> list[Swatch]:
    items = []
    if len(chart.series) > 1:
        items += [Swatch(f"s{place % SERIES_COLOURS}", name) for place, name in enumerate(chart.series)]
    cells = chart.cells.values()
    ahead = [status for status in ObsStatus if any(cell.status is status and not cell.settled for cell in cells)]
    if ahead:
        items.append(Swatch("s0 forecast", joined([code("status", status.value) for status in ahead], ", ", "、")))
    if any(cell.uncertain and cell.value is not None for cell in cells):
        items.append(Swatch("s0 uncertain", label("uncertain")))
    if any(cell.value is None for cell in cells):
        items.append(Swatch("s0 unknown", label("unknown")))
    return items


def _rows(chart: Chart) -> Rows:
    heads = [label("value")] if len(chart.series) == 1 else chart.series
    columns = range(len(chart.series))
    lines = [
        Line(category, [_number(chart, row, column) for column in columns])
        for row, category in enumerate(chart.categories)
        if any((row, column) in chart.cells for column in columns)
    ]
    return Rows(joined([chart.title, unit_words(chart)], ", ", "，"), [chart.heading, *heads], lines)


def _number(chart: Chart, row: int, column: int) -> Number | None:
    cell = chart.cells.get((row, column))
    if cell is None:
        return None
    notes = joined([same("") if cell.settled else code("status", cell.status.value), cell.note], "; ", "；")
    return Number(texts(chart, cell), cell.claim, notes)


def _disagreements(checks: Sequence[Check], metrics: Sequence[Metric]) -> list[Disagreement]:
    """The checks that do not come out even, the gravest first, each with a way to the claims it ties."""
    mentions = {metric.metric_id: metric.mention for metric in metrics}
    uneven = [check for check in checks if check.verdict is not Verdict.CONSISTENT]
    uneven.sort(key=lambda check: (check.verdict is not Verdict.INCONSISTENT, check.check_id))
    return [
        Disagreement(
            check.verdict.value,
            Both(check.sentence_en, check.sentence_zh),
            {key: mentions.get(key, key) for key in check.metric_ids},
        )
        for check in uneven
    ]

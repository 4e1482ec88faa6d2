"""The part of the page that shows the numbers: every chart with its legend, its drawing and its data table."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from dianshang.publishing.page.audited import ledger, recovered, verdicts
from dianshang.publishing.page.bilingual import Both, code, joined, label, same, spans
from dianshang.publishing.page.chart import Chart, texts, unit_words
from dianshang.publishing.page.claimed import over_time, share_lists, side_by_side
from dianshang.publishing.page.drawing import SERIES_COLOURS, drawing
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ObsStatus, Verdict
from dianshang.schema.figure import FigurePoint
from dianshang.schema.numeral import Numeral

MOST_CHARTS = 12


class Group(NamedTuple):
    """Charts under one head; `extra` is HTML that stands after them."""

    key: str
    charts: Sequence[Chart]
    extra: str = ""


def charts(
    metrics: Sequence[Metric],
    checks: Sequence[Check] = (),
    points: Sequence[FigurePoint] = (),
    numerals: Sequence[Numeral] = (),
) -> str:
    """Draws everything the tables give ground for.

    Args:
        metrics: The claims.
        checks: The audit; may be empty, as all below.
        points: The recovered figures.
        numerals: The ledger.

    Returns:
        `<section>` elements; heads without a chart are left out.
    """
    groups = [
        Group("over_time", over_time(metrics)[:MOST_CHARTS]),
        Group("side_by_side", side_by_side(metrics)[:MOST_CHARTS]),
        Group("shares", share_lists(metrics)[:MOST_CHARTS]),
        Group("recovered", recovered(points)[:MOST_CHARTS]),
        Group("audit", verdicts(checks), _disagreements(checks, metrics)),
        Group("ledger", ledger(numerals)),
    ]
    return "\n".join(_section(group) for group in groups if group.charts)


def _section(group: Group) -> str:
    figures = "\n".join(_figure(chart) for chart in group.charts)
    return (
        f'<section class="group {group.key}" aria-labelledby="g-{group.key}">\n'
        f'<h3 id="g-{group.key}">{spans(label(group.key))}</h3>\n'
        f'<p class="standfirst">{spans(label(f"{group.key}_lead"))}</p>\n'
        f'<div class="plates">\n{figures}\n{group.extra}</div>\n</section>'
    )


def _figure(chart: Chart) -> str:
    words = unit_words(chart)
    below = joined([words, chart.subtitle], " · ", " · ")
    drawn = "".join(f'<div class="{lang}" lang="{lang}">{drawing(chart, lang)}</div>' for lang in ("en", "zh"))
    return (
        f'<figure class="chart" id="{escape(chart.key)}">\n<figcaption><h4>{spans(chart.title)}</h4>'
        f"<p>{spans(below)}</p>{_legend(chart)}</figcaption>\n{drawn}\n{_table(chart)}\n</figure>"
    )


def _legend(chart: Chart) -> str:
    items = []
    if len(chart.series) > 1:
        items += [(f"s{place % SERIES_COLOURS}", name) for place, name in enumerate(chart.series)]
    cells = chart.cells.values()
    ahead = [status for status in ObsStatus if any(cell.status is status and not cell.settled for cell in cells)]
    if ahead:
        items.append(("s0 forecast", joined([code("status", status.value) for status in ahead], ", ", "、")))
    if any(cell.uncertain and cell.value is not None for cell in cells):
        items.append(("s0 uncertain", label("uncertain")))
    if any(cell.value is None for cell in cells):
        items.append(("s0 unknown", label("unknown")))
    keys = "".join(f"<li>{_swatch(classes)}{spans(name)}</li>" for classes, name in items)
    return f'<ul class="legend">{keys}</ul>' if keys else ""


def _swatch(classes: str) -> str:
    return (
        '<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">'
        f'<rect class="mark {classes}" x="1" y="1" width="10" height="10"/></svg>'
    )


def _table(chart: Chart) -> str:
    heads = [label("value")] if len(chart.series) == 1 else chart.series
    head = "".join(f'<th scope="col">{spans(name)}</th>' for name in (chart.heading, *heads))
    rows = []
    for row, category in enumerate(chart.categories):
        values = [chart.cells.get((row, column)) for column in range(len(chart.series))]
        if any(values):
            cells = "".join(f"<td>{_value(chart, row, column)}</td>" for column in range(len(chart.series)))
            rows.append(f'<tr><th scope="row">{spans(category)}</th>{cells}</tr>')
    body = "\n".join(rows)
    caption = joined([chart.title, unit_words(chart)], ", ", "，")
    return (
        f"<details><summary>{spans(label('data_table'))}</summary>"
        f'<div class="scroll"><table><caption>{spans(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div></details>"
    )


def _value(chart: Chart, row: int, column: int) -> str:
    cell = chart.cells.get((row, column))
    if cell is None:
        return ""
    number = spans(texts(chart, cell))
    linked = f'<a href="#{escape(cell.claim)}">{number}</a>' if cell.claim else number
    notes = joined([same("") if cell.settled else code("status", cell.status.value), cell.note], "; ", "；")
    return f"{linked} <small>{spans(notes)}</small>" if notes.en else linked


def _disagreements(checks: Sequence[Check], metrics: Sequence[Metric]) -> str:
    """The checks that do not come out even, the gravest first, each with a way to the claims it ties."""
    mentions = {metric.metric_id: metric.mention for metric in metrics}
    uneven = [check for check in checks if check.verdict is not Verdict.CONSISTENT]
    uneven.sort(key=lambda check: (check.verdict is not Verdict.INCONSISTENT, check.check_id))
    if not uneven:
        return ""
    rows = "\n".join(_disagreement(check, mentions) for check in uneven)
    return f'<div class="uneven"><h4>{spans(label("audit_list"))}</h4>\n<ul>\n{rows}\n</ul></div>\n'


def _disagreement(check: Check, mentions: Mapping[str, str]) -> str:
    verdict = check.verdict.value
    links = " · ".join(
        f'<a href="#{escape(key)}" lang="zh">{escape(mentions.get(key, key))}</a>'
        for key in dict.fromkeys(check.metric_ids)
    )
    said = spans(Both(check.sentence_en, check.sentence_zh))
    head = f'<b class="verdict {verdict}">{spans(code("verdict", verdict))}</b>'
    return f'<li>{head} {said} <span class="refs">{links}</span></li>'

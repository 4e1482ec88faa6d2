"""Recovers the series of a bar and line chart from the residue that text recognition left of it."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from dianshang.audit.book import Span, span
from dianshang.audit.fitting import Anchors, Fit, best_fit, growth_span
from dianshang.audit.intervals import Interval, scaled
from dianshang.audit.names import quantity
from dianshang.audit.precision import is_bound, printed
from dianshang.audit.residue import Label, Residue, residue
from dianshang.schema import Metric
from dianshang.schema.codes import Confidence, FigureBasis, Measure, ObsStatus
from dianshang.schema.figure import FigurePoint

_FIXING = 2


def recover(text: str, anchors: Sequence[Metric], number: int = 1) -> list[FigurePoint]:
    """Recovers the bars and the growth line of a chart over years.

    The bars are placed on the axis so that each bar over the one before meets the growth printed for it and the
    numbers the article states, with one place of the decimal point for the whole series. A value that no legible
    character and no such arithmetic gives is unknown: it has a row, and no value.

    Args:
        text: The residue, a row of the picture a line.
        anchors: Metrics of the article; its yearly levels of one quantity and their growth fix unit and year.
        number: Which figure of the article this is, from 1.

    Returns:
        A level for each year of the axis, then a growth for each year but the first; empty where no axis is legible,
        no anchor is a yearly level, or no placing stands out.

    >>> recover("no chart", [])
    []
    """
    chart = residue(text)
    if chart is None:
        return []
    found = [(fit, level) for level in _series(anchors) if (fit := best_fit(chart, _anchors(level, anchors)))]
    if not found:
        return []
    fit, level = max(found, key=lambda one: one[0].merit)
    bars = {year: _bar(year, fit) for year in chart.years}
    lines = {year: _growth(year, fit, bars) for year in chart.years[1:]}
    for year in chart.years:
        if bars[year][0] is None:
            bars[year] = _carried(year, fit, bars)
    figure = f"{level.article_id}-f{number}"
    scale = Decimal(1).scaleb(level.unit_mult)
    points = [_point(figure, level, chart, year, Measure.LEVEL, bars[year], scale) for year in chart.years]
    return points + [_point(figure, level, chart, year, Measure.GROWTH, lines[year], scale) for year in lines]


# A value in the chart's unit, the characters it is read from, its basis, its confidence and the reason.
Recovered = tuple[Decimal | None, str | None, FigureBasis, Confidence | None, str]


def _series(anchors: Sequence[Metric]) -> list[Metric]:
    levels = [one for one in anchors if one.measure is Measure.LEVEL and _year(span(one)) and not is_bound(one)]
    firsts = {(quantity(one), one.unit): one for one in reversed(levels)}
    return sorted(firsts.values(), key=lambda one: one.char_start)


def _anchors(level: Metric, anchors: Sequence[Metric]) -> Anchors:
    levels: dict[int, Interval] = {}
    growths: dict[int, Interval] = {}
    for one in anchors:
        year = _year(span(one))
        if year is None or is_bound(one) or quantity(one) != quantity(level):
            continue
        if one.measure is Measure.LEVEL and one.unit == level.unit:
            levels[year] = scaled(printed(one), Decimal(1).scaleb(-level.unit_mult))
        elif one.measure is Measure.GROWTH and one.unit == "%":
            growths[year] = printed(one)
    return Anchors(levels, growths)


def _year(when: Span | None) -> int | None:
    whole = when is not None and (when.start, when.end) == (date(when.start.year, 1, 1), date(when.start.year, 12, 31))
    return when.start.year if when is not None and whole else None


def _bar(year: int, fit: Fit) -> Recovered:
    label = fit.bars.get(year)
    if label is None:
        return None, None, FigureBasis.UNKNOWN, None, "No label of this bar is legible."
    value = label.at(fit.decimals)
    if year in fit.anchored:
        reason, confidence = "The label is the number that the article states for the year.", Confidence.HIGH
    elif {year, year + 1} & (fit.labels.keys() | fit.grown):
        reason, confidence = "With the bar next to it, it meets the growth printed for the year.", Confidence.HIGH
    else:
        reason, confidence = "Only its place in the order of the labels gives its year.", Confidence.LOW
    if fit.decimals and label.decimals is None:
        reason += " The decimal point is lost; the series fixes its place."
    return value, label.text, FigureBasis.READ, confidence, reason


def _growth(year: int, fit: Fit, bars: dict[int, Recovered]) -> Recovered:
    computed, mark = growth_span(fit.bars, fit.decimals, year), _mark(year, fit)
    if year in fit.labels:
        label = fit.labels[year]
        reason = "The bars on both sides meet the label."
        return label.at(fit.growth_decimals), label.text, FigureBasis.READ, Confidence.HIGH, reason
    if computed is None:
        reason = "The bars on both sides are not legible, and nothing tests the label."
        return None, mark, FigureBasis.UNKNOWN, None, reason
    exact = (fit.bars[year].at(fit.decimals) / fit.bars[year - 1].at(fit.decimals) - 1) * 100
    value = exact.quantize(Decimal(1).scaleb(-fit.growth_decimals), ROUND_HALF_UP)
    if year in fit.grown:
        reason = "The label is not legible; the bars on both sides meet the growth that the article states."
        return value, mark, FigureBasis.COMPUTED, Confidence.HIGH, reason
    sure = {bars[year][3], bars[year - 1][3]} == {Confidence.HIGH}
    reason = "The label is not legible; the value is that of the bars on both sides."
    return value, mark, FigureBasis.COMPUTED, Confidence.MEDIUM if sure else Confidence.LOW, reason


def _carried(year: int, fit: Fit, bars: dict[int, Recovered]) -> Recovered:
    """A missing bar, from the bar next to it and a growth label that is whole."""
    for neighbour, of in ((year - 1, year), (year + 1, year + 1)):
        label, known = _whole_label(of, fit), bars.get(neighbour)
        if label is None or known is None or known[0] is None or known[2] is not FigureBasis.READ:
            continue
        times = 1 + label.at(fit.growth_decimals) / 100
        value = known[0] * times if neighbour < year else known[0] / times
        confidence = Confidence.MEDIUM if known[3] is Confidence.HIGH else Confidence.LOW
        reason = "The label is not legible; the bar next to it and the growth label between them give the value."
        rounded = value.quantize(Decimal(1).scaleb(-fit.decimals), ROUND_HALF_UP)
        return rounded, None, FigureBasis.COMPUTED, confidence, reason
    return bars[year]


def _mark(year: int, fit: Fit) -> str | None:
    label = fit.row[year - fit.shift] if fit.shift is not None and 0 <= year - fit.shift < len(fit.row) else None
    return None if label is None else label.text


def _whole_label(year: int, fit: Fit) -> Label | None:
    """The label at a year's place in its row, where two labels fix the row and none of its digits seems lost."""
    if fit.shift is None or len(fit.labels) < _FIXING or not 0 <= year - fit.shift < len(fit.row):
        return None
    label = fit.row[year - fit.shift]
    fewest = min(one.digits.adjusted() for one in fit.labels.values())
    return label if label is not None and label.digits.adjusted() >= fewest else None


def _point(
    figure: str, level: Metric, chart: Residue, year: int, measure: Measure, found: Recovered, scale: Decimal
) -> FigurePoint:
    value, characters, basis, confidence, reason = found
    if value is not None and measure is Measure.LEVEL:
        value *= scale
    name = level.indicator_text or level.subject or ""
    return FigurePoint(
        point_id=f"{figure}-{measure.value}-{year}-01-01",
        figure_id=figure,
        article_id=level.article_id,
        series=name if measure is Measure.LEVEL else f"{name}增长率",
        measure=measure,
        indicator=level.indicator,
        subject=level.subject,
        ref_area=level.ref_area,
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        value=None if value is None else Decimal(f"{value:f}"),
        unit=level.unit if measure is Measure.LEVEL else "%",
        obs_status=ObsStatus.FORECAST if year in chart.expected else None,
        residue=characters,
        basis=basis,
        confidence=confidence,
        reason=reason,
    )

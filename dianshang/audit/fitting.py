"""Which year each bar of a chart belongs to: the placing that most numbers bear out."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import comb
from typing import NamedTuple

from dianshang.audit.intervals import Interval, meets, ratio, scaled, shifted
from dianshang.audit.residue import Label, Residue

_DECIMALS = range(4)
_HALF = Decimal("0.5")
# Past so many placings only those without a gap are tried, to bound the time a garbled picture can take.
_MOST_PLACINGS = 5000


class Anchors(NamedTuple):
    """What is known of the series from outside the chart, in the chart's unit, by year."""

    levels: Mapping[int, Interval]
    growths: Mapping[int, Interval]


class Fit(NamedTuple):
    """A placing of the bars: bars and labels by year, decimals of each series, and the years that are borne out.

    labels are the growth labels that the bars on both sides meet; anchored are the years whose bar, and grown those
    whose growth, meets a number from outside; shift is where the row of labels begins: its mark i is of year shift + i.
    """

    bars: dict[int, Label]
    decimals: int
    labels: dict[int, Label]
    growth_decimals: int
    row: tuple[Label | None, ...]
    shift: int | None
    anchored: frozenset[int]
    grown: frozenset[int]

    @property
    def merit(self) -> tuple[int, int, int]:
        """How much bears the placing out: numbers met, then fewer gaps, then fewer lost points."""
        years = sorted(self.bars)
        gaps = years[-1] - years[0] + 1 - len(years)
        return len(self.anchored) + len(self.grown) + len(self.labels), -gaps, -self.decimals - self.growth_decimals


def best_fit(chart: Residue, anchors: Anchors) -> Fit | None:
    """The one placing that most numbers bear out; None where none is borne out twice, or two are equally well.

    Args:
        chart: The legible parts of the chart.
        anchors: Numbers from outside it. A placing that contradicts one is dropped.
    """
    fits = list(_fits(chart, anchors))
    if not fits:
        return None
    most = max(fit.merit for fit in fits)
    best = [fit for fit in fits if fit.merit == most]
    one = {(tuple(sorted(fit.bars.items())), fit.decimals) for fit in best}
    # One number met may be chance; the second is what fixes the order.
    return best[0] if len(one) == 1 and most[0] > 1 else None


def bar_span(label: Label, decimals: int) -> Interval:
    """The numbers that a bar's label may stand for."""
    half = Decimal(1).scaleb(-(decimals if label.decimals is None else label.decimals)) * _HALF
    return Interval(label.at(decimals) - half, label.at(decimals) + half)


def growth_span(bars: Mapping[int, Label], decimals: int, year: int) -> Interval | None:
    """The growth in % that two neighbouring bars give; None where one is missing."""
    if year not in bars or year - 1 not in bars:
        return None
    times = ratio(bar_span(bars[year], decimals), bar_span(bars[year - 1], decimals))
    return None if times is None else scaled(shifted(times, Decimal(-1)), Decimal(100))


def _fits(chart: Residue, anchors: Anchors) -> Iterator[Fit]:
    if not chart.bars or len(chart.bars) > len(chart.years):
        return
    rows = chart.lines or ((),)
    for bars in (chart.bars, chart.bars[::-1]):
        for years in _placings(chart.years, len(bars)):
            placed = dict(zip(years, bars, strict=True))
            for decimals in _DECIMALS:
                anchored = _met(anchors.levels, {year: bar_span(bar, decimals) for year, bar in placed.items()})
                given = {year: growth_span(placed, decimals, year) for year in placed}
                growths = {year: growth for year, growth in given.items() if growth is not None}
                grown = _met(anchors.growths, growths)
                if anchored is None or grown is None or (anchors.levels and not anchored):
                    continue
                for row in rows:
                    for growth_decimals in _DECIMALS:
                        labels, shift = _labelled(row, growths, growth_decimals)
                        yield Fit(placed, decimals, labels, growth_decimals, row, shift, anchored, grown)


def _placings(years: Sequence[int], count: int) -> Iterator[tuple[int, ...]]:
    if comb(len(years), count) <= _MOST_PLACINGS:
        yield from combinations(years, count)
    else:
        yield from (tuple(years[start : start + count]) for start in range(len(years) - count + 1))


def _met(known: Mapping[int, Interval], found: Mapping[int, Interval]) -> frozenset[int] | None:
    common = known.keys() & found.keys()
    return frozenset(common) if all(meets(known[year], found[year]) for year in common) else None


def _labelled(
    row: Sequence[Label | None], growths: Mapping[int, Interval], decimals: int
) -> tuple[dict[int, Label], int | None]:
    """The labels of a row that the bars meet, at the place of the row where most do."""
    best: tuple[dict[int, Label], int | None] = ({}, None)
    if not growths:
        return best
    for shift in range(min(growths) - len(row) + 1, max(growths) + 1):
        labels = {
            shift + place: label
            for place, label in enumerate(row)
            if label is not None
            and shift + place in growths
            and meets(growths[shift + place], bar_span(label, decimals))
        }
        if len(labels) > len(best[0]):
            best = labels, shift
    return best

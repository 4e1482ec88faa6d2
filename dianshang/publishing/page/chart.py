"""A chart before it is drawn: categories, series and the value of each pair, with what sets a value apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dianshang.publishing.page.bilingual import Both, same
from dianshang.publishing.page.wording import RATIOS, unit_name
from dianshang.schema.codes import ObsStatus
from dianshang.wording.numbers import CHINESE_SCALES, ENGLISH_SCALES, grouped

# A chart writes its numbers in one size, the largest that leaves none below 1; it has no use for trillions.
ENGLISH_SIZES = (*ENGLISH_SCALES[1:], (3, " thousand"))
CHINESE_SIZES = CHINESE_SCALES[1:]
DECIMALS = 2
SMALLEST_SCALED = 100_000
NOTHING = same("")


class Form(StrEnum):
    """How a chart is drawn: columns along time, bars down a list, or bars whose series stand end to end."""

    COLUMNS = "columns"
    BARS = "bars"
    STACKS = "stacks"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a chart.

    Attributes:
        value: The value in the base unit; None where it is known to be unknown.
        hedge: A sign before the number, such as `>`.
        status: Whether it is a fact, an estimate, a forecast or a target.
        uncertain: Whether it is doubtful.
        claim: Id of the metric that states it.
        note: What the data table says of it beside the number.
    """

    value: Decimal | None
    hedge: str = ""
    status: ObsStatus = ObsStatus.ACTUAL
    uncertain: bool = False
    claim: str | None = None
    note: Both = NOTHING

    @property
    def settled(self) -> bool:
        """Whether it is a fact."""
        return self.status is ObsStatus.ACTUAL


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        key: Unique on the page; letters, digits and hyphens.
        form: How it is drawn.
        title: What it shows.
        subtitle: Unit, period, source: what the title leaves out.
        categories: The names along the axis.
        series: The names of the series; a single one may be empty.
        cells: Values by place of category and of series.
        unit: Unit of the values.
        heading: What the categories are, as head of the first column of the data table.
        traits: What tells it from a chart of the same title, the plainest first.
    """

    key: str
    form: Form
    title: Both
    subtitle: Both
    categories: Sequence[Both]
    series: Sequence[Both]
    cells: Mapping[tuple[int, int], Cell]
    unit: str | None
    heading: Both
    traits: Sequence[Both] = ()

    def values(self) -> list[Decimal]:
        """The known values."""
        return [cell.value for cell in self.cells.values() if cell.value is not None]


def texts(chart: Chart, cell: Cell) -> Both:
    """The number of a cell in the size of its chart, with its hedge; a question mark where it is unknown.

    >>> two = {(0, 0): Cell(Decimal("1500000000")), (1, 0): Cell(Decimal("60000000000"), hedge=">")}
    >>> names = [same("A"), same("B")]
    >>> chart = Chart("sales", Form.BARS, same("Sales"), NOTHING, names, [NOTHING], two, "CNY", NOTHING)
    >>> texts(chart, two[1, 0])
    Both(en='>60', zh='>600')
    """
    if cell.value is None:
        return same("?")
    if chart.unit in RATIOS:
        return same(f"{cell.hedge}{grouped(round(cell.value, DECIMALS))}{'%' if chart.unit == '%' else ''}")
    (english, _), (chinese, _) = _size(chart, ENGLISH_SIZES), _size(chart, CHINESE_SIZES)
    return Both(
        f"{cell.hedge}{grouped(round(cell.value / english, DECIMALS))}",
        f"{cell.hedge}{grouped(round(cell.value / chinese, DECIMALS))}",
    )


def unit_words(chart: Chart) -> Both:
    """The unit that the numbers of a chart are written in: `billion CNY`, `亿元`.

    >>> one = {(0, 0): Cell(Decimal("1500000000"))}
    >>> unit_words(Chart("sales", Form.BARS, same("Sales"), NOTHING, [same("A")], [NOTHING], one, "CNY", NOTHING))
    Both(en='billion CNY', zh='亿元')
    """
    name = unit_name(chart.unit)
    if chart.unit in RATIOS:
        return name
    (_, english), (_, chinese) = _size(chart, ENGLISH_SIZES), _size(chart, CHINESE_SIZES)
    return Both(f"{english} {name.en}".strip(), f"{chinese}{name.zh}")


def _size(chart: Chart, sizes: tuple[tuple[int, str], ...]) -> tuple[Decimal, str]:
    known = [abs(value) for value in chart.values() if value]
    if not known or max(known) < SMALLEST_SCALED:
        return Decimal(1), ""
    return next(
        ((Decimal(10) ** power, word) for power, word in sizes if min(known).adjusted() >= power), (Decimal(1), "")
    )

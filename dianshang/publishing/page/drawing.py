"""A chart as shapes on a plane, laid out once in each language; a template writes them as SVG."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple
from unicodedata import east_asian_width

from dianshang.publishing.page.chart import Cell, Chart, Form, texts, unit_words

WIDTH = 360
WIDE = 6.2
NARROW_COLUMN = 30
COLUMN_TOP, COLUMN_HEIGHT, COLUMN_FOOT = 18, 150, 22
WIDEST_COLUMN = 56
ROW_LABEL, ROW_HEIGHT, ROW_GAP, BAR_ROOM = 15, 13, 9, 58
UNKNOWN_HEIGHT = 26
SERIES_COLOURS = 6


class Bar(NamedTuple):
    """A bar or a column: its box, the classes that style it, what is said of it, and the claim it leads to."""

    x: str
    y: str
    width: str
    height: str
    classes: str
    said: str
    claim: str | None


class Word(NamedTuple):
    """A written word: its place, the class that styles it, and which of its ends is there."""

    x: str
    y: str
    text: str
    classes: str
    anchor: str


class Drawing(NamedTuple):
    """A drawn chart: its size, what is said of it to those who do not see it, and its shapes."""

    key: str
    width: int
    height: str
    title: str
    description: str
    bars: Sequence[Bar]
    words: Sequence[Word]
    axis: str | None


class _Canvas:
    """What is drawn so far."""

    def __init__(self, chart: Chart, language: str) -> None:
        self.chart, self.language = chart, language
        self.bars: list[Bar] = []
        self.words: list[Word] = []

    def bar(self, row: int, column: int, box: Sequence[float]) -> None:
        """Draws the bar of a cell."""
        cell = self.chart.cells[row, column]
        x, y, width, height = map(_n, box)
        self.bars.append(Bar(x, y, width, height, _classes(cell, column), self._said(row, column), cell.claim))

    def word(self, x: float, y: float, text: str, classes: str, anchor: str = "start") -> None:
        """Writes a word."""
        self.words.append(Word(_n(x), _n(y), text, classes, anchor))

    def number(self, row: int, column: int) -> str:
        """The number of a cell."""
        return _in(texts(self.chart, self.chart.cells[row, column]), self.language)

    def category(self, row: int) -> str:
        """The name of a row."""
        return _in(self.chart.categories[row], self.language)

    def _said(self, row: int, column: int) -> str:
        unit = "" if self.chart.unit == "%" else _in(unit_words(self.chart), self.language)
        number = f"{self.number(row, column)} {unit}".strip()
        names = (self.category(row), _in(self.chart.series[column], self.language), number)
        return ", ".join(part for part in names if part)


def drawing(chart: Chart, language: str) -> Drawing:
    """Lays out a chart.

    Args:
        chart: The chart.
        language: `en` or `zh`.

    Returns:
        Its shapes; columns too many for their numbers lie down as bars.

    >>> from dianshang.publishing.page.bilingual import same
    >>> one = {(0, 0): Cell(Decimal("1500000000"))}
    >>> chart = Chart("sales", Form.BARS, same("Sales"), same(""), [same("A")], [same("")], one, "CNY", same(""))
    >>> drawing(chart, "en").description
    'billion CNY: A 1.5'
    """
    form = Form.BARS if chart.form is Form.COLUMNS and not _fits(chart, language) else chart.form
    canvas = _Canvas(chart, language)
    height = {Form.COLUMNS: _columns, Form.BARS: _bars, Form.STACKS: _stacks}[form](canvas)
    return Drawing(
        key=f"{chart.key}-{language}",
        width=WIDTH,
        height=_n(height),
        title=_in(chart.title, language),
        description=_description(chart, language),
        bars=canvas.bars,
        words=canvas.words,
        axis=_n(COLUMN_TOP + COLUMN_HEIGHT) if form is Form.COLUMNS else None,
    )


def _in(words: tuple[str, str], language: str) -> str:
    return words[language == "zh"]


def _n(value: float | Decimal) -> str:
    return f"{float(value):.1f}".removesuffix(".0")


def _length(text: str) -> float:
    """How wide a text of the small size is, near enough."""
    return sum(WIDE * (1.75 if east_asian_width(letter) in "WF" else 0.95) for letter in text)


def _description(chart: Chart, language: str) -> str:
    said = [
        " ".join(part for part in (category, series, _in(texts(chart, cell), language)) if part)
        for (category, series), cell in _named(chart, language)
    ]
    unit = _in(unit_words(chart), language)
    return f"{unit + ': ' if unit else ''}{'; '.join(said)}"


def _named(chart: Chart, language: str) -> Iterable[tuple[tuple[str, str], Cell]]:
    for (row, column), cell in sorted(chart.cells.items()):
        yield (_in(chart.categories[row], language), _in(chart.series[column], language)), cell


def _fits(chart: Chart, language: str) -> bool:
    """Whether every column has room for its number and every period for its name."""
    slots = sum(max(1, len(group)) for group in _groups(chart))
    widest = max(_length(_in(texts(chart, cell), language)) for cell in chart.cells.values())
    ticks = max(_length(_in(category, language)) for category in chart.categories)
    return slots * max(widest + 2, NARROW_COLUMN) <= WIDTH and ticks + 4 <= WIDTH / len(chart.categories)


def _groups(chart: Chart) -> list[list[int]]:
    """The series that each category has a value of."""
    return [[column for row, column in sorted(chart.cells) if row == place] for place in range(len(chart.categories))]


def _top(chart: Chart) -> Decimal:
    return max([abs(value) for value in chart.values()], default=Decimal(0)) or Decimal(1)


def _classes(cell: Cell, column: int) -> str:
    names = ["mark", f"s{column % SERIES_COLOURS}"]
    names += [] if cell.settled else ["forecast"]
    names += ["uncertain"] if cell.uncertain else []
    names += ["unknown"] if cell.value is None else []
    return " ".join(names)


def _columns(canvas: _Canvas) -> float:
    chart, base = canvas.chart, COLUMN_TOP + COLUMN_HEIGHT
    top, slot = _top(chart), WIDTH / len(chart.categories)
    for row, group in enumerate(_groups(chart)):
        room = min(WIDEST_COLUMN, (slot - 6) / max(1, len(group)))
        left = slot * row + (slot - room * len(group)) / 2
        canvas.word(slot * (row + 0.5), base + 15, canvas.category(row), "tick", "middle")
        for place, column in enumerate(group):
            cell, x = chart.cells[row, column], left + room * place
            tall = UNKNOWN_HEIGHT if cell.value is None else max(1.0, float(abs(cell.value) / top) * COLUMN_HEIGHT)
            canvas.bar(row, column, (x + 1.5, base - tall, room - 3, tall))
            above = base - UNKNOWN_HEIGHT / 2 + 4 if cell.value is None else base - tall - 5
            canvas.word(x + room / 2, above, canvas.number(row, column), "number", "middle")
    return base + COLUMN_FOOT


def _bars(canvas: _Canvas) -> float:
    chart, y = canvas.chart, 2.0
    top = _top(chart)
    for row, group in enumerate(_groups(chart)):
        if not group:
            continue
        canvas.word(0, y + 10, canvas.category(row), "name")
        y += ROW_LABEL
        for column in group:
            known = chart.cells[row, column].value
            long = UNKNOWN_HEIGHT if known is None else max(1.0, float(abs(known) / top) * (WIDTH - BAR_ROOM))
            canvas.bar(row, column, (0, y, long, ROW_HEIGHT - 2))
            canvas.word(long + 5, y + 9.5, canvas.number(row, column), "number")
            y += ROW_HEIGHT
        y += ROW_GAP
    return y


def _stacks(canvas: _Canvas) -> float:
    chart, y = canvas.chart, 2.0
    groups = _groups(chart)
    top = max(sum((chart.cells[row, column].value or 0) for column in group) for row, group in enumerate(groups)) or 1
    for row, group in enumerate(groups):
        canvas.word(0, y + 10, canvas.category(row), "name")
        y, x = y + ROW_LABEL, 0.0
        for column in group:
            long = float((chart.cells[row, column].value or 0) / top) * (WIDTH - BAR_ROOM)
            canvas.bar(row, column, (x, y, long - 1, ROW_HEIGHT - 2))
            x += long
        canvas.word(x + 5, y + 9.5, " + ".join(canvas.number(row, column) for column in group), "number")
        y += ROW_HEIGHT + ROW_GAP
    return y

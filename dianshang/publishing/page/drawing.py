"""A chart as SVG, drawn once in each language: plain shapes whose colours are the page's."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
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


def drawing(chart: Chart, language: str) -> str:
    """Draws a chart.

    Args:
        chart: The chart.
        language: `en` or `zh`.

    Returns:
        An `<svg>` element with title and description for those who do not see it; no style of its own.
    """
    form = Form.BARS if chart.form is Form.COLUMNS and not _fits(chart, language) else chart.form
    height, shapes = {Form.COLUMNS: _columns, Form.BARS: _bars, Form.STACKS: _stacks}[form](chart, language)
    key = f"{chart.key}-{language}"
    return (
        f'<svg viewBox="0 0 {WIDTH} {_n(height)}" role="img" aria-labelledby="{key}-t {key}-d">\n'
        f'<title id="{key}-t">{escape(_in(chart.title, language))}</title>'
        f'<desc id="{key}-d">{escape(_description(chart, language))}</desc>\n{shapes}\n</svg>'
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


def _rect(cell: Cell, column: int, box: Sequence[float], said: str) -> str:
    x, y, width, height = map(_n, box)
    shape = (
        f'<rect class="{_classes(cell, column)}" x="{x}" y="{y}" width="{width}" height="{height}">'
        f"<title>{escape(said)}</title></rect>"
    )
    return f'<a href="#{escape(cell.claim)}" tabindex="-1">{shape}</a>' if cell.claim else shape


def _text(x: float, y: float, words: str, classes: str, anchor: str = "start") -> str:
    return f'<text class="{classes}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{escape(words)}</text>'


def _said(chart: Chart, row: int, column: int, language: str) -> str:
    names = (_in(chart.categories[row], language), _in(chart.series[column], language))
    number = _in(texts(chart, chart.cells[row, column]), language)
    return ", ".join(part for part in (*names, f"{number} {_in(unit_words(chart), language)}".strip()) if part)


def _columns(chart: Chart, language: str) -> tuple[float, str]:
    top, base = _top(chart), COLUMN_TOP + COLUMN_HEIGHT
    slot = WIDTH / len(chart.categories)
    out = []
    for row, group in enumerate(_groups(chart)):
        room = min(WIDEST_COLUMN, (slot - 6) / max(1, len(group)))
        left = slot * row + (slot - room * len(group)) / 2
        out.append(_text(slot * (row + 0.5), base + 15, _in(chart.categories[row], language), "tick", "middle"))
        for place, column in enumerate(group):
            cell, x = chart.cells[row, column], left + room * place
            tall = UNKNOWN_HEIGHT if cell.value is None else max(1.0, float(abs(cell.value) / top) * COLUMN_HEIGHT)
            box = (x + 1.5, base - tall, room - 3, tall)
            out.append(_rect(cell, column, box, _said(chart, row, column, language)))
            number = _in(texts(chart, cell), language)
            above = base - UNKNOWN_HEIGHT / 2 + 4 if cell.value is None else base - tall - 5
            out.append(_text(x + room / 2, above, number, "number", "middle"))
    out.append(f'<path class="axis" d="M0 {_n(base)}H{WIDTH}"/>')
    return base + COLUMN_FOOT, "\n".join(out)


def _bars(chart: Chart, language: str) -> tuple[float, str]:
    top, y, out = _top(chart), 2.0, []
    for row, group in enumerate(_groups(chart)):
        if not group:
            continue
        out.append(_text(0, y + 10, _in(chart.categories[row], language), "name"))
        y += ROW_LABEL
        for column in group:
            cell = chart.cells[row, column]
            long = UNKNOWN_HEIGHT if cell.value is None else max(1.0, float(abs(cell.value) / top) * (WIDTH - BAR_ROOM))
            box = (0, y, long, ROW_HEIGHT - 2)
            out.append(_rect(cell, column, box, _said(chart, row, column, language)))
            out.append(_text(long + 5, y + 9.5, _in(texts(chart, cell), language), "number"))
            y += ROW_HEIGHT
        y += ROW_GAP
    return y, "\n".join(out)


def _stacks(chart: Chart, language: str) -> tuple[float, str]:
    totals = [
        sum((chart.cells[row, column].value or 0) for column in group) for row, group in enumerate(_groups(chart))
    ]
    top, y, out = max(totals) or 1, 2.0, []
    for row, group in enumerate(_groups(chart)):
        out.append(_text(0, y + 10, _in(chart.categories[row], language), "name"))
        y, x = y + ROW_LABEL, 0.0
        for column in group:
            cell = chart.cells[row, column]
            long = float((cell.value or 0) / top) * (WIDTH - BAR_ROOM)
            out.append(_rect(cell, column, (x, y, long - 1, ROW_HEIGHT - 2), _said(chart, row, column, language)))
            x += long
        out.append(
            _text(
                x + 5,
                y + 9.5,
                " + ".join(_in(texts(chart, chart.cells[row, one]), language) for one in group),
                "number",
            )
        )
        y += ROW_HEIGHT + ROW_GAP
    return y, "\n".join(out)

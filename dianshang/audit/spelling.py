"""How a value, a period and a subject are written in an English and in a Chinese sentence."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cache, lru_cache

from dianshang.audit.book import Span
from dianshang.audit.intervals import Interval
from dianshang.audit.precision import is_bound
from dianshang.schema import Metric
from dianshang.schema.codes import Measure, Qualifier
from dianshang.schema.indicators import indicators
from dianshang.schema.units import Unit, UnitCodebook
from dianshang.schema.vocabulary import load

_ENGLISH_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))
_CHINESE_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_POWERS = {power: Decimal(10) ** power for power in (4, 6, 8, 9, 12)}
_RELATIVE = frozenset({"%", "pp", "x"})
_QUALIFIERS = {
    Qualifier.OVER: ("over ", "超"),
    Qualifier.UNDER: ("under ", "不足"),
    Qualifier.ABOUT: ("about ", "约"),
}
_MOVES = {Measure.GROWTH: "growth of ", Measure.CHANGE: "change of "}
_SHORT = Context(prec=6)
_LONG = Context(prec=10)


def plain_number(value: Decimal) -> str:
    """A number without an exponent and without zeros after its last digit.

    >>> plain_number(Decimal("1.2500E+3"))
    '1250'
    """
    text = str(value)
    if "E" in text:
        text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def tidy(value: Decimal) -> Decimal:
    """A number to ten digits, without an exponent: what a table holds of a computed value."""
    return Decimal(plain_number(_LONG.plus(value)))


def english(value: Decimal, unit: str | None) -> str:
    """A value with its unit: 34885000000 in CNY is `34.885 billion CNY`."""
    number = _number(value, unit, _ENGLISH_SCALES)
    if unit == "%":
        return f"{number}%"
    return f"{number} {unit}" if unit else number


def chinese(value: Decimal, unit: str | None) -> str:
    """A value with its unit: 34885000000 in CNY is `348.85亿元`."""
    return _number(value, unit, _CHINESE_SCALES) + _chinese_unit(unit)


def english_span(value: Interval, unit: str | None) -> str:
    """An interval: `61.26% to 61.28%`, `at least 30.2%`."""
    return _interval(value, lambda end: english(end, unit), ("at least {0}", "at most {0}", "{0} to {1}", "any value"))


def chinese_span(value: Interval, unit: str | None) -> str:
    """An interval: `61.26%至61.28%`, `不低于30.2%`."""
    return _interval(value, lambda end: chinese(end, unit), ("不低于{0}", "不高于{0}", "{0}至{1}", "任意值"))


def english_value(metric: Metric) -> str:
    """The value a metric states, with its qualifier."""
    return _QUALIFIERS.get(metric.qualifier, ("", ""))[0] + english(metric.value, metric.unit)


def chinese_value(metric: Metric) -> str:
    """The mention of a metric as printed, with a word for its qualifier and a sign for a fall."""
    word = _QUALIFIERS.get(metric.qualifier, ("", ""))[1] if is_bound(metric) or metric.qualifier == "about" else ""
    return ("−" if metric.value < 0 else "") + word + metric.mention


def english_about(metric: Metric) -> str:
    """What a metric is about: `童装市场, sales, 2012`."""
    entry = indicators().get(metric.indicator or "")
    what = entry.label_en[:1].lower() + entry.label_en[1:] if entry else metric.indicator_text
    moves = _MOVES.get(metric.measure, "")
    return ", ".join(part for part in (metric.subject, f"{moves}{what or 'value'}", english_period(metric)) if part)


def chinese_about(metric: Metric) -> str:
    """What a metric is about: `童装市场销售额（2012年）`."""
    text, subject = metric.indicator_text or "", metric.subject or ""
    when = chinese_period(metric)
    return (text if subject in text else subject + "：" + text) + (f"（{when}）" if when else "")


def english_period(metric: Metric) -> str:
    """The period of a metric; see `english_dates`."""
    return english_dates(metric.period_start, metric.period_end)


def chinese_period(metric: Metric) -> str:
    """The period of a metric; see `chinese_dates`."""
    return chinese_dates(metric.period_start, metric.period_end)


@lru_cache(maxsize=4096)
def english_dates(start: date | None, end: date | None) -> str:
    """A period: `2012`, `2012 Q4`, `2012-06`, `2012-06-08 to 2012-06-10`; empty when unknown."""
    return _dates(start, end, ("{0}", "{0} H{1}", "{0} Q{1}", "{0}-{1:02d}", "{0} to {1}", "from {0}", "to {0}"))


@lru_cache(maxsize=4096)
def chinese_dates(start: date | None, end: date | None) -> str:
    """A period: `2012年`, `2012年第4季度`, `2012年6月`; empty when unknown."""
    forms = ("{0}年", "{0}年第{1}半年", "{0}年第{1}季度", "{0}年{1}月", "{0}至{1}", "{0}起", "至{0}")
    return _dates(start, end, forms).replace("第1半年", "上半年").replace("第2半年", "下半年")


def _dates(start: date | None, end: date | None, forms: tuple[str, ...]) -> str:
    if start is None or end is None:
        open_end = forms[5].format(start) if start else ""
        return forms[6].format(end) if end else open_end
    if start == end:
        return start.isoformat()
    return _named(Span(start, end), forms) or forms[4].format(start, end)


def _named(when: Span, forms: tuple[str, ...]) -> str:
    start, after = when.start, when.end + timedelta(1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day != 1 or after.day != 1 or months not in (1, 3, 6, 12) or (start.month - 1) % months:
        return ""
    form = forms[{12: 0, 6: 1, 3: 2, 1: 3}[months]]
    return form.format(start.year, (start.month - 1) // months + 1)


def _number(value: Decimal, unit: str | None, scales: tuple[tuple[int, str], ...]) -> str:
    """A number, by thousands of millions and the like unless its unit is relative."""
    if value and unit not in _RELATIVE:
        size = value.adjusted()
        for power, word in scales:
            if size >= power:
                # Past six digits a large number is rounded; a smaller one is written as it is.
                return plain_number(_SHORT.plus(value / _POWERS[power])) + word
    return plain_number(value if value == value.to_integral_value() else _SHORT.plus(value))


def _interval(value: Interval, write: Callable[[Decimal], str], forms: tuple[str, str, str, str]) -> str:
    if value.low is not None and value.high is not None:
        low, high = write(value.low), write(value.high)
        return low if low == high else forms[2].format(low, high)
    if value.low is not None:
        return forms[0].format(write(value.low))
    return forms[3] if value.high is None else forms[1].format(write(value.high))


@cache
def _units() -> dict[str, Unit]:
    return {unit.code: unit for unit in load("units", UnitCodebook).unit}


def _chinese_unit(unit: str | None) -> str:
    known = _units().get(unit or "")
    if known is None or unit == "%":
        return unit if known is not None and unit else ""
    # As it is written behind a number: 8018亿元, not 8018亿人民币.
    return known.words[0] if known.words else known.label_zh

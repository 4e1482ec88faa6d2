"""What the printed digits of a mention say of its value: the span it was rounded from."""

import re
import unicodedata
from decimal import Decimal

from dianshang.audit.intervals import Interval
from dianshang.schema import Metric
from dianshang.schema.codes import Measure, Qualifier

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.(\d+))?")
_FRACTION = re.compile(r"(?P<whole>\d+|[一二两三四五六七八九十])分之")
_INNER_MORE = re.compile(r"(?<=[\d〇零一二两三四五六七八九十百千万亿])[多余]")
_CHINESE = {digit: value for value, digit in enumerate("〇一二三四五六七八九十")} | {"两": 2}
_HALF = Decimal("0.5")
_TENTH = 10


def last_place(metric: Metric) -> Decimal:
    """The worth of one unit in the last printed place: 1亿 for 13205亿元, 0.1 for 64.7%.

    A number in words counts its last multiplier (十五万: 10000), a tenth (三成: 10 %), half a tenth (七成半: 5 %)
    or a doubling (翻番: 100 %).
    """
    mention = unicodedata.normalize("NFKC", metric.mention)
    printed = list(_DIGITS.finditer(mention))
    if printed:
        return Decimal(1).scaleb(metric.unit_mult - len(printed[-1][1] or ""))
    if metric.unit == "%" and "成" in mention:
        return Decimal(5 if mention.endswith("半") else _TENTH)
    if metric.unit == "%" and "番" in mention:
        return Decimal(100)
    return Decimal(1).scaleb(metric.unit_mult)


def printed(metric: Metric) -> Interval:
    """The numbers that the mention may stand for.

    - exact: half a unit of the last printed place to each side;
    - about: a whole unit to each side;
    - over, under: a threshold, open on its far side, which for a level or a share ends at zero; a number that goes
      on inside itself (1400多万) ends at the next unit of its last digit that is not zero;
    - several: from one to ten of its multiplier;
    - a fraction (三分之一): half a unit to each side of its lower part.

    For a fall, over and under speak of its size. The two ends of a range are taken as printed.
    """
    low, high, step = metric.value, metric.value_max or metric.value, last_place(metric)
    if metric.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        return _bound(metric)
    if metric.qualifier is Qualifier.SEVERAL:
        return Interval(low, high * _TENTH)
    fraction = _fraction(metric)
    if fraction is not None:
        return fraction
    margin = step if metric.qualifier is Qualifier.ABOUT else step * _HALF
    return Interval(low - margin, high + margin)


def is_bound(metric: Metric) -> bool:
    """Whether the text gives only a threshold for the number, as in 超260亿 or 不足70%."""
    return metric.qualifier in (Qualifier.OVER, Qualifier.UNDER) and not _INNER_MORE.search(metric.mention)


def _bound(metric: Metric) -> Interval:
    value = metric.value if metric.qualifier is Qualifier.OVER else metric.value_max or metric.value
    if metric.qualifier is Qualifier.OVER and _INNER_MORE.search(metric.mention):
        size = abs(value)
        place = Decimal(1)
        while size and size % (place * _TENTH) == 0:
            place *= _TENTH
        return Interval(value, value + place) if value >= 0 else Interval(value - place, value)
    if (metric.qualifier is Qualifier.OVER) == (value >= 0):
        return Interval(value, None) if value >= 0 else Interval(value, Decimal(0))
    if value < 0:
        return Interval(None, value)
    return Interval(Decimal(0) if metric.measure in (Measure.LEVEL, Measure.SHARE) else None, value)


def _fraction(metric: Metric) -> Interval | None:
    mention = unicodedata.normalize("NFKC", metric.mention)
    found = _FRACTION.search(mention)
    if metric.unit != "%" or mention.startswith("百分之"):
        return None
    if found:
        whole = Decimal(_CHINESE.get(found["whole"]) or found["whole"])
    elif mention.rstrip("数").endswith("半") and "成" not in mention:
        whole = Decimal(2)
    else:
        return None
    upper = metric.value * whole
    # A fall by a third lies the other way round.
    low, high = sorted((upper / (whole + _HALF), upper / (whole - _HALF)))
    return Interval(low, high)

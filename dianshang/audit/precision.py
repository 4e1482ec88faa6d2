"""What the printed digits of a mention say of its value: the span it was rounded from."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from dianshang.audit.intervals import Interval
from dianshang.schema import Claim
from dianshang.schema.codes import Measure, NumeralKind, Qualifier
from dianshang.schema.units import units

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.(\d+))?")
_FRACTION = re.compile(r"(?P<whole>\d+|[一二两三四五六七八九十])分之")
_INNER_MORE = re.compile(r"(?<=[\d〇零一二两三四五六七八九十百千万亿])[多余]")
_SEVERAL, _ABOUT = Qualifier.SEVERAL, Qualifier.ABOUT
_BOUNDS = frozenset({Qualifier.OVER, Qualifier.UNDER})
_CHINESE = {digit: value for value, digit in enumerate("〇一二三四五六七八九十")} | {"两": 2}
_HALF = Decimal("0.5")
_TENTH = 10


def last_place(metric: Claim) -> Decimal:
    """The worth of one unit in the last printed place: 1亿 for 13205亿元, 0.1 for 64.7%.

    A number in words counts its last multiplier (十五万: 10000), a tenth (三成: 10 %), half a tenth (七成半: 5 %)
    or a doubling (翻番: 100 %).

    >>> from dianshang import extract
    >>> last_place(*extract("网络零售额为13205亿元"))
    Decimal('1E+8')
    """
    return _place(metric.mention, metric.unit, metric.unit_mult)


@lru_cache(maxsize=4096)
def _place(mention: str, unit: str | None, unit_mult: int) -> Decimal:
    mention = unicodedata.normalize("NFKC", mention)
    decimals = None
    for number in _DIGITS.finditer(mention):
        decimals = number[1] or ""
    if decimals is not None:
        return Decimal(1).scaleb(unit_mult - len(decimals))
    if unit == "%" and "成" in mention:
        return Decimal(5 if mention.endswith("半") else _TENTH)
    if unit == "%" and "番" in mention:
        return Decimal(100)
    return Decimal(1).scaleb(unit_mult)


def printed(metric: Claim) -> Interval:
    """The numbers that the mention may stand for.

    - exact: a count to its last digit (三家, 20746家) as it is, any other half a unit of the last printed place to
      each side;
    - about: a whole unit to each side;
    - over, under: a threshold, open on its far side, which for a level or a share ends at zero; a number that goes
      on inside itself (1400多万) ends at the next unit of its last digit that is not zero;
    - several: from one to ten of its multiplier;
    - a fraction (三分之一): half a unit to each side of its lower part.

    For a fall, over and under speak of its size. The two ends of a range are taken as printed.

    >>> from dianshang import extract
    >>> printed(*extract("增值税税率为6.5%"))
    Interval(low=Decimal('6.45'), high=Decimal('6.55'))
    >>> printed(*extract("网店超过300家"))
    Interval(low=Decimal('300'), high=None)
    """
    qualifier = metric.qualifier
    if qualifier in _BOUNDS:
        return _bound(metric)
    low = metric.value
    high = metric.value_max or low
    if qualifier is _SEVERAL:
        return Interval(low, high * _TENTH)
    if metric.unit == "%" and (fraction := _fraction(metric)) is not None:
        return fraction
    if qualifier is Qualifier.EXACT and _counted_out(metric):
        return Interval(low, high)
    step = last_place(metric)
    margin = step if qualifier is _ABOUT else step * _HALF
    return Interval(low - margin, high + margin)


def _counted_out(metric: Claim) -> bool:
    known = units().get(metric.unit or "")
    whole = metric.unit_mult == 0 and metric.value == metric.value.to_integral_value()
    return known is not None and known.kind is NumeralKind.COUNT and whole and metric.value % _TENTH != 0


def is_bound(metric: Claim) -> bool:
    """Whether the text gives only a threshold for the number, as in 超260亿 or 不足70%.

    >>> from dianshang import extract
    >>> [is_bound(claim) for claim in extract("网店超过300家，从业者约800人")]
    [True, False]
    """
    return metric.qualifier in _BOUNDS and not _INNER_MORE.search(metric.mention)


def _bound(metric: Claim) -> Interval:
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


def _fraction(metric: Claim) -> Interval | None:
    whole = _whole(metric.mention)
    if whole is None:
        return None
    upper = metric.value * whole
    # A fall by a third lies the other way round.
    low, high = sorted((upper / (whole + _HALF), upper / (whole - _HALF)))
    return Interval(low, high)


@lru_cache(maxsize=4096)
def _whole(mention: str) -> Decimal | None:
    """In how many parts a fraction parts its whole: three for 三分之一; None for what is no fraction."""
    mention = unicodedata.normalize("NFKC", mention)
    if mention.startswith("百分之"):
        return None
    if found := _FRACTION.search(mention):
        return Decimal(_CHINESE.get(found["whole"]) or found["whole"])
    return Decimal(2) if mention.rstrip("数").endswith("半") and "成" not in mention else None

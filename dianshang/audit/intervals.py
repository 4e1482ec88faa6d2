"""Arithmetic with intervals: what is known of a number is the span it was rounded from."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

# Digits kept of a computed end; ends are widened outward to them, so nothing is gained by it.
_DOWN = Context(prec=10, rounding=ROUND_FLOOR)
_UP = Context(prec=10, rounding=ROUND_CEILING)


class Interval(NamedTuple):
    """From `low` up to, but not including, `high`; an end that is None is open. Equal ends are that one number."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, number: Decimal) -> bool:
        """Whether `number` lies in the interval."""
        above = self.low is None or self.low <= number
        return above and (self.high is None or number < self.high or number == self.low == self.high)


def point(value: Decimal) -> Interval:
    """The interval of a number that is known exactly.

    >>> point(Decimal(100))
    Interval(low=Decimal('100'), high=Decimal('100'))
    """
    return Interval(value, value)


def meets(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both.

    >>> meets(Interval(Decimal("6.15"), Decimal("6.25")), Interval(Decimal("6.25"), Decimal("6.35")))
    False
    """
    if a.low is not None and a.low == a.high:
        return b.holds(a.low)
    if b.low is not None and b.low == b.high:
        return a.holds(b.low)
    below = a.low is None or b.high is None or a.low < b.high
    return below and (b.low is None or a.high is None or b.low < a.high)


def widened(a: Interval, by: Decimal) -> Interval:
    """The interval with both ends moved out by `by`.

    >>> widened(Interval(Decimal("6.15"), Decimal("6.25")), Decimal("0.1"))
    Interval(low=Decimal('6.05'), high=Decimal('6.35'))
    """
    return Interval(None if a.low is None else a.low - by, None if a.high is None else a.high + by)


def shifted(a: Interval, by: Decimal) -> Interval:
    """Every number of `a`, plus `by`.

    >>> shifted(Interval(Decimal(3), None), Decimal(-1))
    Interval(low=Decimal('2'), high=None)
    """
    return Interval(None if a.low is None else a.low + by, None if a.high is None else a.high + by)


def scaled(a: Interval, by: Decimal) -> Interval:
    """Every number of `a`, times a positive `by`.

    >>> scaled(Interval(Decimal("19.5"), Decimal("20.5")), Decimal("0.01"))
    Interval(low=Decimal('0.195'), high=Decimal('0.205'))
    """
    return Interval(None if a.low is None else a.low * by, None if a.high is None else a.high * by)


def negative(a: Interval) -> Interval:
    """Every number of `a`, with the other sign.

    >>> negative(Interval(Decimal(2), None))
    Interval(low=None, high=Decimal('-2'))
    """
    return Interval(None if a.high is None else -a.high, None if a.low is None else -a.low)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of one number from each part.

    >>> total([Interval(Decimal(1), Decimal(2)), Interval(Decimal(3), None)])
    Interval(low=Decimal('4'), high=None)
    """
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
    return Interval(low, high)


def ratio(a: Interval, b: Interval) -> Interval | None:
    """A number of `a` over a number of `b`; None where `a` may be negative or `b` may be zero or less.

    >>> ratio(Interval(Decimal(2), Decimal(4)), Interval(Decimal(1), Decimal(2)))
    Interval(low=Decimal('1'), high=Decimal('4'))
    """
    if a.low is None or a.low < 0 or b.low is None or b.low <= 0:
        return None
    return Interval(
        Decimal(0) if b.high is None else a.low / b.high,
        None if a.high is None else a.high / b.low,
    )


def product(a: Interval, b: Interval) -> Interval | None:
    """A number of `a` times a number of `b`; None where either may be negative.

    >>> product(Interval(Decimal(2), Decimal(4)), Interval(Decimal(3), None))
    Interval(low=Decimal('6'), high=None)
    """
    if a.low is None or a.low < 0 or b.low is None or b.low < 0:
        return None
    return Interval(a.low * b.low, None if a.high is None or b.high is None else a.high * b.high)


def outward(a: Interval) -> Interval:
    """The interval with its ends rounded away from each other to ten digits.

    >>> outward(Interval(Decimal(1) / 3, Decimal(2) / 3))
    Interval(low=Decimal('0.3333333333'), high=Decimal('0.6666666667'))
    """
    return Interval(
        None if a.low is None else _DOWN.plus(a.low),
        None if a.high is None else _UP.plus(a.high),
    )

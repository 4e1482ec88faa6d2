from decimal import Decimal

import pytest

from dianshang.audit.intervals import Interval, meets, outward, point, product, ratio, total


def span(low, high):
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((1, 3), (2, 4), True),
        ((1, 2), (2, 3), False),  # half-open: 2 belongs to the second only
        ((None, 2), (1, None), True),
        ((None, 1), (1, None), False),
        ((99, 101), (100, 100), True),  # one number, inside
        ((100, 101), (100, 100), True),  # at the beginning
        ((99, 100), (100, 100), False),  # past the end
        ((100, 100), (100, 100), True),
    ],
)
def test_meets(a, b, expected):
    assert meets(span(*a), span(*b)) is expected
    assert meets(span(*b), span(*a)) is expected


def test_arithmetic_keeps_open_ends():
    assert total([span(1, 2), span(3, None)]) == span(4, None)
    assert ratio(span(4, None), span(2, 4)) == span(1, None)
    assert ratio(span(4, 6), span(2, None)) == span(0, 3)
    assert product(span(2, 3), span(4, 5)) == span(8, 15)


def test_no_ratio_to_what_may_be_zero_or_negative():
    assert ratio(span(1, 2), span(0, 1)) is None
    assert ratio(span(-1, 2), span(1, 2)) is None
    assert product(span(-1, 1), span(1, 2)) is None


def test_ends_are_rounded_away_from_each_other():
    third = Decimal(1) / 3
    assert outward(Interval(third, third)) == span("0.3333333333", "0.3333333334")
    assert outward(point(Decimal(7))) == point(Decimal(7))

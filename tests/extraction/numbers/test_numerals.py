"""Every way of writing a number, with values worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.extraction.numbers.numerals import SCANNER, number
from dianshang.schema.codes import Qualifier

VALUES = [
    ("0", "0", 0),
    ("4500", "4500", 0),
    ("4,500", "4500", 0),
    ("１２．５", "12.5", 0),
    ("１，２００", "1200", 0),
    ("3.50", "3.5", 0),
    ("13205亿", "1320500000000", 8),
    ("4.78万亿", "4780000000000", 12),
    ("5百万", "5000000", 6),
    ("8千", "8000", 3),
    ("3万5千", "35000", 4),
    ("3万4000", "34000", 4),
    ("2千零30万", "20300000", 4),
    ("3个亿", "300000000", 8),
    ("十", "10", 0),
    ("十五", "15", 0),
    ("两百", "200", 0),
    ("一百零三", "103", 0),
    ("三千零五十", "3050", 0),
    ("两千三百五", "2350", 0),
    ("一万八", "18000", 4),
    ("一千五百万", "15000000", 4),
    ("三百五十万亿", "350000000000000", 12),
    ("五亿零六", "500000006", 8),
    ("壹佰贰拾", "120", 0),
    ("九萬四", "94000", 4),
    ("八点五", "8.5", 0),
    ("三点二亿", "320000000", 8),
    ("二〇〇八", "2008", 0),
    # A number of power words only multiplies by all of them.
    ("万亿", "1000000000000", 12),
    ("百", "100", 2),
]


@pytest.mark.parametrize(("text", "value", "power"), VALUES)
def test_value_and_power(text: str, value: str, power: int) -> None:
    read = number(text)
    assert read is not None
    assert (read.value, read.upper, read.power, read.qualifier) == (Decimal(value), None, power, Qualifier.EXACT)


HEDGED = [
    ("1400多万", "14000000", 4, Qualifier.OVER),
    ("2300余", "2300", 0, Qualifier.OVER),
    ("十余", "10", 0, Qualifier.OVER),
    ("百余", "100", 2, Qualifier.OVER),
    ("一千多万", "10000000", 4, Qualifier.OVER),
    ("几百", "100", 2, Qualifier.SEVERAL),
    ("几十万", "100000", 5, Qualifier.SEVERAL),
    ("数十亿", "1000000000", 9, Qualifier.SEVERAL),
    ("十几万", "100000", 4, Qualifier.SEVERAL),
    ("三十几", "30", 0, Qualifier.SEVERAL),
    ("几", "1", 0, Qualifier.SEVERAL),
]


@pytest.mark.parametrize(("text", "value", "power", "qualifier"), HEDGED)
def test_hedge_inside_the_number(text: str, value: str, power: int, qualifier: Qualifier) -> None:
    read = number(text)
    assert read is not None
    assert (read.value, read.power, read.qualifier) == (Decimal(value), power, qualifier)


NEIGHBOURS = [
    ("十七八", 17, 18),
    ("三四十", 30, 40),
    ("两三百", 200, 300),
    ("七八千万", 70000000, 80000000),
    ("三五", 3, 5),
]


@pytest.mark.parametrize(("text", "low", "high"), NEIGHBOURS)
def test_two_neighbouring_digits_are_a_range(text: str, low: int, high: int) -> None:
    read = number(text)
    assert read is not None
    assert (read.value, read.upper) == (low, high)


def test_more_than_twenty_digits_are_no_number() -> None:
    assert number("1" * 20) is not None
    assert number("1" * 21) is None


# What stands behind a number but does not belong to it.
@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("4，500", "4"),
        ("30千瓦", "30"),
        ("2.3千克", "2.3"),
        ("500强", "500"),
        ("2009余额", "2009"),
        ("12百分点", "12"),
        ("3,40", "3"),
        ("5兆瓦", "5"),
        ("20来自", "20"),
    ],
)
def test_where_a_number_ends(text: str, token: str) -> None:
    match = SCANNER.search(text)
    assert match is not None
    assert match.group() == token


DIGITS = "零一二三四五六七八九"


def spelled(value: int) -> str:
    """Writes a number below 10^16 as Chinese does."""
    if value == 0:
        return "零"
    groups = []
    for power, word in ((12, "万亿"), (8, "亿"), (4, "万"), (0, "")):
        groups.append((value // 10**power % 10**4, word))
    text, gap = "", False
    for group, word in groups:
        if group == 0:
            gap = bool(text)
            continue
        if text and (gap or group < 1000):
            text += "零"
        text += _below_ten_thousand(group) + word
        gap = False
    return text


def _below_ten_thousand(value: int) -> str:
    text, gap = "", False
    for power, word in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + DIGITS[digit] + word
        gap = False
    return text


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_spelling_and_reading_are_inverse(value: int) -> None:
    read = number(spelled(value))
    assert read is not None
    assert read.value == value


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=999), st.sampled_from("万亿"))
def test_mixed_writing_and_reading_are_inverse(whole: int, thousandths: int, power: str) -> None:
    read = number(f"{whole}.{thousandths:03}{power}")
    assert read is not None
    assert read.value == (Decimal(whole) + Decimal(thousandths) / 1000) * {"万": 10**4, "亿": 10**8}[power]


@given(st.text(alphabet="0123456789.,零一二两三十百千万亿兆点多余几数半个", max_size=40))
def test_any_characters_are_read_or_refused(text: str) -> None:
    number(text)

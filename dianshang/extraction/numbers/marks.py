"""Numerals that a whole expression settles before single numbers are read: web addresses, idioms, 翻番 and 对折."""

import re
from decimal import Decimal

from dianshang.extraction.numbers.amounts import hedge
from dianshang.extraction.numbers.kinds import BRANDS
from dianshang.extraction.numbers.numerals import number
from dianshang.extraction.records import Quantity, Reading
from dianshang.schema.codes import NumeralKind, Qualifier

_ADDRESS = re.compile(r"(?:https?|ftp)://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%\-]+|www\.[A-Za-z0-9._~/?#&=%\-]+")
# It opens with a set of characters, so that the search skips all others.
_SPELLED = re.compile(
    "[翻对對成数半二](?:(?<=半)壁江山|(?<=[玩赌、“]二)十一点(?=[等”游。，、]|$)|(?<=翻)(?:(?:了|近|上)*([一两二三四])?番|倍)|(?<=[对對])折|(?<=成)[百千]上[千万]|(?<=数)以([十百千万亿]+)计)"
)
# What a web page sets behind the name of a stock, its price of the day and how it moved, and where a picture stood.
_TICKER = re.compile(r"[(\[]-?[0-9]+\.[0-9]+[, ]+-?[0-9]+\.[0-9]+(?:, ?-?[0-9]+\.[0-9]+)?%[)\]]|\{IMG:[0-9]+\}")
_HAS_DIGIT = re.compile("[0-9]")


def marks(text: str) -> list[Reading]:
    """The readings of such expressions, in order.

    >>> [(mark.text, str(mark.quantity.value)) for mark in marks("产值翻两番，门票打对折")]
    [('翻两番', '300'), ('对折', '50')]
    """
    found = [_spelled(match) for match in _SPELLED.finditer(text)]
    found += [Reading(*match.span(), match.group(), NumeralKind.NAME, None) for match in BRANDS.finditer(text)]
    if "://" in text or "www." in text:
        addresses = [match for match in _ADDRESS.finditer(text) if _HAS_DIGIT.search(match.group())]
        found += [Reading(*match.span(), match.group(), NumeralKind.IDENTIFIER, None) for match in addresses]
    if "%)" in text or "%]" in text or "{IMG:" in text:
        found += [Reading(*match.span(), match.group(), NumeralKind.NOISE, None) for match in _TICKER.finditer(text)]
    found.sort(key=lambda reading: reading.char_start)
    return found


def _spelled(match: re.Match[str]) -> Reading:
    start, end = match.span()
    text = match.group()
    kind, unit, value, power = NumeralKind.PERCENT, "%", Decimal(50), 0
    qualifier = Qualifier.EXACT
    if text.endswith("番"):
        # Doubling n times is a growth of 2^n - 1.
        times = number(match[1]) if match[1] else None
        value = Decimal((2 ** int(times.value) - 1) * 100 if times is not None else 100)
        qualifier = Qualifier.UNDER if "近" in text else qualifier
    elif text == "翻倍":
        kind, unit, value = NumeralKind.MULTIPLE, "x", Decimal(1)
    elif text[0] == "二":
        # The game of cards.
        return Reading(start, end, text, NumeralKind.NAME, None)
    elif text[0] in "成数":
        read = number(match[2] or text[1])
        kind, unit, qualifier = NumeralKind.COUNT, "", Qualifier.SEVERAL
        value, power = (read.value, read.power) if read is not None else (value, 0)
        if match[2] and match[2].startswith("十"):
            power += 1
    if text[0] == "翻":
        # 几乎翻倍, 翻了一番还多
        qualifier = hedge(match.string, start, end, 0, qualifier)[0]
    quantity = Quantity(start, end, text, value, None, unit or None, power, qualifier, kind)
    return Reading(start, end, text, kind, quantity)

"""The words before a number that say how exact it is, as English says them."""

from decimal import Decimal
from functools import cache

from dianshang.schema.codes import Qualifier
from dianshang.schema.english import english_words

# Characters before the number within which such a word stands, what links it to the number included.
_REACH = 4


def hedged(number: str, qualifier: Qualifier, before: str = "") -> str:
    """Sets the English hedge before a written amount.

    Args:
        number: The amount in English.
        qualifier: How the text hedges it.
        before: The Chinese text up to the number, which tells 近 (nearly) from 不足 (under).

    Returns:
        The amount with its hedge.

    >>> hedged("200 people", Qualifier.UNDER, "出席者近"), hedged("200 people", Qualifier.UNDER, "出席者不足")
    ('nearly 200 people', 'under 200 people')
    """
    if qualifier is Qualifier.EXACT or qualifier is Qualifier.SEVERAL:
        return number
    return f"{_told(qualifier, before[-_REACH:])} {number}"


def several(value: Decimal) -> str:
    """Says an unknown small number of a power of ten.

    >>> several(Decimal(100)), several(Decimal(10000))
    ('several hundred', 'tens of thousands of')
    """
    return english_words().several.get(value.adjusted(), "several")


def _told(qualifier: Qualifier, before: str) -> str:
    for length in range(len(before), 0, -1):
        # The word may be followed by one that links it to the number: 近有, 至少需.
        for start in range(len(before) - length + 1):
            if said := _words().get((qualifier, before[start : start + length])):
                return said
    return english_words().hedges[qualifier]


@cache
def _words() -> dict[tuple[Qualifier, str], str]:
    sides = {"nearly": Qualifier.UNDER, "at most": Qualifier.UNDER, "at least": Qualifier.OVER}
    return {(sides[said], word): said for said, words in english_words().before.items() for word in words}


def several_chinese(value: Decimal) -> str:
    """The same in Chinese, with the words that a numeral of its size has.

    >>> several_chinese(Decimal(100)), several_chinese(Decimal(10**9)), several_chinese(Decimal(1))
    ('数百', '数十亿', '数')
    """
    place = max(value.adjusted(), 0)
    return "数" + ("", "十", "百", "千")[place % 4] + ("", "万", "亿", "万亿")[min(place // 4, 3)]

"""The small numbers that dates are written with, in digits and in Chinese."""

ONES_VALUE = {character: value for value, character in enumerate("〇一二三四五六七八九")}
ONES_VALUE |= {"零": 0, "○": 0, "Ｏ": 0, "两": 2}


def _small_numbers() -> dict[str, int]:
    names = {"元": 1, "几": 0, "数": 0, "两": 2, "半": 0, "": 0}
    tens = ["", "十", *(f"{ten}十" for ten in "二三四五六七八九")]
    for ten, prefix in enumerate(tens):
        for one, character in enumerate(["", *"一二三四五六七八九"]):
            names[prefix + character] = ten * 10 + one
            if ten == 2:
                names["廿" + character] = 20 + one
    names["一十"] = 10
    # 八〇年代 as well as 八十年代.
    names |= {one + zero: ten * 10 for ten, one in enumerate("一二三四五六七八九", 1) for zero in "〇零"}
    return names


_SMALL = _small_numbers()


def small_number(text: str) -> int:
    """A count or ordinal below a hundred in Chinese or digits; 0 for 几 and 数.

    >>> small_number("二十四"), small_number("０9")
    (24, 9)
    """
    known = _SMALL.get(text)
    return int(text) if known is None else known


def han_year(text: str) -> int:
    """A year in Chinese numerals, digit by digit or spoken out.

    >>> han_year("二〇一二"), han_year("两千零四")
    (2012, 2004)
    """
    if "千" not in text:
        return int("".join(str(ONES_VALUE[character]) for character in text))
    thousands, rest = text.split("千", 1)
    hundreds = 0
    if "百" in rest:
        digit, rest = rest.split("百", 1)
        hundreds = ONES_VALUE[digit]
    return ONES_VALUE[thousands] * 1000 + hundreds * 100 + small_number(rest.lstrip("零") or "")


def full_year(text: str, pivot: int = 50) -> int:
    """A year of two or four digits; two digits below `pivot` are of this century.

    >>> full_year("08"), full_year("98"), full_year("2012")
    (2008, 1998, 2012)
    """
    value = int("".join(str(ONES_VALUE.get(character, character)) for character in text))
    if len(text) > 2:
        return value
    return value + (2000 if value < pivot else 1900)

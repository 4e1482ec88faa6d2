"""Numbers as they are written: ASCII and full-width digits, Chinese numerals and any mixture of them."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.schema.codes import Qualifier
from dianshang.schema.record import Record
from dianshang.schema.vocabulary import load

MAX_DIGITS = 20
_PLAIN = re.compile(r"(\d+)(?:\.(\d+))?([百千万亿兆]*)")
_DIGIT = "一二三四五六七八九"
_NEIGHBOURS = re.compile(f"(?<![零{_DIGIT}])([{_DIGIT}])([{_DIGIT}])(?![零{_DIGIT}])")
_POINTED = re.compile(r"([零一二三四五六七八九十百千万亿]+)点([零一二三四五六七八九]+)([十百千万亿兆]*)")
_STACK = re.compile(r"[万亿兆]+")
_PART = re.compile(r"\d+(?:\.\d+)?|[零一二三四五六七八九]+|[十百千万亿兆]")


class NumeralWords(Record):
    """The table `words` of `numerals.toml`."""

    several: tuple[str, ...]
    more: tuple[str, ...]
    half: tuple[str, ...]
    point: tuple[str, ...]
    fraction: tuple[str, ...]
    counted: tuple[str, ...]


class NumeralCodebook(Record):
    """The file `numerals.toml`."""

    source: str
    digits: dict[str, int]
    powers: dict[str, int]
    words: NumeralWords
    not_power: dict[str, tuple[str, ...]]
    not_more: dict[str, tuple[str, ...]]


class Number(NamedTuple):
    """A number read from its characters.

    value and upper are its two ends (upper is None but for a spelled range such as 十七八); power is the power of
    ten the text multiplies by; qualifier is what the number itself says of its exactness (十余, 几百).
    """

    value: Decimal
    upper: Decimal | None
    power: int
    qualifier: Qualifier


@cache
def numeral_codebook() -> NumeralCodebook:
    """The characters of numbers, from `numerals.toml`."""
    return load("numerals", NumeralCodebook)


def _guarded(stops: dict[str, tuple[str, ...]]) -> str:
    """Alternatives that match each character unless one of its stop words follows."""
    return "|".join(char + (f"(?!{'|'.join(map(re.escape, words))})" if words else "") for char, words in stops.items())


def _first_chars() -> str:
    book = numeral_codebook()
    words = book.words
    return "0-9０-９" + "".join((*book.digits, *book.powers, *words.several, *words.half))


def _scanner() -> re.Pattern[str]:
    book = numeral_codebook()
    words = book.words
    digit = "".join(book.digits)
    several = "".join(words.several)
    every = "".join(book.powers)
    power_free = "".join(char for char in book.powers if char not in book.not_power)
    power = f"(?:[{power_free}]|{_guarded(book.not_power)})"
    # 十 never follows an ASCII number as a power.
    big = f"(?:[兆](?![瓦赫])|[wW](?=[{''.join(words.counted)}])|w(?=\\+)|{_guarded(book.not_power)})"
    more = f"(?:{_guarded(book.not_more)})"
    # A full-width comma parts thousands where more follow, or a multiplier or a unit does.
    group = "，[0-9]{3}(?![0-9])"
    priced = "".join(f"(?<![$＄￥¥€£][0-9]{{{count}}})" for count in (1, 2, 3))
    wide = rf"(?<![0-9]{{4}}){priced}(?:(?:{group}){{2,}}|{group}(?=(?:\.[0-9]+)?[{every}{''.join(words.counted)}]))"
    ascii_tail = (
        rf"[0-9０-９]*(?:(?:,[0-9]{{3}}(?![0-9]))+|(?:，[０-９]{{3}}(?![０-９]))+|{wide})?"
        rf"(?: ?[.．][0-9０-９]+|[{''.join(words.point)}](?:[0-9](?=[万萬])|[0-9]{{1,3}}(?=[万萬]?[亿億])))*"
        rf"(?:(?: ?(?:{more}|[{several}])?{big}+|个(?=[亿億]){big}+)"
        rf"(?:[零〇]?[0-9０-９]{{1,4}}(?![0-9０-９.．%％年月日号:：]){big}*)*{more}?|{more})?"
    )
    han_tail = (
        rf"(?:[{digit}]|{power}|个(?=[亿億])|(?<=[{every}])(?:{more}|[{several}])|(?<=[零〇])[{several}]"
        rf"|[{''.join(words.point)}](?=[{digit}]))*(?:(?<=[{every}])[0-9０-９]{{1,4}}(?![0-9０-９]){big}*)?"
    )
    return re.compile(f"[{FIRST_CHARS}](?:(?<=[0-9０-９]){ascii_tail}|(?<=[{digit}{every}{several}]){han_tail}|)")


def _plain_form() -> dict[int, str]:
    """Every way of writing a digit or a power, translated to the plainest."""
    book = numeral_codebook()
    table = {ord(char): "零一二三四五六七八九"[value] for char, value in book.digits.items()}
    plainest = {1: "十", 2: "百", 3: "千", 4: "万", 8: "亿", 12: "兆"}
    table.update({ord(char): plainest[power] for char, power in book.powers.items()})
    table.update({ord("０") + digit: str(digit) for digit in range(10)})
    table.update({ord("．"): ".", ord("點"): "点", ord(","): "", ord("，"): "", ord(" "): "", ord("个"): ""})
    table.update({ord("w"): "万", ord("W"): "万"})
    table.update({ord(char): "几" for char in book.words.several})
    table.update({ord(char): "多" for char in book.words.more})
    return table


# The characters a numeral may start with, as the inside of a character class.
FIRST_CHARS = _first_chars()
SCANNER = _scanner()
_PLAINEST = _plain_form()
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}


def _shifted(digits: str, decimals: str, power: int) -> Decimal:
    """The number `digits.decimals` times ten to the power, in plain notation."""
    exponent = power - len(decimals)
    if exponent >= 0:
        return Decimal(int(digits + decimals) * 10**exponent)
    return Decimal(f"{digits}{decimals}E{exponent}")


def _written_power(text: str) -> int:
    """The power of ten that a spelled number multiplies by: the last 万 or 亿, or all of a bare power word."""
    if not text.strip("十百千万亿兆"):
        return sum(_POWERS[char] for char in text.removeprefix("十"))
    stacks = _STACK.findall(text)
    return sum(_POWERS[char] for char in stacks[-1]) if stacks else 0


def _spelled(text: str) -> Decimal | None:
    """The value of a Chinese or mixed numeral without hedges, or None where its parts do not fit together."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    last = 0  # power of the word before, for 两千四百五 and 一万八
    ceiling = 99
    for part in _PART.findall(text):
        power = _POWERS.get(part)
        if power is None:
            if pending is not None:
                return None
            pending, certain = _written_digits(part)
            last = 0 if certain else last
            continue
        if power < 4:
            if power >= ceiling and pending is not None and section:
                return None
            section += (Decimal(1) if pending is None else pending) * 10**power
            ceiling = power
        else:
            total = _raised(total, section + (pending or 0), power)
            section, ceiling = Decimal(0), 99
        pending, last = None, power
    if pending is not None:
        short = last and pending < 10 and pending == pending.to_integral_value()
        section += pending * 10 ** (last - 1) if short else pending
    return total + section


def _written_digits(part: str) -> tuple[Decimal | None, bool]:
    """The value of a run of digits, None for a zero; and whether its last digit stands for itself.

    It does after a zero and in a string of digits; the 八 of 一万八 does not.
    """
    if part[0] not in _DIGITS:
        return Decimal(part), False
    value = None if part == "零" else Decimal("".join(str(_DIGITS[char]) for char in part))
    return value, part[0] == "零" or len(part) > 1


def _raised(total: Decimal, section: Decimal, power: int) -> Decimal:
    """The total with a section before 万, 亿 or 兆: 万 alone is one, and a smaller total goes up with it (万亿)."""
    if not section and not total:
        section = Decimal(1)
    if total and total < Decimal(10) ** power:
        return (total + section) * Decimal(10) ** power
    return total + section * Decimal(10) ** power


@lru_cache(maxsize=1 << 16)
def number(token: str) -> Number | None:
    """Reads one written number.

    Args:
        token: The characters of the number and nothing else, as `SCANNER` finds them.

    Returns:
        Its value, or None when the characters do not make a number or make one of more than twenty digits.

    >>> number("1400多万")
    Number(value=Decimal('14000000'), upper=None, power=4, qualifier=<Qualifier.OVER: 'over'>)
    >>> number("十七八").upper
    Decimal('18')
    """
    if len(token) > 2 * MAX_DIGITS:
        return None
    text = token.translate(_PLAINEST)
    if text[:1].isdecimal():
        # 3点5万亿 is spoken, and written as 3.5万亿.
        text = text.replace("点", ".")
    plain = _PLAIN.fullmatch(text)
    if plain:
        digits, decimals, powers = plain.groups("")
        if len(digits) > MAX_DIGITS:
            return None
        power = sum(_POWERS[char] for char in powers)
        return Number(_shifted(digits, decimals, power), None, power, Qualifier.EXACT)
    # 十来家 is somewhat more or less than ten (现代汉语词典), 十多家 more.
    return _hedged(text, Qualifier.ABOUT if "来" in token else Qualifier.OVER)


def _hedged(text: str, somewhat: Qualifier) -> Number | None:
    """A number that is spelled in Chinese, mixed, or carries 多, 余, 来, 几 or 数."""
    qualifier = Qualifier.EXACT
    if "多" in text:
        qualifier = somewhat
        text = text.replace("多", "")
    if text[:1] == "几":
        qualifier = Qualifier.SEVERAL
        value = _spelled("一" + text[1:])
        power = sum(_POWERS.get(char, 0) for char in text[1:])
        return None if value is None else Number(_whole(value), None, power, qualifier)
    if "几" in text:
        qualifier = Qualifier.SEVERAL
        text = text.replace("零几", "").replace("几", "")
    pointed = _POINTED.fullmatch(text)
    if pointed:
        whole, decimals, powers = pointed.groups()
        base = _spelled(whole)
        if base is None:
            return None
        power = sum(_POWERS[char] for char in powers)
        fraction = "".join(str(_DIGITS[char]) for char in decimals)
        return Number(_shifted(str(base), fraction, power), None, power, qualifier)
    twins = _NEIGHBOURS.search(text)
    if twins:
        low, high = _DIGITS[twins[1]], _DIGITS[twins[2]]
        if high == low + 1 or (low, high) == (3, 5):
            value = _spelled(text[: twins.end(1)] + text[twins.end() :])
            upper = _spelled(text[: twins.start()] + text[twins.start(2) :])
            if value is not None and upper is not None and value < upper:
                return Number(_whole(value), _whole(upper), _written_power(text), qualifier)
    value = _spelled(text)
    return None if value is None else Number(_whole(value), None, _written_power(text), qualifier)


def _whole(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value

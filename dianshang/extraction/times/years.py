"""Readers of years, and of what is made of years: decades and centuries, school, fiscal and crop years."""

from collections.abc import Callable
from re import Match

from dianshang.extraction.times.atoms import Atom, Kind, Level
from dianshang.extraction.times.date_numbers import full_year, han_year, small_number

_YEAR_KINDS = {"学年": Kind.SCHOOL_YEAR, "财年": Kind.FISCAL_YEAR, "财政年度": Kind.FISCAL_YEAR}


def _year_atom(kind: Kind, low: int, high: int, weak: bool = False) -> Atom | None:
    if high < low:
        return None
    return Atom(kind, Level.YEAR if low == high else Level.ERA, None, low, high, weak=weak)


def _years(match: Match[str]) -> Atom | None:
    low, to = int(match["low"]), match["high"]
    high = low
    if to is not None:
        high = int(to) if len(to) == 4 else low - low % 100 + int(to)
        # 1999-00 ends in the next century.
        high += 100 if high < low and int(to) == 0 else 0
    if match["unit"] == "年度" and high == low + 1 and ("/" in match[0] or "／" in match[0]):
        return _year_atom(Kind.CROP_YEAR, low, high)
    return _year_atom(_YEAR_KINDS.get(match["unit"], Kind.YEARS), low, high)


def _fiscal_code(match: Match[str]) -> Atom | None:
    """FY2024, FY24Q1."""
    year, quarter = full_year(match["low"]), int(match["number"] or 0)
    if not quarter:
        return _year_atom(Kind.FISCAL_YEAR, year, year)
    return Atom(Kind.CODE, Level.QUARTER, None, year, quarter * 300 - 200 + quarter * 3)


def _coded_years(match: Match[str]) -> Atom | None:
    """2024E, 2024-2026E: the years of a forecast or an account."""
    low, to = int(match["low"]), match["high"]
    high = low if to is None else int(to) if len(to) == 4 else low - low % 100 + int(to)
    return _year_atom(Kind.YEARS, low, high)


def _bare_year(match: Match[str]) -> Atom | None:
    return _year_atom(Kind.YEARS, int(match[0]), int(match[0]))


def _han_year(match: Match[str]) -> Atom | None:
    year = han_year(match["digits"])
    return _year_atom(Kind.YEARS, year, year)


def _short_year(match: Match[str]) -> Atom | None:
    low = full_year(match["low"])
    high = low if match["high"] is None else full_year(match["high"])
    kind = _YEAR_KINDS.get(match["unit"], Kind.SHORT_YEARS)
    # 08年 and 98年 are years wherever they stand; 12年 may as well be a length of time.
    certain = match["low"][0] in "0０零〇" or (1971 <= low <= 1999 and high % 10 != 0) or kind is not Kind.SHORT_YEARS
    if match["unit"] == "年度" and high == low + 1 and ("/" in match[0] or "／" in match[0]):
        return _year_atom(Kind.CROP_YEAR, low, high)
    return _year_atom(kind, low, high, not certain)


_CENTURIES = {"上": 20, "本": 21, "十八": 18, "十九": 19, "二十": 20, "二十一": 21}


def _century_number(text: str) -> int:
    return _CENTURIES.get(text) or int(text)


def _decade_atom(text: str, century: int) -> Atom:
    value = small_number(text)
    if value < 100:
        value += century * 100 - 100
    return Atom(Kind.DECADE, Level.ERA, None, value, value + 9)


def _decade(match: Match[str]) -> Atom:
    century = match["century"]
    return _decade_atom(match["low"], 20 if century is None else _century_number(century))


def _worded_decade(match: Match[str]) -> Atom:
    return _decade_atom(match["low"], _CENTURIES[match[0][0]])


def _century_atom(number: int) -> Atom:
    return Atom(Kind.YEARS, Level.ERA, None, number * 100 - 99, number * 100)


YEAR_READERS: dict[str, Callable[[Match[str]], Atom | None]] = {
    "fiscal_code": _fiscal_code,
    "coded_years": _coded_years,
    "years": _years,
    "bare_year": _bare_year,
    "han_year": _han_year,
    "short_year": _short_year,
    "decade": _decade,
    "worded_decade": _worded_decade,
    "century": lambda match: _century_atom(_century_number(match["century"])),
    "worded_century": lambda match: _century_atom(_CENTURIES[match[0][0]]),
}

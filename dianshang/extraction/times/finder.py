"""Where an atom of time may begin, and what it may be there, so that hardly anything else of a text is tried."""

import re
from collections.abc import Iterable
from functools import cache

from dianshang.extraction.times.forms import (
    Form,
    counted_forms,
    day_forms,
    digit_forms,
    forms_of_time,
    holiday_forms,
    holiday_names,
    numeral_forms,
    relative_forms,
)
from dianshang.extraction.times.patterns import (
    DIGIT,
    INSIDE_NUMERAL,
    NUMERAL,
    GuardedWords,
    guarded,
    one_character_of,
    without_names,
)
from dianshang.schema.calendar import time_words

# What joins the numerals of one time (2012年至今, 3—5日); and how many characters are read up to their unit.
_JOINTS = "千百 \u3000\xa0/／.、直至到－‐–—―─~～〜-"
_REACH = 17


def _marked(form: Form, first: str = "") -> str:
    """The form's pattern without what only its reader needs; one told apart has its number in its last group."""
    mark = f"(?P<form_{forms_of_time().index(form)}_{first}>)" if form.told_apart else ""
    return without_names(form.pattern) + mark


def _numerals(unit: str) -> str:
    """Everything that begins with a numeral and may have this unit, or with any unit if it is empty."""

    def branches(forms: Iterable[Form]) -> str:
        return "|".join(_marked(form) for form in forms if not unit or not form.units or unit in form.units)

    of_digits, others = branches(digit_forms()), branches((*numeral_forms(), *day_forms()))
    return f"(?<!{INSIDE_NUMERAL})(?:(?={DIGIT})(?:{of_digits})|{others})"


def _guarded(entries: Iterable[GuardedWords], first: str) -> list[str]:
    """The words that begin with a character, the longest first."""
    pairs = [(form, entry) for entry in entries for form in entry.forms if form[0] == first]
    return [guarded(entry, form) for form, entry in sorted(pairs, key=lambda pair: -len(pair[0]))]


def _formed(forms: Iterable[Form], first: str) -> list[str]:
    return [_marked(form, first) for form in forms if first in form.firsts]


@cache
def _opened_by(first: str) -> tuple[re.Pattern[str], ...]:
    """Everything that may begin with a character, in the order it is to be tried."""
    words = time_words()
    names = _guarded((words.names,), first)
    rest = (
        *_formed(counted_forms(), first),
        *_guarded(words.edge, first),
        *_formed((*holiday_forms(), *relative_forms()), first),
        *_guarded(words.word, first),
    )
    if re.match(f"[{NUMERAL}]", first) is None:
        return (_opening(first, (*names, *rest)),)
    return (*((_opening(first, names),) if names else ()), *_with_unit(""), _opening(first, rest))


def _opening(first: str, branches: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"{re.escape(first)}(?:{'|'.join(branches)})")


@cache
def _with_unit(unit: str) -> tuple[re.Pattern[str]]:
    return (re.compile(_numerals(unit)),)


def _seconds() -> dict[str, set[str]]:
    """The characters that may come second in an atom of time, by the first one; none where it may be all of it."""
    words = time_words()
    seconds: dict[str, set[str]] = {}
    for entry in (words.names, *words.edge, *words.word):
        for word in entry.forms:
            seconds.setdefault(word[0], set()).add(word[1:2])
    for form in forms_of_time():
        for first in form.firsts:
            seconds.setdefault(first, set()).update(form.seconds)
    return seconds


def _pairs(seconds: dict[str, set[str]]) -> str:
    """What follows the first character of an atom where the second fits it."""
    firsts: dict[str, set[str]] = {}
    for first, following in seconds.items():
        for second in following:
            firsts.setdefault(second, set()).add(first)
    alone = firsts.pop("", set())
    alike: dict[frozenset[str], list[str]] = {}
    for second, before in firsts.items():
        alike.setdefault(frozenset(before), []).append(second)
    # The class is cheap and lets few through; each branch opens with another, which is cheap to pass over.
    fitting = "|".join(
        f"{one_character_of(after)}(?<={one_character_of(before)}.)" for before, after in alike.items()
    )
    pairs = f"(?={one_character_of(firsts)})(?={fitting})"
    return f"{pairs}|(?<={one_character_of(alone)})" if alone else pairs


def _numerals_begin() -> str:
    """What follows the first character of a numeral that may be a time, in a group its unit where one decides."""
    names = "".join(name[0] for name in holiday_names() if name[0] not in NUMERAL)
    units = "年月日号號季世学财星周天QqＱHh"
    iso = "(?:(?<=1)9|(?<=2)0)[0-9]{2}[-/.]"
    with_unit = f"[{NUMERAL}第{_JOINTS}]{{0,{_REACH}}}+(?P<unit>[{units}]|个(?=[月星]))"
    bare_year = f"(?={DIGIT}{{3}})[{NUMERAL}年月份{_JOINTS}]{{0,{_REACH}}}[{units}个上下前后全第至“\"{names}]"
    return f"(?<=[{NUMERAL}])(?<!{INSIDE_NUMERAL}.)(?=(?P<numeral>{iso}|{with_unit}|{bare_year}|(?<=月.)))"


@cache
def beginnings() -> re.Pattern[str]:
    """The pattern that finds the first character of whatever may be an atom of time."""
    seconds = _seconds()
    return re.compile(f"[{NUMERAL}{re.escape(''.join(seconds))}](?:{_pairs(seconds)}|{_numerals_begin()})")


def patterns_at(beginning: re.Match[str]) -> tuple[re.Pattern[str], ...]:
    """What the atom may be that begins where `beginnings` matched: the first pattern that matches there decides.

    `lastgroup` of its match is the number of its form, for those whose spelling alone does not tell them apart.
    """
    if beginning.lastgroup is None:
        return _opened_by(beginning[0])
    return _with_unit(beginning["unit"] or "")


@cache
def _form_pattern(number: int) -> re.Pattern[str]:
    """A form's pattern with the named groups its reader needs."""
    form = forms_of_time()[number]
    return re.compile((f"[{re.escape(form.firsts)}]" if form.firsts else "") + form.pattern)


def _may_be(form: Form, text: str) -> bool:
    # Cheaper than compiling the patterns of all the forms that a text has nothing of.
    if form.firsts:
        return text[0] in form.firsts
    return not form.units or any(unit in text for unit in form.units)


def form_of(match: re.Match[str]) -> tuple[str, re.Match[str]] | None:
    """The kind of form that a match of a form is, matched by its own pattern; None for a word or a name."""
    text, told = match[0], match.lastgroup
    for number, form in enumerate(forms_of_time()):
        fits = _may_be(form, text) if told is None else number == int(told.split("_")[1])
        own = _form_pattern(number).match(match.string, match.start()) if fits else None
        if own is not None and own.end() == match.end():
            return form.kind, own
    return None

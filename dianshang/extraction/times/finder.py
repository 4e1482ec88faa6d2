"""Where an atom of time may begin, and what it may be there, so that hardly anything else of a text is tried."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dianshang.extraction.times.forms import (
    Form,
    counted_forms,
    day_forms,
    digit_forms,
    forms_of_time,
    holiday_forms,
    holiday_names,
    lunar_forms,
    numeral_forms,
    relative_forms,
)
from dianshang.extraction.times.patterns import (
    DIGIT,
    INSIDE_NUMERAL,
    NUMERAL,
    SPACE,
    GuardedWords,
    guarded,
    one_character_of,
)
from dianshang.schema.calendar import time_words

# What an atom may be: a form's kind with its pattern, or an empty kind with that of words of the vocabulary.
Candidate = tuple[str, re.Pattern[str]]
# Words with what guards them, by their first two characters, the longest first.
_Headed = dict[str, list[tuple[str, GuardedWords]]]
# What joins the numerals of one time (2012年至今, 3—5日); and how many characters are read up to their unit.
_JOINTS = "千百 \u3000\xa0/／.、直至到－‐–—―─~～〜-"
_REACH = 17


@cache
def _pattern(form: Form) -> re.Pattern[str]:
    return re.compile((f"[{re.escape(form.firsts)}]" if form.firsts else "") + form.pattern)


def _formed(forms: Iterable[Form], pair: str) -> list[Candidate]:
    return [(form.kind, _pattern(form)) for form in forms if pair[0] in form.firsts and pair[-1] in form.seconds]


@cache
def _words() -> tuple[_Headed, _Headed, _Headed]:
    """The names, the edges and the words of time."""
    words = time_words()
    return _headed((words.names,)), _headed(words.edge), _headed(words.word)


def _headed(entries: Iterable[GuardedWords]) -> _Headed:
    found = [(form, entry) for entry in entries for form in entry.forms]
    heads: _Headed = {}
    for form, entry in sorted(found, key=lambda one: -len(one[0])):
        heads.setdefault(form[:2], []).append((form, entry))
    return heads


def _worded(words: _Headed, pair: str) -> list[Candidate]:
    """The words that begin with two characters, or are the first of them, the longest first."""
    found = words.get(pair, []) + (words.get(pair[0], []) if len(pair) > 1 else [])
    branches = [guarded(entry, form) for form, entry in found]
    return [("", re.compile(f"{re.escape(pair[0])}(?:{'|'.join(branches)})"))] if branches else []


def _numbered(unit: str) -> list[Candidate]:
    """The forms that begin with a numeral and may have this unit, or any unit if it is empty."""
    forms = [form for form in (*digit_forms(), *numeral_forms()) if not unit or unit in form.units]
    return [(form.kind, _pattern(form)) for form in (*forms, *day_forms())]


@lru_cache(4096)
def _candidates(unit: str | None, pair: str) -> tuple[Candidate, ...]:
    names, edges, words = _words()
    return (
        *_worded(names, pair),
        *(_numbered(unit) if unit is not None else ()),
        *_formed((*counted_forms(), *lunar_forms()), pair),
        *_worded(edges, pair),
        *_formed((*holiday_forms(), *relative_forms()), pair),
        *_worded(words, pair),
    )


def _seconds() -> dict[str, set[str]]:
    """The characters that may come second in an atom of time, by the first one; none where it may be all of it."""
    words = time_words()
    entries: tuple[GuardedWords, ...] = (words.names, *words.edge, *words.word)
    seconds: dict[str, set[str]] = {}
    for entry in entries:
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
    fitting = "|".join(f"{one_character_of(after)}(?<={one_character_of(before)}.)" for before, after in alike.items())
    pairs = f"(?={one_character_of(firsts)})(?={fitting})"
    return f"{pairs}|(?<={one_character_of(alone)})" if alone else pairs


def _numerals_begin() -> str:
    """What follows the first character of a numeral that may be a time, in a group its unit where one decides."""
    names = "".join(name[0] for name in holiday_names() if name[0] not in NUMERAL)
    units = "年月日号號季世学财届星周天QqＱHhEAF"
    iso = "(?:(?<=1)9|(?<=2)0)[0-9]{2}[-/.]"
    within = f'(?=[{NUMERAL}年月份{_JOINTS}]{{0,{_REACH}}}[{units}个上下前后全第至“"{names}])'
    bare_year = f'(?={DIGIT}{{3}}{SPACE}[上下前后全第至、“"一二三四1-4１-４{names}]){within}'
    with_unit = f"[{NUMERAL}第{_JOINTS}]{{0,{_REACH}}}+(?P<unit>[{units}]|个(?=[月星]))"
    begins = f"(?=(?:{iso}|{bare_year})(?P<any>)|{with_unit}|(?<=月.)(?P<day>))"
    # 指数11日下跌: 数 before digits is no 数十.
    return f"(?<=[{NUMERAL}])(?:(?<!{INSIDE_NUMERAL}.)|(?<=指数.)){begins}"


@cache
def beginnings() -> re.Pattern[str]:
    """The pattern that finds the first character of whatever may be an atom of time."""
    seconds = _seconds()
    return re.compile(f"[{NUMERAL}{re.escape(''.join(seconds))}](?:{_numerals_begin()}|{_pairs(seconds)})")


def candidates_at(beginning: re.Match[str], pair: str) -> tuple[Candidate, ...]:
    """What the atom may be that begins with `pair` where `beginnings` matched; the first that matches there is it.

    >>> beginning = beginnings().search("销售额去年增长")
    >>> len(candidates_at(beginning, "去年")) > 0
    True
    """
    group = beginning.lastgroup
    return _candidates(None if group is None else beginning[group], pair)

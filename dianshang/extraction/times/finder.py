"""The one pattern that finds every atom of time, built so that the engine fails early nearly everywhere."""

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
from dianshang.extraction.times.patterns import NOT_INSIDE_NUMERAL, NUMERAL, GuardedWords, guarded, without_names
from dianshang.schema.calendar import time_words

# So many first characters share one test; the fewer, the fewer branches are looked at after it.
_BUCKET = 12


def _marked(form: Form, first: str = "") -> str:
    """The form's pattern without what only its reader needs; one told apart has its number in its last group."""
    mark = f"(?P<form_{forms_of_time().index(form)}_{first}>)" if form.told_apart else ""
    return without_names(form.pattern) + mark


def _alternation(forms: Iterable[Form]) -> str:
    return "|".join(map(_marked, forms))


def _numerals() -> str:
    """Everything that begins with a numeral: at its own beginning only, and with a unit of time close behind."""
    firsts = "".join(sorted({name[0] for name in holiday_names() if name[0] not in NUMERAL}))
    unit_close_by = (
        f"(?=(?:19|20)[0-9]{{2}}[-/.]|[{NUMERAL}千百 \u3000\xa0年月份/／.、直至到－‐–—―─~～〜-]{{1,18}}"
        f'[年月日号號季世学财个星周天QqＱHh上下前后全第至“"{firsts}])'
    )
    with_unit = f"(?:(?=[0-9０-９])(?:{_alternation(digit_forms())})|{_alternation(numeral_forms())})"
    return f"(?=[{NUMERAL}]){NOT_INSIDE_NUMERAL}(?:{unit_close_by}{with_unit}|{_alternation(day_forms())})"


def _with_words(branches: dict[str, list[str]], entries: Iterable[GuardedWords]) -> None:
    """Adds words to the branches of their first characters, the longest first."""
    pairs = sorted(((form, entry) for entry in entries for form in entry.forms), key=lambda pair: -len(pair[0]))
    for form, entry in pairs:
        branches.setdefault(form[0], []).append(guarded(entry, form))


def _with_forms(branches: dict[str, list[str]], forms: Iterable[Form]) -> None:
    for form in forms:
        for first in form.firsts:
            branches.setdefault(first, []).append(_marked(form, first))


def _words() -> dict[str, list[str]]:
    """What may follow each first character, in the order it is to be tried."""
    words = time_words()
    branches: dict[str, list[str]] = {}
    _with_words(branches, (words.names,))
    _with_forms(branches, counted_forms())
    _with_words(branches, words.edge)
    _with_forms(branches, (*holiday_forms(), *relative_forms()))
    _with_words(branches, words.word)
    return branches


@cache
def time_pattern() -> re.Pattern[str]:
    """The pattern that finds every atom of time.

    `lastgroup` of a match is the number of its form, for those whose spelling alone does not tell them apart.
    """
    branches = _words()
    order = sorted(branches)
    buckets = []
    for at in range(0, len(order), _BUCKET):
        bucket = order[at : at + _BUCKET]
        inner = "|".join(f"{re.escape(first)}(?:{'|'.join(branches[first])})" for first in bucket)
        buckets.append(f"(?=[{re.escape(''.join(bucket))}])(?:{inner})")
    names = "|".join(re.escape(name) for name in time_words().names.forms if re.match(f"[{NUMERAL}]", name))
    firsts = re.escape("".join(order))
    return re.compile(f"(?=[{NUMERAL}{firsts}])(?:{names}|{_numerals()}|{'|'.join(buckets)})")


@cache
def _form_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every form's kind, and its pattern with the named groups its reader needs."""
    lead = ((form, f"[{re.escape(form.firsts)}]" if form.firsts else "") for form in forms_of_time())
    return tuple((form.kind, re.compile(first + form.pattern)) for form, first in lead)


def form_of(match: re.Match[str]) -> tuple[str, re.Match[str]] | None:
    """The kind of form that a match of `time_pattern` is, matched by its own pattern; None for a word or a name."""
    patterns = _form_patterns()
    if match.lastgroup is not None:
        patterns = (patterns[int(match.lastgroup.split("_")[1])],)
    for kind, pattern in patterns:
        form = pattern.match(match.string, match.start())
        if form is not None and form.end() == match.end():
            return kind, form
    return None

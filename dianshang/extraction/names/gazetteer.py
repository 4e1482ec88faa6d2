"""Known names found in running text: the longest first, in one pass, within their bounds."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from dianshang.schema.names import Guard, Tail

# More groups let fewer false starts through but cost more at each; measured on news text.
GROUPS = 6

# 其中|美国 is no 中美, 去年|华为 no 年华: words that end in a character with which others begin.
_WHOLE = re.compile("(?:其中|[此另国海]外|[近昨今当]日|[今去前全半]年)$")


class Sighting(NamedTuple):
    """A name of the gazetteer at its place in a text; `name` has its Latin letters in lower case."""

    char_start: int
    char_end: int
    name: str


class Bounds(NamedTuple):
    """The words around a name that make it part of another word."""

    preceded: tuple[str, ...]
    followed: tuple[str, ...]
    tails: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


class Gazetteer(NamedTuple):
    """Names ready to be searched for.

    names gives for every spelling of a name the name in lower case; starts finds where the first two characters of
    some name may stand; lengths gives how long the names with those two are, the longest first; bounds, common,
    context and joiners say where a name is not one.
    """

    names: Mapping[str, str]
    starts: re.Pattern[str]
    lengths: Mapping[str, tuple[int, ...]]
    bounds: Mapping[str, Bounds]
    common: frozenset[str]
    context: tuple[str, ...]
    joiners: frozenset[str]


def compiled(
    names: Iterable[str],
    guards: Iterable[Guard] = (),
    tails: Iterable[Tail] = (),
    common: Iterable[str] = (),
    context: Iterable[str] = (),
    joiners: Iterable[str] = (),
) -> Gazetteer:
    """Prepares a gazetteer.

    Args:
        names: Names of two characters or more; Latin letters match in the usual spellings of either case.
        guards: Words around single names that make them part of another word.
        tails: The same for all names with an ending.
        common: Names that are ordinary words too: they count only with context or in company.
        context: Words that make a common name count when they follow it.
        joiners: What may stand between a common name and a name that is sure ("" when they may touch).

    >>> cities = compiled(["珠海", "中山"], common=["中山"], joiners=["、"])
    >>> [found.name for found in sightings("在珠海、中山两地", cities)]
    ['珠海', '中山']
    """
    spelt = {spelling: name.lower() for name in names for spelling in _spellings(name)}
    seconds: dict[str, set[str]] = {}
    lengths: dict[str, set[int]] = {}
    for spelling in spelt:
        seconds.setdefault(spelling[0], set()).add(spelling[1])
        lengths.setdefault(spelling[:2], set()).add(len(spelling))
    return Gazetteer(
        spelt,
        _starts(seconds),
        {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()},
        _bounds(frozenset(spelt.values()), list(guards), list(tails)),
        frozenset(name.lower() for name in common),
        tuple(context),
        frozenset(joiners),
    )


def sightings(text: str, names: Gazetteer) -> list[Sighting]:
    """The names that stand in `text`, left to right, none overlapping.

    >>> cities = compiled(["珠海", "中山"], common=["中山"], joiners=["、"])
    >>> [found.name for found in sightings("到珠海旅游", cities)]
    ['珠海']
    """
    found: list[Sighting] = []
    doubtful = False
    known, lengths, end = names.names.get, names.lengths.get, 0
    for match in names.starts.finditer(text):
        start = match.start()
        if start < end:
            continue
        for length in lengths(text[start : start + 2], ()):
            name = known(text[start : start + length])
            if name is not None and _stands_free(text, start, start + len(name), name, names):
                end = start + len(name)
                found.append(Sighting(start, end, name))
                doubtful = doubtful or name in names.common
                break
    return _in_company(text, found, names) if doubtful else found


def _spellings(name: str) -> set[str]:
    if name.upper() == name.lower():
        return {name}
    # Spelling out the cases of Latin letters beforehand spares folding the text.
    return {name, name.lower(), name.upper(), name.capitalize(), name[0].upper() + name[1:]}


def _bounds(names: Iterable[str], guards: Iterable[Guard], tails: Sequence[Tail]) -> dict[str, Bounds]:
    guarded = {guard.name.lower(): guard for guard in guards}
    beyond = [(tail.ending, (tuple(sorted(tail.followed)), tuple(sorted(tail.unless)))) for tail in tails]
    endings = tuple(ending for ending, _ in beyond)
    bounds = {}
    for name in names:
        guard = guarded.get(name)
        ends = tuple(words for ending, words in beyond if name.endswith(ending)) if name.endswith(endings) else ()
        if guard is not None:
            bounds[name] = Bounds(tuple(sorted(guard.preceded)), tuple(sorted(guard.followed)), ends)
        elif ends:
            bounds[name] = Bounds((), (), ends)
    return bounds


def _starts(seconds: Mapping[str, set[str]]) -> re.Pattern[str]:
    # A leading character class lets the engine skip; the groups then rule out most false second characters.
    firsts = sorted(seconds)
    size = max(1, -(-len(firsts) // GROUPS))
    groups = [firsts[at : at + size] for at in range(0, len(firsts), size)]
    pairs = (f"(?<={_one_of(group)})(?={_one_of(set().union(*(seconds[c] for c in group)))})" for group in groups)
    anything = set().union(*seconds.values())
    return re.compile(f"{_one_of(firsts)}(?={_one_of(anything)})(?:{'|'.join(pairs)})")


def _one_of(characters: Iterable[str]) -> str:
    return "[" + "".join(re.escape(character) for character in sorted(characters)) + "]"


def _stands_free(text: str, start: int, stop: int, name: str, names: Gazetteer) -> bool:
    if not (_clear_before(text, start) and _clear_after(text, stop)):
        return False
    bounds = names.bounds.get(name)
    return bounds is None or not (
        text.startswith(bounds.followed, stop)
        or (text.endswith(bounds.preceded, 0, start) and not _WHOLE.search(text, max(0, start - 2), start))
        or any(text.startswith(then, stop) and not text.startswith(unless, stop) for then, unless in bounds.tails)
    )


def _clear_before(text: str, start: int) -> bool:
    # Latin letters before a Latin name make it part of a longer word, a dot part of an address.
    return not _latin(text[start]) or not start or not (_latin(text[start - 1]) or text[start - 1] in "._@")


def _clear_after(text: str, stop: int) -> bool:
    if not _latin(text[stop - 1]) or stop == len(text):
        return True
    return not (_latin(text[stop]) or (text[stop] in "._@" and _latin(text[stop + 1 : stop + 2])))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _in_company(text: str, found: list[Sighting], names: Gazetteer) -> list[Sighting]:
    # A common word counts before a context word, or joined to a name that counts; company spreads along a list.
    sure = [
        sighting.name not in names.common or text.startswith(names.context, sighting.char_end) for sighting in found
    ]

    def joined(left: Sighting, right: Sighting) -> bool:
        return text[left.char_end : right.char_start] in names.joiners

    _spread(sure, range(1, len(found)), -1, lambda at: joined(found[at - 1], found[at]))
    _spread(sure, range(len(found) - 2, -1, -1), 1, lambda at: joined(found[at], found[at + 1]))
    return [sighting for sighting, counts in zip(found, sure, strict=True) if counts]


def _spread(sure: list[bool], order: Iterable[int], neighbour: int, joined: Callable[[int], bool]) -> None:
    for at in order:
        if not sure[at] and sure[at + neighbour] and joined(at):
            sure[at] = True

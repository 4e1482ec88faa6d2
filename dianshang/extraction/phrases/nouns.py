"""A noun phrase taken apart: whose it is, the thing it names, and the property that is measured."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owners import Owner, OwnerKind
from dianshang.schema.cues import cues
from dianshang.schema.indicators import indicators
from dianshang.schema.phrases import phrase_words

LONGEST_PHRASE = 60
_ENDING = re.compile(
    r"(?:的|了|(?<![网线])上|中|里|方面|数量上|和|与|及|以及|将|有望|预计|或|从|由|自|则|却|也|还"
    r"|现有|现|已|每年|每月|、|[ \t\u3000“”\"])+$"
)
_LAST = frozenset("的了上中里面和与及将望计或从由自有现已年月、 \t\u3000“”\"则却也还")


class Noun(NamedTuple):
    """A noun phrase taken apart.

    owner is the first owner that it names, thing the words between the owner and the head that names a property, text
    the phrase without its owner, code the indicator that the head names in the codebook, head whether it has a head
    at all, pointer the word with which it points back (全市, 该公司).
    """

    text: str
    thing: str
    owner: Owner | None
    code: str | None
    head: str
    pointer: str


NO_NOUN = Noun("", "", None, None, "", "")


@cache
def cue_codes() -> dict[str, tuple[str, ...]]:
    """The indicators that a word of the codebook names."""
    codes: dict[str, tuple[str, ...]] = {}
    for indicator in indicators().values():
        for cue in indicator.cues:
            codes[cue] = (*codes.get(cue, ()), indicator.code)
    return codes


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(words(cue_codes()))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().head | set(cue_codes()))})$")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{words(cues().opener_guard)})(?:{words(cues().opener)})|[ \t\u3000、“\"])+")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(words(cues().pronoun))


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(words(phrase_words().pointer))


@cache
def _preposed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().preposition)})$")


def clean(raw: str) -> str:
    """A noun phrase without the words that open a clause and the particles that close it.

    >>> clean("其中民营企业出口额将")
    '民营企业出口额'
    """
    phrase = raw.strip()
    phrase = _ENDING.sub("", phrase) if phrase[-1:] in _LAST else phrase
    opener = _opener().match(phrase)
    return phrase[opener.end() :] if opener else phrase


def noun(pieces: list[tuple[int, str]], owners: list[Owner]) -> Noun:
    """Takes a noun phrase apart.

    Args:
        pieces: The stretches of text that make it up, without the times between them, each with its offset.
        owners: The owners named in them, in order.

    Returns:
        The parts; `NO_NOUN` for an empty phrase or a pronoun (这一数字).
    """
    raw = "".join(text for _, text in pieces)
    phrase = clean(raw)
    if not phrase or len(raw) > LONGEST_PHRASE * 3 or _pronoun().fullmatch(phrase):
        return NO_NOUN
    owner = next((one for one in owners if not _preposed_at(pieces, one.char_start)), None)
    after = phrase if owner is None else clean(_after(pieces, owner.char_end))
    pointer = ""
    if owner is None and (match := _pointer().match(phrase)):
        pointer = match.group()
        after = clean(phrase[match.end() :])
    head, code = head_of(after)
    if head and owner is not None and not after:
        head = ""
    thing = clean(after[: len(after) - len(head)]) if head and after.endswith(head) else clean(after.partition(head)[0]) if head else after
    return Noun(after[-LONGEST_PHRASE:], thing, owner, code, head, pointer)


@lru_cache(maxsize=8192)
def head_of(phrase: str) -> tuple[str, str | None]:
    """The words of a phrase that name a property, and the indicator that they name.

    >>> head_of("水泥总产能"), head_of("挖掘机")
    (('产能', 'capacity'), ('', None))
    """
    found = None
    for match in _cue().finditer(phrase):
        found = match
    code = cue_codes()[found.group()][0] if found else None
    ending = _head().search(phrase)
    if ending is not None and (found is None or ending.start() < found.start() or found.end() < ending.start()):
        return ending.group(), code
    return (found.group(), code) if found else ("", None)


def is_price(head: str) -> bool:
    """Whether a head names a price, which belongs to the thing sold.

    >>> is_price("批发价"), is_price("销量")
    (True, False)
    """
    return head.endswith(tuple(phrase_words().price_head))


def whole(owner: Owner, thing: str) -> str:
    """The thing sold with the market or maker it is of: 国内多晶硅, 美的空调."""
    return owner.name + thing if owner.kind in (OwnerKind.PLACE, OwnerKind.BODY) else owner.name


def _preposed_at(pieces: list[tuple[int, str]], at: int) -> bool:
    for offset, text in pieces:
        if offset <= at <= offset + len(text):
            before = text[: at - offset]
            return bool(before.strip()) and _preposed().search(before) is not None
    return False


def _after(pieces: list[tuple[int, str]], end: int) -> str:
    kept = []
    for offset, text in pieces:
        if offset + len(text) > end:
            kept.append(text[max(0, end - offset) :])
    return "".join(kept)

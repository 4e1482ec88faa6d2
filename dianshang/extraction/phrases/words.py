"""The typed words of business news: what part each can play beside a number."""

from enum import IntEnum
from functools import cache

from dianshang.extraction.numbers.lexicon import lengths
from dianshang.schema.cues import cues
from dianshang.schema.entities import entity_names
from dianshang.schema.phrases import phrase_words


class Role(IntEnum):
    """The parts a word can play, as bits; many words play several."""

    FILLER = 1
    RISE = 2
    FALL = 4
    NOUN = 8
    WEAK = 16
    COMPARED = 32
    SHARE = 64
    DESTINATION = 128
    AGAINST = 256
    VERB = 512


MOVE = Role.RISE | Role.FALL


class Words:
    """Words by their roles, found leftwards from a place.

    Args:
        roles: For each word the parts it can play.
        whole: Nouns of two characters that no word may cut (产能达 holds no 能达).
    """

    __slots__ = ("_lengths", "_roles", "_whole")

    def __init__(self, roles: dict[str, int], whole: frozenset[str] = frozenset()) -> None:
        self._roles = roles
        self._whole = whole
        self._lengths = lengths((word[-2:], word[-1] in roles, len(word)) for word in roles if len(word) > 1)

    def before(self, text: str, end: int, floor: int) -> tuple[str, int] | None:
        """The longest word that ends at `end` and starts no earlier than `floor`, with its roles."""
        for length in self._lengths.get(text[end - 2 : end], (1,)):
            start = end - length
            word = text[start:end]
            role = self._roles.get(word)
            if role is not None and start >= floor and text[start - 1 : start + 1] not in self._whole:
                return word, role
        return None


@cache
def predicate_words() -> Words:
    """The words that may stand between a noun phrase and its number."""
    v = cues()
    roles: dict[str, int] = {}
    for role, words in (
        (Role.FILLER, v.filler | phrase_words().past_word),
        (Role.RISE, v.rise_verb),
        (Role.RISE | Role.NOUN, v.rise_noun),
        (Role.RISE | Role.WEAK, v.rise_weak),
        (Role.FALL, v.fall_verb),
        (Role.FALL | Role.NOUN, v.fall_noun),
        (Role.FALL | Role.WEAK, v.fall_weak),
        (Role.COMPARED, v.yoy | v.previous),
        (Role.SHARE, v.share_verb),
        (Role.VERB, phrase_words().flow_word),
    ):
        for word in words:
            roles[word] = roles.get(word, 0) | role
    for move in v.rise_verb | v.fall_verb:
        for to in v.destination:
            for between in ("", "了"):
                roles[move + between + to] = roles[move] | Role.DESTINATION
    # 华为: the end of a name is no word of its own.
    names = {name[-2:] for name in entity_names() if name[-1] in roles}
    return Words(roles, phrase_words().whole_noun | names)


@cache
def against_words() -> Words:
    """The words before what is compared with."""
    return Words(dict.fromkeys(cues().against, Role.AGAINST))

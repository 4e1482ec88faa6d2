"""The part that a share is told of where it stands behind the number (三成小店提价), and what it does."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import before_verb, head_of, is_thing
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

LONGEST_DEED = 12
_BEHIND = re.compile(r"(?:以上|左右|以下|多)?+的?+(?P<part>[^，,。；;：:、！？\n（）()0-9“”《》的]{2,12})")
_DEED = re.compile(rf"[^，,。；;：:、！？\n（）()0-9“”《》]{{2,{LONGEST_DEED}}}(?=[，,。；;、！？\n])")


class Part(NamedTuple):
    """What is counted, and what it does; deed is empty where nothing is told of it."""

    name: str
    deed: str


def part_behind(text: str, at: int) -> Part | None:
    """Reads the part that is named behind a number.

    Args:
        text: The text.
        at: Where the number ends.

    Returns:
        The part; None where no thing stands there.

    >>> part_behind("三成消费者选择网购。", 2), part_behind("三成，", 2)
    (Part(name='消费者', deed='选择网购'), None)
    """
    match = _BEHIND.match(text, at)
    if match is None:
        return None
    name = before_verb(match["part"])
    if group := _group().match(name):
        # 两成消费者不满: the group ends what is named.
        name = group.group()
    is_part = is_thing(name) and not head_of(name)[0] and not name.startswith(tuple(cues().abstract_noun))
    if not (is_part or name.endswith(tuple(phrase_words().group_ending))):
        return None
    deed = _DEED.match(text, match.start("part") + len(name))
    return Part(name, deed.group() if deed else "")


@cache
def _group() -> re.Pattern[str]:
    v = phrase_words()
    return re.compile(f".*?(?:{words(v.group_ending)})(?!{words(v.ending_guard)})")

"""Headings of a page, told by the size of their letters as styles tell those of Word."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dianshang.reading.formats.layout import BODY
from dianshang.reading.formats.typeset import Line

# Times the size of running text: what is set smaller is emphasis at most.
_LARGER = 1.12
# What differs by less is one size, set by two fonts.
_ALIKE = 0.96
_LONGEST = 60  # characters: what is longer is an opening set large, or a quotation
_SENTENCE = re.compile(r"[。；;，,][”’）)]?$")
_WORDS = re.compile(r"[^\W\d_]{2}")


def levels(found: Sequence[Line]) -> Mapping[float, int]:
    """Ranks the sizes of a document that are larger than that of its running text.

    Args:
        found: Its lines.

    Returns:
        The level of a heading by its size, 1 for the largest; nothing where all is set in one size.

    >>> sizes = {20: "周报", 14: "甲市增长", 10: "甲市去年增长三成，居首。"}
    >>> dict(levels([Line(0, 0, 0, 90, 50, size, text) for size, text in sizes.items()]))
    {20: 1, 14: 2}
    """
    counts: Counter[float] = Counter()
    for line in found:
        counts[line.size] += len(line.text)
    if not counts:
        return {}
    body = counts.most_common(1)[0][0]
    ranks: dict[float, int] = {}
    head, rank = float("inf"), 0
    for size in sorted((size for size in counts if size >= _LARGER * body), reverse=True):
        if size < _ALIKE * head:
            head, rank = size, rank + 1
        ranks[size] = rank
    return ranks


def level(text: str, size: float, ranks: Mapping[float, int]) -> int:
    """The level of a paragraph as a heading.

    Args:
        text: Its words.
        size: Of its letters.
        ranks: The levels of the document's sizes.

    Returns:
        Its level from 1; 0 for one that is not set large, is no more than a number, or reads as a sentence.

    >>> level("甲市增长", 14, {14: 1}), level("5亿", 14, {14: 1}), level("甲市去年增长。", 14, {14: 1})
    (1, 0, 0)
    """
    if len(text) > _LONGEST or "\t" in text or _SENTENCE.search(text) or not _WORDS.search(text):
        return BODY
    return ranks.get(size, BODY)

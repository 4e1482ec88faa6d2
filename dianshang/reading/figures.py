"""Figures: an image mark and the residue of text recognition that follows it."""

import re
from collections.abc import Sequence

from dianshang.reading.credits import credit
from dianshang.reading.lines import Line
from dianshang.reading.sections import bracketed_head
from dianshang.reading.shapes import han_count, is_prose

_MARK = re.compile(
    r"\[(?:image|figure):[^\]\n]*\]|!\[[^\]\n]*\]\(|<img\b|[\[【（(](?:图片|插图)[^\]】）)\n]{0,40}[\]】）)]",
    re.IGNORECASE,
)
# The picture of a document that has its text beside it: nothing was recognised in it.
_WHOLE = "[figure:"
_CAPTION = re.compile(r"[图表]\s*\d+\s*[：:、.\s]|单位[：:]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def is_figure(text: str) -> bool:
    """Tells whether a line opens a figure.

    >>> is_figure("[image: chart1.png] 12 &7")
    True
    """
    return bool(_MARK.match(text))


def figure_ends(lines: Sequence[Line]) -> dict[int, int]:
    """Finds the figures of a document.

    Args:
        lines: Its lines.

    Returns:
        For the index of each image mark, the index after the last line of its residue.

    >>> from dianshang.reading.lines import lines
    >>> figure_ends(lines("去年增长三成。"))
    {}
    """
    ends: dict[int, int] = {}
    at = 0
    while at < len(lines):
        if not is_figure(lines[at].text):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and not lines[at].text.startswith(_WHOLE) and _is_residue(lines, end):
            end += 1
        ends[at] = end
        at = end
    return ends


def _is_residue(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    if is_figure(text) or bracketed_head(text) or credit(text):
        return False
    if _CAPTION.match(text):
        return not is_prose(text)
    if _is_language(text):
        # A short Chinese line amid the residue is a label of the chart; one before running text heads it.
        follower = lines[at + 1].text if at + 1 < len(lines) else ""
        ends_here = not follower or is_prose(text) or _is_language(follower)
        return not (ends_here or bracketed_head(follower) or credit(follower))
    return True


def _is_language(text: str) -> bool:
    han = han_count(text[:400])
    if han >= 4 and (5 * han >= 2 * len(text[:400]) or "。" in text):
        return True
    words = _WORD.findall(text[:400])
    return len(words) >= 8 and text[-1] in ".!?" and sum(map(len, words)) >= 0.6 * len(text[:400])

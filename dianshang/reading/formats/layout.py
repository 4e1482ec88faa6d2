"""The blocks of a document, set as plain text: what every format is turned into."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

BODY = 0


class Row(NamedTuple):
    """A line of a document.

    Attributes:
        text: Its words; the cells of a table's row are separated by a tab.
        level: Of a heading, from 1; 0 for any other line.
        follows: Whether it belongs to the line above, as a row of a table or an item of a list does.
    """

    text: str
    level: int = BODY
    follows: bool = False


def set_as_text(rows: Sequence[Row]) -> str:
    r"""Sets the lines of a document as text.

    Args:
        rows: Its lines, in order.

    Returns:
        One line a row, with a blank line between paragraphs and two above each heading that begins an article. A
        table keeps a line for each row, its cells separated by a tab, and no blank line within.

    >>> set_as_text([Row("甲市\t5亿元"), Row("乙市\t3亿元", follows=True), Row("下半年再看。")])
    '甲市\t5亿元\n乙市\t3亿元\n\n下半年再看。\n'
    """
    shown = [row._replace(text=row.text.strip(" \n\r\u3000\xa0")) for row in rows]
    shown = [row for row in shown if row.text.strip()]
    story = _story_level(shown)
    text = ""
    for at, row in enumerate(shown):
        if at:
            text += "\n" if row.follows else "\n\n\n" if BODY < row.level <= story else "\n\n"
        text += row.text
    return text + "\n" if text else ""


def _story_level(rows: Sequence[Row]) -> int:
    """The level of the headings that begin articles: the highest that has running text right below, twice or more."""
    heads = [row.level for row, below in itertools.pairwise(rows) if row.level and not below.level]
    several = [level for level in set(heads) if heads.count(level) > 1]
    return min(several or heads, default=BODY)

"""Section heads: 【…】 on a line of its own, where it is not a news line."""

import re

from dianshang.reading.names import is_outlet
from dianshang.schema.press import press

_HEAD = re.compile(r"[【〖]\s*+([^【】〖〗\s](?:[^【】〖〗]{0,18}[^【】〖〗\s])?)\s*+[】〗]")


def bracketed_head(line: str) -> str | None:
    """Reads a line that is nothing but a head in 【】, whatever it heads.

    >>> bracketed_head("【 行业动态 】")
    '行业动态'
    """
    match = _HEAD.fullmatch(line)
    return match[1] if match and not is_news_line(match[1]) else None


def section(line: str) -> str | None:
    """Reads a line as the head of a section of the issue.

    Returns:
        The head without its brackets; None for a news line (某某网讯) and for a head of an article's part (相关链接).

    >>> section("【行业快讯】"), section("【某某网讯】"), section("【相关链接】")
    ('行业快讯', None, None)
    """
    head = bracketed_head(line)
    return None if head in press().heads.inside else head


def is_contents(head: str) -> bool:
    """Tells whether a section is the table of contents.

    >>> is_contents("本期目录")
    True
    """
    return head in press().heads.contents


def is_news_line(phrase: str) -> bool:
    """Tells whether a phrase is an outlet's name and 讯, 电, 消息 or 报道, as at the head of a story.

    >>> is_news_line("某某网讯"), is_news_line("行业快讯")
    (True, False)
    """
    words = press()
    for ending in sorted(words.news_line_endings, key=len, reverse=True):
        if phrase.endswith(ending):
            name = phrase[: -len(ending)].strip()
            return name in words.own_names or is_outlet(name)
    return False

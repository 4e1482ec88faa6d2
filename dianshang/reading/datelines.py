"""The head of a story: its news line (电头) and the reporters named right after it."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.reading.credits import Credit, credit
from dianshang.reading.names import HAN
from dianshang.schema.press import press

HEAD = 80

_BRACKET = re.compile(r"\s*[（(【\[［]([^（()）【】\[\]［］\n]{2,60})[)）】\]］]")
_DAY = r"(?:北京时间)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|中午|下午|早间|晚间|凌晨|晚)?"
_DATED = re.compile(rf"(?!据)[{HAN}A-Za-z]{{0,14}}?{_DAY}(?:专)?(?:讯|电|消息)(?=[\s，,：:（(【\[]|$)")
_MARK = re.compile(r"[□■⊙◎●○◇◆\s]*")
_OPENING_DAY = re.compile(r"\d{1,2}月\d{1,2}日|\d{1,2}日[，,上下晚]")


class Dateline(NamedTuple):
    """A news line, without brackets, and the credits that follow it.

    line_end is where the line ends and the credits begin, end where the story starts.
    """

    text: str | None
    credits: tuple[Credit, ...]
    line_end: int
    end: int


@cache
def _plain() -> re.Pattern[str]:
    words = press()
    own = "|".join(sorted(words.own_names))
    endings = "|".join(sorted(words.outlet_endings, key=lambda word: (-len(word), word)))
    after = r"(?=\s|[（(【\[]|本?记者|$)"
    return re.compile(
        rf"(?:{own})(?:讯|[{HAN}]{{0,6}}(?:{_DAY})?(?:讯|电){after})"
        rf"|[{HAN}A-Za-z]{{1,12}}?(?:{endings})[{HAN}]{{0,6}}(?:讯|电){after}"
    )


@cache
def _phrase() -> re.Pattern[str]:
    endings = "|".join(sorted(press().news_line_endings, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?!(?:记者|通讯员|作者|文)[\s：:/{HAN}])[^，。；！？]{{1,30}}?(?:{endings})")


def dateline(paragraph: str) -> Dateline:
    """Reads the head of a story's first paragraph.

    Args:
        paragraph: The paragraph, without white space around it.

    Returns:
        Its news line and credits; an empty one (`end` 0) where it opens with the story itself.

    >>> dateline("本报讯 （记者王小明）昨天上午").text
    '本报讯'
    """
    head = paragraph[:HEAD]
    text: str | None = None
    at = 0
    lead = _MARK.match(head)
    start = lead.end() if lead else 0
    bracket = _BRACKET.match(head, start)
    if bracket and _phrase().fullmatch(bracket[1].strip()):
        text, at = bracket[1].strip(), bracket.end()
    else:
        plain = _DATED.match(head, start) or _plain().match(head, start)
        if plain:
            text, at = plain.group(), plain.end()
    line_end = at
    credits: list[Credit] = []
    while (bracket := _BRACKET.match(head, at)) and (said := credit(f"（{bracket[1]}）")):
        credits.append(said)
        at = bracket.end()
    return Dateline(text, tuple(credits), line_end, at)


def opens_story(paragraph: str) -> bool:
    """Tells whether a paragraph opens as news stories do: a news line, a reporter, a day of the month, 近日.

    >>> opens_story("近日，某公司宣布完成融资。"), opens_story("市场仍在增长。")
    (True, False)
    """
    if dateline(paragraph).end or _OPENING_DAY.match(paragraph):
        return True
    return any(paragraph.startswith(word) for word in press().heads.news_openings)

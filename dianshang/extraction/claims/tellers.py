"""The bodies that tell a number of themselves: quoted (“我们…”), or in their own announcement (某某公告称)."""

import re

from dianshang.extraction.frames.page import Page, owners_between
from dianshang.extraction.phrases.owner import Owner, OwnerKind, is_reporter, reports
from dianshang.extraction.voices.citing import ANNOUNCES
from dianshang.extraction.voices.names import is_person
from dianshang.extraction.voices.voice import Voice
from dianshang.extraction.voices.voices import voice_at
from dianshang.schema.phrases import phrase_words

_ASSOCIATION = re.compile("(?P<trade>[\u4e00-\u9fff]{2,14}?(?:行业|工业|业))(?:协会|商会|学会|联合会)")


def body_quoted(page: Page, at: int) -> Owner | None:
    """Finds the body of whoever is quoted at a place (“我们…。”某公司董事长某某说).

    Args:
        page: The text.
        at: An offset in it.

    >>> from dianshang.extraction.frames.page import page
    >>> text = "“今年销售额可达5亿元。”京东总裁王小明说。"
    >>> body_quoted(page(text, None), 5).name
    '京东商城'
    """
    voice = voice_at(page.voices, at)
    if voice is None:
        return None
    begin = max(page.text.rfind("”", voice.start, voice.end), voice.start)
    bodies = [one for one in owners_between(page, begin, voice.end) if one.kind is OwnerKind.BODY]
    return bodies[-1] if bodies and not is_reporter(bodies[-1]) else None


def body_heard(page: Page, at: int) -> Voice | None:
    """Finds the voice at a place, where it has a name and is no person.

    Args:
        page: The text.
        at: An offset in it.

    >>> from dianshang.extraction.frames.page import page
    >>> body_heard(page("京东表示，销售额达600亿元。", None), 10).name
    '京东'
    """
    voice = voice_at(page.voices, at)
    return None if voice is None or voice.name is None or is_person(voice.name) else voice


def trade_of_the_voice(page: Page, at: int) -> tuple[str, Voice] | None:
    """Finds the trade of the association heard at a place (某市陶瓷行业协会预计，全行业…), with its voice.

    Args:
        page: The text.
        at: An offset in it.

    >>> from dianshang.extraction.frames.page import page
    >>> trade_of_the_voice(page("佛山市陶瓷行业协会预计，全行业销售额达600亿元。", None), 20)[0]
    '佛山市陶瓷行业'
    """
    voice = voice_at(page.voices, at)
    said = page.text[voice.start : voice.end] if voice is not None else ""
    match = _ASSOCIATION.search(said)
    return (match["trade"], voice) if match is not None and voice is not None else None


def announcer(page: Page, at: int) -> Voice | None:
    """Finds the body that announces or expects something of itself (某某动力公告称).

    Args:
        page: The text.
        at: An offset in it.

    >>> from dianshang.extraction.frames.page import page
    >>> announcer(page("京东公告称，销售额达600亿元。", None), 10).name
    '京东'
    """
    voice = body_heard(page, at)
    if voice is None or voice.name is None:
        return None
    said = page.text[voice.start : voice.end]
    of_itself = (voice.rule == ANNOUNCES or said.endswith("预计")) and not reports(voice.name)
    return voice if of_itself or any(word in said for word in phrase_words().own_report) else None

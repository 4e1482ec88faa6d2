"""Who is heard at a number: a voice with a name, or the body that one points back at."""

from dianshang.extraction.claims.tellers import announcer
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.topics import named_before, namesake_before
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.voices.voice import Voice
from dianshang.extraction.voices.voices import PUBLISHES, issuer_before, spoken_before, voice_at
from dianshang.schema.cues import cues

# Pointers that fit any body that was named.
_ANY_BODY = ("公司", "集团", "行", "机构")


def heard(page: Page, frame: Frame, at: int) -> tuple[str | None, Voice | None]:
    """Who is heard at a place, by name, and the voice.

    One that only points back (公司年报, 该局) is that of the body named before, else the topic's; a document without
    its issuer (报告显示) that of whoever spoke before, who published it.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import opening
    >>> read = page("国家统计局数据显示，销售额达600亿元。", None)
    >>> heard(read, opening(read), 16)[0]
    '国家统计局'
    """
    voice = voice_at(page.voices, at)
    if voice is None or _tells_only_of_itself(page, frame, at):
        return None, None
    return (_meant(page, frame, voice) if voice.pointer else voice.name), voice


def _tells_only_of_itself(page: Page, frame: Frame, at: int) -> bool:
    """甲公司预计…。乙公司…: whether a body that tells of itself would be heard on another."""
    topic = frame.topic
    if topic is None or topic.start < frame.sentence.start or topic.value.kind is not OwnerKind.BODY:
        return False
    own = announcer(page, at)
    if own is None or own.name is None or own.end > frame.sentence.start or "公告" in page.text[own.start : own.end]:
        return False
    return own.name not in topic.value.name and topic.value.name not in own.name


def _meant(page: Page, frame: Frame, voice: Voice) -> str | None:
    """The body that a voice points back at."""
    topic, spoke = frame.topic or frame.article_topic, spoken_before(page.voices, voice.start)
    body = topic.value.name if topic and topic.value.kind is OwnerKind.BODY else None
    issuer = issuer_before(page.text, page.voices, voice.start, voice.pointer)
    if voice.pointer in cues().document:
        return issuer or (spoke.name if spoke else body)
    if voice.pointer in cues().source_data:
        return issuer or _carries_out(page, voice)
    ending = voice.pointer.lstrip("该本")
    if spoke is not None and spoke.name is not None and ending not in _ANY_BODY and spoke.name.endswith(ending):
        return spoke.name
    floor = page.text.rfind("\n", 0, voice.start) + 1
    named = namesake_before(page, voice.start, voice.pointer) or named_before(page, voice.start, floor, False)
    return named.name if named else body


def _carries_out(page: Page, voice: Voice) -> str | None:
    """甲集团推出就业调查。调查显示: the body that the sentences before tell to have published or made what speaks."""
    floor = page.text.rfind("\n", 0, voice.start) + 1
    body = named_before(page, voice.start, floor, False)
    told = page.text[body.char_end : voice.start] if body else ""
    return body.name if body and voice.pointer in told and PUBLISHES.search(told) else None

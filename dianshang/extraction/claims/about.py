"""What a number is about: its subject, its indicator and their words, from its own clause and from the frame."""

from typing import NamedTuple

from dianshang.extraction.claims.indicators import settled
from dianshang.extraction.claims.measures import Said
from dianshang.extraction.claims.naming import named
from dianshang.extraction.claims.subjects import Why, subject_of
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.claims.tellers import announcer
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.topics import named_before, namesake_before
from dianshang.extraction.phrases.nouns import NO_NOUN
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.voices.voices import Voice, spoken_before, voice_at
from dianshang.schema.cues import cues


def alike(one: str, other: str) -> bool:
    """Whether one name holds the other (华能, 华能国际).

    >>> alike("华能", "华能国际"), alike("甲", "乙")
    (True, False)
    """
    return one in other or other in one


class About(NamedTuple):
    """What a number is about; own tells whether its own clause names what is measured."""

    subject: Subject | None
    noun: str
    code: str | None
    root: str | None
    own: bool
    why: Why


def about(page: Page, frame: Frame, around: Surroundings, said: Said) -> About:
    """Reads what a number is about.

    Args:
        page: The text.
        frame: What holds at its clause.
        around: The number with the words of its clause.
        said: Its measure.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("京东2012年销售额达600亿元。", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> around = surroundings(read, frame, *quantities(read.text))
    >>> from dianshang.schema.codes import Measure
    >>> found = about(read, frame, around, Said(Measure.LEVEL, 1, True))
    >>> found.subject.name, found.noun
    ('京东商城', '销售额')
    """
    name = named(page, frame, around, said)
    subject, why = subject_of(page, frame, around, said.measure)
    code = settled(name.code, around.quantity, said.measure, around.near)
    return About(subject, name.text, code, name.code, around.own is not NO_NOUN, why)


def heard(page: Page, frame: Frame, at: int) -> tuple[str | None, Voice | None]:
    """Who is heard at a place, by name, and the voice.

    One that only points back (公司年报) is that of the body named before, else the topic's; a document without its
    issuer (报告显示) that of whoever spoke before, who published it.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import opening
    >>> read = page("国家统计局数据显示，销售额达600亿元。", None)
    >>> heard(read, opening(read), 16)[0]
    '国家统计局'
    """
    voice = voice_at(page.voices, at)
    topic = frame.topic
    if topic is not None and topic.start >= frame.sentence.start and (own := announcer(page, at)) is not None:
        # 甲公司预计…。乙公司…: a body that tells of itself is not heard on another.
        another = topic.value.kind is OwnerKind.BODY and not alike(topic.value.name, own.name or "")
        if another and own.end <= frame.sentence.start:
            return None, None
    if voice is None or not voice.pointer:
        return (voice.name if voice else None), voice
    topic = frame.topic or frame.article_topic
    body = topic.value.name if topic and topic.value.kind is OwnerKind.BODY else None
    spoke = spoken_before(page.voices, voice.start)
    if voice.pointer in cues().document:
        return (spoke.name if spoke else body), voice
    ending = voice.pointer.lstrip("该本")
    if spoke is not None and spoke.name is not None and ending != voice.pointer and spoke.name.endswith(ending):
        return spoke.name, voice
    meant = namesake_before(page, voice.start, voice.pointer) or named_before(
        page, voice.start, page.text.rfind("\n", 0, voice.start) + 1, False
    )
    return (meant.name if meant else body), voice

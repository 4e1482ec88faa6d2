"""What a number is about: its subject, its indicator and their words, from its own clause and from the frame."""

from typing import NamedTuple

from dianshang.extraction.claims.indicators import settled
from dianshang.extraction.claims.measures import Said
from dianshang.extraction.claims.naming import named
from dianshang.extraction.claims.subject_case import Why
from dianshang.extraction.claims.subjects import subject_of
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.phrases.nouns import NO_NOUN


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

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额达600亿元。")
    >>> from dianshang.schema.codes import Measure
    >>> found = about(read, frame, around, Said(Measure.LEVEL, 1, True))
    >>> found.subject.name, found.noun
    ('京东商城', '销售额')
    """
    name = named(page, frame, around, said)
    subject, why = subject_of(page, frame, around, said.measure)
    code = settled(name.code, around.quantity, said.measure, around.near)
    return About(subject, name.text, code, name.code, around.own is not NO_NOUN, why)

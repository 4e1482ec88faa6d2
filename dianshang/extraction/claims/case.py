"""A number in its clause, and what it is called: what the rules that name it go by."""

import re
from typing import NamedTuple

from dianshang.extraction.claims.measures import Said
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.phrases.nouns import NO_NOUN


class Name(NamedTuple):
    """What is measured: its noun phrase and the code that its words name."""

    text: str
    code: str | None


class Case(NamedTuple):
    """A number in its clause.

    behind: the words that follow its mention, up to the next time, where `end` is.
    """

    page: Page
    frame: Frame
    around: Surroundings
    said: Said
    behind: re.Match[str] | None
    end: int

    @property
    def bare(self) -> bool:
        """Whether its clause names nothing before it."""
        return self.around.own is NO_NOUN or not self.around.own.text

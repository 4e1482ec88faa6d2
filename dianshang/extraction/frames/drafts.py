"""A claim in the making: what the stages pass on to each other until it is validated."""

from datetime import date
from typing import NamedTuple

from dianshang.extraction.frames.spans import Span
from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import Comparison, Measure, Nature, ObsStatus, Statistic


class Subject(NamedTuple):
    """Whose property it is: the name that a claim carries, its id when it is registered, the area it lies in."""

    name: str
    entity_id: str | None
    area: str | None


class Draft(NamedTuple):
    """One quantity with all that was read about it so far.

    subject is whose property it is; noun the phrase that names what is measured, code its indicator, root the indicator
    behind a share. own_noun tells whether the number's own clause names what is measured; in_list whether it continues
    a list; compared_with whether it is only what something else is compared with (较2011年的2.03亿人); relates_to is
    the index of the draft of the level it describes, period the time that dates it. why holds for each field the rule
    that read it and where its words stand.
    """

    quantity: Quantity
    sentence: Sentence
    measure: Measure
    sign: int
    subject: Subject | None
    noun: str
    code: str | None
    root: str | None
    own_noun: bool
    in_list: bool
    compared_with: bool
    denominator: str | None
    span: Span
    comparison: Comparison | None
    base: tuple[date | None, date | None]
    status: ObsStatus
    claimant: str | None
    nature: Nature
    period: Period | None = None
    statistic: Statistic | None = None
    per: str | None = None
    relates_to: int | None = None
    why: tuple[tuple[str, str, int, int], ...] = ()

"""A claim in the making: what the stages pass on to each other until it is validated."""

from datetime import date
from typing import NamedTuple

from dianshang.extraction.claims.naming import Named
from dianshang.extraction.claims.timing import Span
from dianshang.extraction.records import Quantity
from dianshang.extraction.sentences import Sentence
from dianshang.schema.codes import Comparison, Measure, ObsStatus


class Draft(NamedTuple):
    """One quantity with all that was read about it so far.

    own_topic tells whether the number's own clause names what is measured; in_list whether it continues a list;
    compared_with whether it is only what something else is compared with (较2011年的2.03亿人); relates_to is the index
    of the draft of the level it describes.
    """

    quantity: Quantity
    sentence: Sentence
    measure: Measure
    sign: int
    names: Named
    own_topic: bool
    in_list: bool
    compared_with: bool
    denominator: str | None
    span: Span
    comparison: Comparison | None
    base: tuple[date | None, date | None]
    status: ObsStatus
    claimant: str | None
    relates_to: int | None = None

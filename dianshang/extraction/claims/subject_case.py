"""A number whose subject is sought, and how a finding is written down: what the rules of subjects share."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.drafts import Subject
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.frames.topics import FEW
from dianshang.extraction.names.areas import areas
from dianshang.extraction.phrases.nouns import is_price
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import is_thing
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

Why = tuple[tuple[str, str, int, int], ...]
Found = tuple[Subject | None, Why]

_MARKETS = ("市场", "行业", "产业")
_MARKET = re.compile("^(?:国内|中国|我国|全国|国际|全球|世界)|(?:市场|行业|产业)$")


class SubjectCase(NamedTuple):
    """A number in its clause; thing is what is named beside it.

    at_hand: whether the topic is of this sentence; told: whether the number before was about it too.
    """

    page: Page
    frame: Frame
    around: Surroundings
    measure: Measure
    thing: str
    at_hand: bool
    told: bool

    @property
    def maker_at_hand(self) -> bool:
        """Whether the sentence is about a body or a group."""
        topic = self.frame.topic
        return self.at_hand and topic is not None and topic.value.kind in (OwnerKind.BODY, OwnerKind.GROUP)

    @property
    def body_at_hand(self) -> bool:
        """Whether the sentence is about a body."""
        topic = self.frame.topic
        return self.at_hand and topic is not None and topic.value.kind is OwnerKind.BODY


def owns_the_goods(case: SubjectCase, owner: Owner) -> bool:
    """Whether the goods that a place has, an exchange trades or a firm prices are meant, not these themselves.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("广东省粮食产量50万吨", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> around = surroundings(read, frame, quantities(read.text)[-1])
    >>> case = SubjectCase(read, frame, around, Measure.LEVEL, "粮食", False, False)
    >>> owns_the_goods(case, around.own.owner)
    True
    """
    own, quantity = case.around.own, case.around.quantity
    if not case.thing or case.thing.startswith(_deeds()):
        return False
    if owner.kind is OwnerKind.PLACE:
        return bool(own.head) or quantity.kind is not NumeralKind.COUNT
    return owner.name.endswith(exchanges()) or is_price(own.head) or (not own.head and "/" in quantity.text)


@cache
def _deeds() -> tuple[str, ...]:
    return tuple(phrase_words().deed_of_place)


@cache
def exchanges() -> tuple[str, ...]:
    """How the names of places end where goods are traded."""
    return tuple(phrase_words().exchange_ending)


def product_told_of(case: SubjectCase) -> str:
    r"""The goods whose market, or whose price by the title, a text tells of; empty where it tells of none.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("国内尿素价格上涨\n山东出厂价2100元。", None)
    >>> frame = enter_sentence(read, opening(read), 1)
    >>> around = surroundings(read, frame, *quantities(read.text))
    >>> product_told_of(SubjectCase(read, frame, around, Measure.LEVEL, "", False, False))
    '尿素'
    """
    head = case.frame.article_head
    market = _market_before(case)
    product = _MARKET.sub("", market.name) if market is not None else ""
    if not product and is_price(head.head):
        product = head.thing
    # 上海市场 is where it is sold.
    is_named = (is_thing(product) and not areas(product)) or product in phrase_words().short_good
    return product if is_named else ""


def _market_before(case: SubjectCase) -> Owner | None:
    """The last market that a text names before a clause, not far."""
    at = bisect_left(case.page.owner_starts, case.frame.clause.start)
    named_last = reversed(case.page.owners[max(0, at - FEW) : at])
    return next((one for one in named_last if one.name.endswith(_MARKETS) and one.kind is not OwnerKind.BODY), None)


def named(owner: Owner, rule: str) -> Found:
    """An owner as the subject, with the rule that found it.

    >>> named(Owner(0, 2, "京东", OwnerKind.BODY, "jd", None), "owner of the clause")[1]
    (('subject', 'owner of the clause', 0, 2),)
    """
    return held(owner), why(rule, owner.char_start, owner.char_end)


def held(owner: Owner) -> Subject:
    """An owner as a claim carries it.

    >>> held(Owner(0, 2, "京东", OwnerKind.BODY, "jd", None)).entity_id
    'jd'
    """
    return Subject(owner.name, owner.entity_id, owner.area)


def why(rule: str, start: int, end: int) -> Why:
    """The rule that gave a subject and the place of its words.

    >>> why("title", 0, 2)
    (('subject', 'title', 0, 2),)
    """
    return (("subject", rule, start, end),)

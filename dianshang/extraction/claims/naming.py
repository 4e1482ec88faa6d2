"""The names a claim carries: subject, indicator phrase and area, from its own words and from what it inherits."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.backwards import words
from dianshang.extraction.claims.topics import NO_TOPIC, Topic, indicator_of, share_indicator
from dianshang.extraction.names.areas import area_code
from dianshang.extraction.names.entities import canonical
from dianshang.extraction.names.holders import Holder, anaphor, bare_name, holder
from dianshang.schema.codes import Measure, Nature
from dianshang.schema.cues import cues
from dianshang.schema.indicators import indicators


class Named(NamedTuple):
    """What a claim is about.

    subject is whose property it is; holder the subject that later numbers inherit, which for the members of a list
    is that of its head; indicator_text and code what is measured; root the indicator behind a share.
    """

    subject: Holder | None
    holder: Holder | None
    indicator_text: str | None
    code: str | None
    root: str | None = None

    @property
    def nature(self) -> Nature:
        """Stock or flow, by the thing itself; a share is of the nature of what is shared."""
        code = self.root or self.code
        return indicators()[code].nature if code else Nature.FLOW


# What is traded, and moves from close to close.
TRADED = frozenset({"securities_return", "index_level", "share_price", "net_asset_value"})
UNNAMED = Named(None, None, None, None)


@cache
def _people() -> re.Pattern[str]:
    return re.compile(words(cues().people))


@cache
def _market() -> re.Pattern[str]:
    return re.compile(r"市场(?!监|总监|部|研究|调|人士|分析)|份额|占有率")


def named(
    own: Topic, inherit: Callable[[], Named], measure: Measure, unit: str | None, denominator: str | None, around: str
) -> Named:
    """Names a claim.

    Args:
        own: The number's own noun phrase.
        inherit: Gives the names it falls back on: of the number before it, of an earlier clause, a heading or a title;
            called only where its own words leave something open.
        measure: Its measure.
        unit: Its unit.
        denominator: The whole of a share, where stated.
        around: The words around the number, for telling shares of people from others.

    Returns:
        The names. Words that only qualify the indicator (民生支出) leave the subject to the one inherited; words that
        point back (全市) are replaced by it.
    """
    if own is NO_TOPIC:
        inherited = inherit()
        root = inherited.root or inherited.code
        code = _settled(root, unit, measure, around, denominator)
        return inherited._replace(subject=inherited.holder or inherited.subject, code=code, root=root)
    pointer = anaphor(own.phrase)
    prefix = own.prefix
    mine = None if pointer and pointer == prefix else holder(prefix.removeprefix(pointer)) if prefix else None
    complete = own.code is not None and measure is Measure.LEVEL and mine is not None
    inherited = UNNAMED if complete and mine is not None and (mine.area or mine.entity_id) else inherit()
    carried = inherited.holder
    subject = mine or carried
    lasting = subject
    if mine is None and measure is Measure.SHARE and own.code is None and prefix and not pointer:
        # 三星占18.5%: whoever has the share is the subject, though no registry knows it.
        subject = Holder(prefix, None, carried.area if carried else None)
        lasting = carried or subject
    elif subject is None and not pointer and (bare := bare_name(prefix)):
        subject = lasting = Holder(bare, None, None)
    if mine is not None and mine.area is None and carried is not None and carried.area and _inside(mine, own):
        subject = lasting = mine._replace(area=carried.area)
    elif own.code in TRADED and not prefix:
        # 沪深300: an index is named by itself.
        subject = lasting = Holder(own.phrase, None, None)
    text = own.phrase.removeprefix(pointer)
    if carried is not None and subject is carried and carried.name not in text:
        text = carried.name + text
    code = own.code
    if code is None and measure is not Measure.LEVEL:
        code = inherited.root or inherited.code
    if subject is not None and subject.area is None and measure is Measure.SHARE:
        # A share lies where its market lies, which the head of the list names.
        subject = subject._replace(area=area_code(around))
    settled = _settled(code, unit, measure, around + prefix, denominator)
    return Named(subject, lasting, text or None, settled, code)


def _inside(mine: Holder, own: Topic) -> bool:
    # 民营企业 in news of a province are its own; a registered company is not.
    return mine.entity_id is None and own.code is not None


def _settled(code: str | None, unit: str | None, measure: Measure, around: str, denominator: str | None) -> str | None:
    if measure is not Measure.SHARE:
        return indicator_of(code, unit, measure)
    whole = denominator or ""
    people = _people().search(around + whole) is not None
    return share_indicator(code, people, _market().search(whole or around) is not None)


def growth_name(text: str | None) -> str | None:
    """The name of a growth: that of its level with 增长率.

    >>> growth_name("中国网民规模"), growth_name("净值增长率")
    ('中国网民规模增长率', '净值增长率')
    """
    if text is None or text.endswith(("率", "增速", "幅", "幅度")):
        return text
    return f"{text}增长率"


@lru_cache(maxsize=4096)
def source_id(claimant: str | None) -> str | None:
    """The id of a registered claimant, or None."""
    known = canonical(claimant) if claimant else None
    return known[1] if known else None

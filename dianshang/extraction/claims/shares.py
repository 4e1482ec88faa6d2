"""What a share is called: an ordered table of rules, each of which names it or leaves it to the next."""

import re
from collections.abc import Callable
from functools import cache

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.claims.measures import STAKE
from dianshang.extraction.claims.parts import part_behind
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import clean, head_of
from dianshang.schema.codes import Measure
from dianshang.schema.cues import cues

_DOES = re.compile(
    r"(?:以上|左右)?(?:均|都)?(?:被)?(?P<does>用于|来自|出口|销往|流向|集中在|选择|依赖|依靠)(?P<what>[^，,。；;、的]{1,10})"
)

_OF_A_WHOLE = re.compile("占.+的比重$")
_DONE_WITH = re.compile("收购|受让|购买|购入|买入|出售|转让|出让|卖出|增持|减持|回购|质押|持有|拥有|认购")

_WITHIN = re.compile(
    "(?:^|[中国省市额量值])在(?P<whole>[^在]{2,16}?)(?:(?:当?中的?|的)(?P<share>(?:所占的|所?占?)(?:比重|比例)|(?:市场)?份额|占有率|市占率)?[从由]?)?$"
)


def share(case: Case) -> Name | None:
    """Names a share from what is said of it.

    Args:
        case: The number in its clause.

    Returns:
        The name; None where only its noun phrase tells.

    >>> from dianshang.extraction.claims.measures import Said
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("三成消费者选择网购。")
    >>> case = Case(read, frame, around, Said(Measure.SHARE, 1, True), None, len(read.text))
    >>> share(case).text
    '选择网购的比重'
    """
    return next((name for rule in _RULES if (name := rule(case)) is not None), None)


def _of_a_deed(case: Case) -> Name | None:
    does = _DOES.match(case.page.text, case.around.quantity.char_end)
    return Name(f"{does['does']}{does['what']}的比重", case.around.own.code) if does else None


def _of_a_stake(case: Case) -> Name | None:
    """Reads 收购某某科技60%股权."""
    stake = STAKE.match(case.page.text, case.around.quantity.char_end)
    if stake is None or case.around.own.head or case.around.words.share:
        return None
    done = [deed.group() for deed in _DONE_WITH.finditer(case.around.phrase)]
    return Name(f"{done[-1]}{stake['what']}比例", case.around.own.code) if done else None


def _behind_it(case: Case) -> Name | None:
    """Reads 以25%的市场份额位居第一."""
    named = _shares().match(case.around.behind)
    return Name(named["noun"], case.around.own.code) if named else None


def _of_a_part(case: Case) -> Name | None:
    """Reads 三成网民选择网购."""
    own = case.around.own
    part = None if own.text or own.head else part_behind(case.page, case.around.quantity.char_end)
    return Name(f"{part.deed}的比重", own.code) if part is not None and part.deed else None


def _of_a_whole(case: Case) -> Name | None:
    """Reads 占销售额的30%, and 规模达8000亿元，其中服装占30%."""
    own, last = case.around.own, case.around.previous
    whole = clean(case.said.denominator) if case.said.denominator else ""
    if not whole and last is not None and last.measure is Measure.LEVEL and case.around.words.share and not own.head:
        if case.bare and own.owner is None and "其中" not in case.around.near:
            # 百合出口4500吨，占45%: what was told is the part.
            return Name(f"{last.noun}占比", case.frame.label)
        whole = last.noun
    # 产量占世界的4%: 产量 is what is a part.
    part = own.text.partition("占")[0] if case.said.denominator else ""
    part = part if head_of(part)[0] or part.endswith("的人") else ""
    return Name(f"{part}占{whole}的比重", own.code or case.frame.label) if whole else None


def _within_a_whole(case: Case) -> Name | None:
    """Reads 在全国零售额中的占比为6%."""
    within = _WITHIN.search(case.around.phrase)
    if within is None or not (within["share"] or case.around.words.share):
        return None
    return Name(f"占{clean(within['whole'])}的比重", case.around.own.code)


def _of_the_same_whole(case: Case) -> Name | None:
    """Reads 服装占30%，鞋占20%: of the same whole."""
    last = case.around.previous
    if last is None or last.measure is not Measure.SHARE or not _OF_A_WHOLE.search(last.noun):
        return None
    return Name(last.noun, last.code) if case.around.words.share else None


def _of_what_has_it(case: Case) -> Name | None:
    """Reads 液晶电视占比达45%."""
    own = case.around.own
    if not case.around.words.share or own.head:
        return None
    if own.text:
        return Name(f"{own.text}占比", own.code or case.frame.label)
    return Name(f"{own.owner.name}占比", case.frame.label) if own.owner is not None else None


_RULES: tuple[Callable[[Case], Name | None], ...] = (
    _of_a_stake,
    _of_a_deed,
    _behind_it,
    _of_a_part,
    _of_a_whole,
    _within_a_whole,
    _of_the_same_whole,
    _of_what_has_it,
)


@cache
def _shares() -> re.Pattern[str]:
    return re.compile(f"(?:以上|左右|多)?的(?P<noun>(?:市场)?(?:{words(cues().share_noun)}))")

"""The noun phrase of what a number measures, and the indicator that it names."""

import re
from bisect import bisect_left
from collections.abc import Callable

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.claims.counting import counted
from dianshang.extraction.claims.deeds import ends_in_a_deed, of_what_is_done
from dianshang.extraction.claims.indicators import RELATIVE_UNITS
from dianshang.extraction.claims.measures import Said
from dianshang.extraction.claims.parts import behind_sizes
from dianshang.extraction.claims.prices import priced
from dianshang.extraction.claims.shares import share
from dianshang.extraction.claims.surroundings import Surroundings, tells_the_same
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.phrases.nouns import NO_NOUN, head_of
from dianshang.extraction.phrases.things import behind_light_verb, is_thing, up_to_head
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

LONGEST_BEHIND = 18
_IN_TURN = re.compile("^[和及与、][^的]{1,12}的|(?:分别|依次)$")
_BEHIND = re.compile(
    r"(?:以上|以下|左右|上下|以内|多|余)?+(?P<of>的)?[“\"]?"
    r"(?P<noun>[^，,。；;：:、！？\n（）()0-9０-９“”\"《》的了在是将被与及和占因则由需进也还都均已参前来成等]{1,14})"
)
_CHANGING = re.compile(
    "^(?:每[年月日天周])?(?:上调|下调|提高|降低|增加|减少|增长|削减|缩减|压缩|调高|调低|调增|调减)了?(?=..)"
)


def named(page: Page, frame: Frame, around: Surroundings, said: Said) -> Name:
    """Names what a number measures, from its own words, else from what holds at its clause.

    Args:
        page: The text.
        frame: What holds at the clause.
        around: The number with the words of its clause.
        said: Its measure.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("京东2012年销售额达600亿元。")
    >>> from dianshang.extraction.claims.measures import Said
    >>> named(read, frame, around, Said(Measure.LEVEL, 1, True))
    Name(text='销售额', code='sales_revenue')
    """
    quantity, start = around.quantity, behind_sizes(page, around.quantity)
    end = min(start + LONGEST_BEHIND, frame.sentence.end)
    after = bisect_left(page.readings, (start,))
    for reading in page.readings[after : after + 1]:
        end = end if reading.quantity is None else min(end, max(start, reading.char_start))
    for period in periods_between(page, start, end)[:1]:
        end = period.char_start
    case = Case(page, frame, around, said, _BEHIND.match(page.text, start, end), end)
    if said.measure is Measure.SHARE and (name := share(case)) is not None:
        return name
    if said.measure is Measure.LEVEL and quantity.kind is NumeralKind.COUNT:
        return counted(case)
    found = next(name for rule in _OF_WORDS if (name := rule(case)) is not None)
    if not found.text and quantity.kind is NumeralKind.COUNT:
        # 移动电话用户净增6000万户
        return counted(case)
    if quantity.kind is NumeralKind.AGE and not head_of(found.text)[0]:
        return Name("年龄", found.code)
    if said.measure is Measure.LEVEL and quantity.unit not in RELATIVE_UNITS:
        found = of_what_is_done(case, found)
    if said.measure is Measure.CHANGE:
        # 减少收入3亿元 is a change of 收入.
        found = found._replace(text=_CHANGING.sub("", found.text))
    return priced(case, found._replace(text=_of_one(up_to_head(found.text))))


def _of_one(text: str) -> str:
    """和南非的出口额, 展位数量分别: what is told in turn of several, as told of each."""
    bare = _IN_TURN.sub("", text)
    return bare if len(bare) > 1 else text


def _of_the_move(case: Case) -> Name | None:
    """农民增收800元 tells of 收入."""
    noun = phrase_words().moved_noun.get(case.around.words.move or "")
    if noun is None or case.around.own.head:
        return None
    return Name(case.around.own.text + noun, head_of(noun)[1])


def _under_a_head(case: Case) -> Name | None:
    head = case.frame.head
    return Name(case.around.own.text + head.text, head.code) if head.head and not case.around.own.head else None


def _amount_of_a_deed(case: Case) -> Name | None:
    """完成第三轮融资，金额超过1亿美元 is 融资金额."""
    own, lead = case.around.own, case.around.lead
    if own.text not in phrase_words().amount_of_deed or not lead.text:
        return None
    deed = ends_in_a_deed(lead.text)
    what = deed.group() if deed else lead.head
    return Name(what + own.text, own.code) if what and lead.text.endswith(what) else None


def _own(case: Case) -> Name | None:
    own, last, code = case.around.own, case.frame.last, case.around.own.code
    if not own.head:
        return None
    text = behind_light_verb(own.text)
    if code is None and last is not None and case.said.measure is not Measure.LEVEL:
        code = last.root or last.code
    return Name(text, code or case.frame.label)


def _clause_before(case: Case) -> Name | None:
    """合格率较低，仅59%."""
    lead = case.around.lead
    property_told = up_to_head(lead.text)
    named = lead.head or property_told != lead.text
    return Name(property_told, lead.code) if case.bare and named else None


def _told_of_each(case: Case) -> Name | None:
    """What is told of each is what was told of the first: 甲集团（705亿元）."""
    quantity = case.around.quantity
    if case.said.measure is not Measure.LEVEL or (told := case.frame.nouns.get(quantity.unit or "")) is None:
        return None
    last = case.around.previous
    if case.bare and last is not None and last.measure is not Measure.LEVEL:
        # 挂牌价下调100元至10200元: of what was just told to change.
        return None
    sum_of_an_owner = case.around.own.owner is not None and quantity.kind is NumeralKind.MONEY
    return Name(*told) if case.bare or sum_of_an_owner or case.around.words.opened else None


def _number_before(case: Case) -> Name | None:
    last, is_level = case.frame.last, case.said.measure is Measure.LEVEL
    if last is None or (is_level and not (case.bare and case.frame.in_sentence)):
        return None
    counted = last.measure is Measure.LEVEL and last.quantity.kind is NumeralKind.COUNT
    # 原料涨幅 of a new sentence is none of the exports told before.
    told_before = case.said.measure is not Measure.SHARE and not case.frame.in_sentence
    head = "" if counted or told_before else head_of(last.noun)[0]
    # 收入占总收入的90%，达38亿元: of what the part is.
    of_the_part = case.said.measure in (Measure.GROWTH, Measure.LEVEL) and last.measure is not Measure.CHANGE
    part = last.noun.partition("占")[0] if of_the_part else ""
    return Name(part or last.noun if case.bare else case.around.own.text + head, last.root or last.code)


def _under_the_title(case: Case) -> Name | None:
    head = case.frame.article_head
    if case.said.measure is Measure.LEVEL or case.bare or not head.head:
        return None
    return Name(case.around.own.text + head.head, head.code)


def _told_of_another(case: Case) -> Name | None:
    """集装箱吞吐量600万标准箱，其中内支线完成80万标准箱 tells of its 吞吐量 too."""
    own, said, last = case.around.own, case.around.words, case.around.previous
    if last is not None and tells_the_same(case.around):
        return Name(own.text + head_of(last.noun)[0], last.code)
    # 玫瑰出口4500吨，占45%；百合2100吨: what was told of the first in this unit.
    told = case.frame.nouns.get(case.around.quantity.unit or "")
    goods = case.said.measure is Measure.LEVEL and case.around.quantity.kind is NumeralKind.MEASURE
    if told is None or not goods or own.head or own.owner or said.verb or said.move or not is_thing(own.text):
        return None
    head = head_of(told[0])[0]
    return Name(own.text + head, told[1]) if head.endswith(("量", "额")) else None


def _without_a_head(case: Case) -> Name | None:
    own = case.around.own
    return None if case.bare else Name(own.text, own.code or case.frame.label)


def _thing_before(case: Case) -> Name | None:
    lead = case.around.lead
    return Name(lead.text, lead.code) if lead is not NO_NOUN and is_thing(lead.text) else None


def _under_the_heading(case: Case) -> Name:
    heading = case.frame.heading
    return Name(heading.text if heading.head else "", case.frame.label or heading.code)


# The first that names something does.
_OF_WORDS: tuple[Callable[[Case], Name | None], ...] = (
    _of_the_move,
    _under_a_head,
    _amount_of_a_deed,
    _own,
    _clause_before,
    _told_of_each,
    _number_before,
    _under_the_title,
    _told_of_another,
    _without_a_head,
    _thing_before,
    _under_the_heading,
)

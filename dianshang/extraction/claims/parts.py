"""Whose a number is where that stands behind it: the part of a share (三成小店提价), the group that meets a figure."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.frames.page import Page, owners_between, periods_between
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import before_verb, is_thing
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words
from dianshang.schema.works import works_words

LONGEST_DEED, LONGEST_RELATIVE, MOST_SIZES = 12, 30, 4
_TO_A_SIZE = ("", "和", "及", "与", "、", "年产", "日产", "长", "总长", "总计")
_MARK = re.compile(r"[，,。；;：:、！？\n（）()]")
_BEHIND = re.compile(r"(?:以上|左右|以下|多)?+的?+(?P<part>[^，,。；;：:、！？\n（）()0-9“”《》【】…的]{2,12})")
# 销售额超过100亿元的省份, 10亿元以上的百货店
_OF_THOSE = re.compile("(?:以上|以下|左右|以内)?(?P<of>的)")
# ... 有8个, 新增两家: that group is counted, or told of.
_TOLD_OF = re.compile("(?:已|也|还|仍|均|都|共)*(?:有|达|占|为|新增|增加|减少|增至|数量|超过|[0-9])")
_DEED = re.compile(rf"[^，,。；;：:、！？\n（）()0-9“”《》]{{2,{LONGEST_DEED}}}(?=[，,。；;、！？\n])")


class Part(NamedTuple):
    """What is counted, and what it does; deed is empty where nothing is told of it."""

    name: str
    deed: str


def part_behind(page: Page, at: int) -> Part | None:
    """Reads the part that is named behind a number.

    Args:
        page: The text.
        at: Where the number ends.

    Returns:
        The part; None where no thing stands there.

    >>> from dianshang.extraction.frames.page import page
    >>> part_behind(page("三成消费者选择网购。", None), 2), part_behind(page("三成，", None), 2)
    (Part(name='消费者', deed='选择网购'), None)
    """
    text = page.text
    # 60家企业上周赴欧洲: a time ends what is named.
    end = min((period.char_start for period in periods_between(page, at, at + LONGEST_RELATIVE)), default=len(text))
    match = _BEHIND.match(text, at, end)
    if match is None or text.startswith("人口", at - 1):
        # 100万人|口: the word goes on, and is what is counted.
        return None
    name = _leads_on().sub("", before_verb(match["part"]))
    if group := _group().match(name):
        # 两成消费者不满: the group ends what is named.
        name = group.group()
    if name.startswith("人") and len(name) > 2 and not name.startswith(("人口", "人员", "人群", "人数")):
        # 62%的人担心售后
        return Part("人", match["part"][1:])
    is_part = is_thing(name) and not head_of(name)[0] and not name.startswith(tuple(cues().abstract_noun))
    if not (is_part or name.endswith(tuple(phrase_words().group_ending))):
        return None
    deed = _DEED.match(text, match.start("part") + len(name))
    return Part(name, deed.group() if deed else "")


@cache
def _leads_on() -> re.Pattern[str]:
    # 8家加油站改造后, 20套儿童家具中
    return re.compile(f"(?<=..)(?:(?:{words(cues().will_do)})(?:之?后|以后|时|前).*|(?<![高初集])[当之]?中)$")


@cache
def _group() -> re.Pattern[str]:
    v = phrase_words()
    return re.compile(f".*?(?:{words(v.group_ending)})(?!{words(v.ending_guard)})")


def behind_sizes(page: Page, quantity: Quantity) -> int:
    """Where the words begin that say what is counted: behind the sizes that follow the count (3台60万千瓦机组).

    Args:
        page: The text.
        quantity: The number.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("3台60万千瓦机组", None)
    >>> read.text[behind_sizes(read, quantities(read.text)[0]) :]
    '机组'
    """
    end, sized = quantity.char_end, False
    if quantity.kind not in (NumeralKind.COUNT, NumeralKind.MEASURE):
        return end
    after = bisect_left(page.readings, (end,))
    for reading in page.readings[after : after + MOST_SIZES]:
        size, between = reading.quantity, page.text[end : reading.char_start]
        if size is None or between not in _TO_A_SIZE or size.kind not in (NumeralKind.COUNT, NumeralKind.MEASURE):
            break
        end, sized = size.char_end, sized or size.kind is NumeralKind.MEASURE
    return end if sized or quantity.kind is NumeralKind.MEASURE else quantity.char_end


@cache
def _work() -> re.Pattern[str]:
    book = works_words()
    name = rf"[^，,。；;：:、！？\n（）()0-9的]{{2,30}}?(?:{words(book.kinds)})(?:{words(book.after)})?"
    return re.compile(rf"的({name})(?=[，,。；;、！？\n]|$)")


def group_that_meets(page: Page, around: Surroundings) -> Owner | None:
    """Reads the group that meets a figure (年销售额过百亿元的大企业), or the work that costs it.

    Args:
        page: The text.
        around: The number with the words of its clause.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, _, around = number_of("年销售额过百亿元的大企业")
    >>> group_that_meets(read, around).name
    '大企业'
    """
    quantity, end = around.quantity, around.quantity.char_end
    counts = quantity.kind is NumeralKind.COUNT and quantity.unit != "person"
    meets = _OF_THOSE.match(page.text, end)
    if not counts and (quantity.kind is not NumeralKind.MONEY or meets is None):
        return None
    end = meets.start("of") if meets is not None else end
    if quantity.kind is NumeralKind.MONEY and (work := _work().match(page.text, end)) is not None:
        # 投资2亿元的某县环保材料及制品项目二期: a conjunction within the name.
        return Owner(*work.span(1), work.group(1), OwnerKind.BODY, None, None)
    for owner in owners_between(page, end + 1, end + LONGEST_RELATIVE):
        if page.text[owner.char_start - 1] == "的" and owner.kind is not OwnerKind.PLACE:
            between = page.text[end : owner.char_start]
            is_met = (counts and len(between) > 1) or between == "的"
            return owner if is_met and not _MARK.search(between) else None
    return _part_that_meets(page, around, end) if meets is not None and around.own.head else None


def _part_that_meets(page: Page, around: Surroundings, end: int) -> Owner | None:
    """The part behind the 的 at `end`, where more is told of it (销售额过亿元的网店有8家), or it is worth the sum."""
    part = part_behind(page, end)
    if part is None or part.name in phrase_words().group_ending:
        return None
    behind = end + 1 + len(part.name)
    # 一批价值200万元的药品 are what is worth it, told of or not.
    told_of = around.own.head in phrase_words().amount_of_goods or _TOLD_OF.match(page.text, behind) is not None
    return Owner(end + 1, behind, part.name, OwnerKind.GROUP, None, None) if told_of else None

"""What a text can go on to tell of, and what the words that point back at it mean."""

import re
from bisect import bisect_left
from functools import cache

from dianshang.extraction.frames.page import Page, owners_between, pieces
from dianshang.extraction.layout.document import Clause
from dianshang.extraction.names.areas import areas
from dianshang.extraction.names.entities import entities
from dianshang.extraction.phrases.nouns import clean
from dianshang.extraction.phrases.owner import Owner, OwnerKind, is_reporter
from dianshang.extraction.phrases.owning import is_preposed
from dianshang.extraction.voices.citing import REVISES
from dianshang.extraction.voices.voices import voice_at
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_WORLDWIDE = frozenset({"全球", "世界", "海外", "国外", "境外", "国际"})
INLAND = frozenset({"国内", "国外", "境内", "境外", "海外", "国际"})
_WORKS = ("项目", "工程", "一期", "二期", "三期")
_LEVELS = frozenset("市省县")
FEW = 12  # owners that a pointer reaches back over
_DATA = re.compile(r"[^，,。；;\n]{0,6}?(?:统计|监测|数据|调查|研究报告|报道|资讯)")
LONGEST_LIST = 80
# 这是某市场最大的一笔融资
_SAYS_WHAT_IT_IS = ("这是", "这也是", "这将是", "这已是", "此为", "该数字", "这在")
_BROKEN_DOWN = re.compile(r"其中[^。；;\n]*[0-9.]+[^0-9.年月日。；;\n][^。；;\n]*[，,、]$")
_COUNTED = re.compile(
    "总?数量?(?:[已将约近]|达|为|有|超|突破|[0-9])|[人户]数"
    "|(?:共计?|总共|合计)?(?:已|约|近|达到?|超过?|突破|有|增至|降至)*[0-9.]+[百千万余多]*[家个户名人][。；;]"
)
_BESIDE = re.compile("(?:[拟将已还也曾并又正欲]|计划|预计|准备|可能|或将)*(?:[与和同跟向由从]|对(?!于))")
_FOREMOST = re.compile("(?:最[大早高]|排[名第]|居首|领先|知名|著名)")
_LEAD = re.compile(r"[\s“\"‘（(]*")
# 第十届某某展: the edition is no word before the name.
_EDITION = re.compile("第[0-9一二三四五六七八九十百]{1,4}[届次期]|[0-9]{4}")


def opener_of(page: Page, clause: Clause) -> Owner | None:
    """The owner that opens a clause, unless it is only named as a source.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.layout.document import clauses
    >>> read = page("京东销售额达600亿元，其中苏宁达180亿元。", None)
    >>> [opener_of(read, clause) is None for clause in clauses(read.text, 0, len(read.text))]
    [False, True]
    """
    start = _LEAD.match(page.text, clause.start)
    begin = start.end() if start else clause.start
    if page.text.startswith("其中", begin) or _BROKEN_DOWN.search(page.text, max(0, begin - LONGEST_LIST), begin):
        # A breakdown of what is told (其中甲5人，乙6人) never becomes what the text goes on to tell of.
        return None
    first = pieces(page, begin, clause.end)
    if not first or page.text.startswith(_SAYS_WHAT_IT_IS, begin):
        return None
    for owner in owners_between(page, first[0][0], clause.end)[:3]:
        if owner.kind is OwnerKind.PLACE and _FOREMOST.match(page.text, owner.char_end):
            # 全球最大的电池板生产商某某: where it is the foremost is none that is told of.
            continue
        before = _EDITION.sub("", page.text[first[0][0] : owner.char_start])
        if before and (clean(before) or is_preposed(before)) and not _only_describes(before):
            continue
        if owner.kind in (OwnerKind.GROUP, OwnerKind.PLACE) and page.text.startswith("、", owner.char_end):
            # 甲业、乙业和丙业分别占…, 河北、江苏等11省: none of a list is told of alone.
            return None
        told = can_be_topic(page, owner) and not (_is_counted(page.text, owner) or _tells_of_others(page, owner))
        return owner if told else None
    return None


def _only_describes(before: str) -> bool:
    # 拟与甲集团旗下的公司乙股份签约: whom it is done with does not become the topic, whatever describes it.
    beside = _BESIDE.match(before) or is_preposed(before.removesuffix("的"))
    return before.endswith(_described()) and not beside


def _is_counted(text: str, owner: Owner) -> bool:
    """平台商家数量达4万家, 现有家具企业207家: what is only counted is not told of."""
    if owner.kind is not OwnerKind.GROUP:
        return False
    return text.endswith("有", 0, owner.char_start) or _COUNTED.match(text, owner.char_end) is not None


def only_reaches(page: Page, owner: Owner, topic: Owner) -> bool:
    """Whether an owner behind a body of its sentence only says how wide that reaches (甲公司业绩尤佳，全球销售额…).

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("京东业绩尤佳，全球销售额600亿元。", None)
    >>> only_reaches(read, read.owners[1], read.owners[0])
    True
    """
    if owner.kind is not OwnerKind.PLACE or voice_at(page.voices, owner.char_start) is not None:
        return False
    if page.text[owner.char_start : owner.char_end] in INLAND:
        # 开发企业资金来源5000亿元，其中国内贷款800亿元
        return topic.kind in (OwnerKind.BODY, OwnerKind.GROUP)
    return owner.name in _WORLDWIDE and topic.kind is OwnerKind.BODY


def _tells_of_others(page: Page, owner: Owner) -> bool:
    """Whether an owner is named only in the words of a voice: a place, a group, or a body that researches others."""
    at = bisect_left(page.voices, (owner.char_start + 1,)) - 1
    if at < 0 or page.voices[at].end <= owner.char_start or page.voices[at].rule == "quotation":
        return False
    said = page.text[page.voices[at].start : page.voices[at].end]
    v = phrase_words()
    researches = any(word in said for word in v.research_word) and not any(word in said for word in v.own_report)
    return owner.kind is not OwnerKind.BODY or researches or page.voices[at].rule == REVISES


@cache
def _described() -> tuple[str, ...]:
    # 位居榜首的某网, 服装企业某某: what stands before the name only describes it.
    return ("的", *phrase_words().apposition)


@cache
def _generic() -> tuple[str, ...]:
    return tuple(phrase_words().generic)


def can_be_topic(page: Page, owner: Owner) -> bool:
    """Whether an owner can be what a text goes on to tell of: no reporting body, no title, no group in general.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("国家统计局数据显示，京东销售额达600亿元。", None)
    >>> [(owner.name, can_be_topic(read, owner)) for owner in read.owners]
    [('国家统计局', False), ('京东商城', True)]
    """
    # 广州数据不容乐观: a place whose data are told of is no source.
    data = owner.kind is not OwnerKind.PLACE and _DATA.match(page.text, owner.char_end)
    if is_reporter(owner) or data or _titled(page.text, owner):
        return False
    if owner.kind is OwnerKind.GROUP and owner.area is None and owner.name.endswith(tuple(cues().unnamed_ending)):
        return owner.name not in cues().unnamed and not owner.name.endswith("人士")
    return owner.kind in (OwnerKind.PLACE, OwnerKind.THING) or not owner.name.startswith(_generic())


def _titled(text: str, owner: Owner) -> bool:
    # 某某杯 is named after it.
    return (
        text[owner.char_end : owner.char_end + 1] in ("》", "杯")
        or text[max(0, owner.char_start - 1) : owner.char_start] == "《"
    )


def named_before(page: Page, at: int, floor: int, place: bool, firm: bool = False, level: str = "") -> Owner | None:
    """The nearest body, or place, named before `at` and not before `floor`: what 该公司 or 全市 points at.

    A place must end in the `level` that is pointed at (市, 省): 全市 is never 全国.

    With `firm` no work is meant: 公司, behind 甲公司某某项目, is 甲公司.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("京东销售额达600亿元，该公司员工3万人。", None)
    >>> named_before(read, 12, 0, place=False).name
    '京东商城'
    """
    index = bisect_left(page.owner_starts, at) - 1
    while index >= 0 and page.owners[index].char_start >= floor:
        one = page.owners[index]
        if place:
            if one.kind is OwnerKind.PLACE and (level not in _LEVELS or one.name.endswith(level)):
                return one
            # 全市, told by 某市财政局, is that city.
            for inner in areas(page.text[one.char_start : one.char_end])[:1]:
                if inner.char_start == 0 and (level not in _LEVELS or inner.name.endswith(level)):
                    return Owner(
                        one.char_start, one.char_start + inner.char_end, inner.name, OwnerKind.PLACE, None, inner.code
                    )
        elif firm and one.name.endswith(_WORKS):
            if owner := next((body for body in entities(one.name) if body.char_start == 0), None):
                return Owner(one.char_start, one.char_end, owner.name, OwnerKind.BODY, owner.entity_id, None)
        elif one.kind is OwnerKind.BODY and not is_reporter(one):
            return one
        index -= 1
    return None


def namesake_before(page: Page, at: int, pointer: str) -> Owner | None:
    """The last body named before `at` that ends as a pointer to it does: what 该局 or 该协会 points at.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("国家统计局公布数据，京东销售额大增。该局表示，…", None)
    >>> namesake_before(read, 18, "该局").name
    '国家统计局'
    """
    ending = pointer.lstrip("该本")
    before = page.owners[max(0, bisect_left(page.owner_starts, at) - FEW) : bisect_left(page.owner_starts, at)]
    bodies = [one for one in before if one.kind is OwnerKind.BODY and one.name.endswith(ending)]
    return bodies[-1] if bodies and pointer != ending else None


def event_before(page: Page, at: int) -> Owner | None:
    """The last event named before `at`, however far: what 本届展会 points at.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("河湾博览会昨日开幕。本届展会签约5亿元。", None)
    >>> event_before(read, 10).name
    '河湾博览会'
    """
    before = bisect_left(page.events, at, key=lambda event: event.char_start)
    return page.events[before - 1] if before else None

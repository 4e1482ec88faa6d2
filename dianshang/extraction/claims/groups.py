"""Groups that a text names by how many they are, or where they rank, as owners of what is told (39个重点城市收入…)."""

import re
from functools import cache

from dianshang.extraction.claims.subject_case import Found, SubjectCase, named, why
from dianshang.extraction.frames.drafts import Draft, Subject
from dianshang.extraction.frames.page import owners_between, pieces
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import clean, head_of, without_heads, without_mean
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.phrases.owning import is_preposed
from dianshang.extraction.phrases.things import before_verb, is_thing
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words

_OPENS = "，,。；;：:！？\n"
_NAMED = re.compile("[^，,。；;：:、！？\n（）()0-9“”《》]{2,16}")
# 抽检的20套儿童家具中，只有9套合格; 70个城市中，降价的有9个: they are the whole of which the next numbers tell.
_AMONG = re.compile(
    "(?P<name>[^，,。；;：:、！？\n（）()0-9“”《》]{2,14}?)[中里][，,]?(?:[^，,。；;：:、0-9中]{0,14}?(?:有|达|为)|(?:只|仅|就|共|已|约|近|超)*[一-龥]{0,2}?)$"
)
_HOW = re.compile("(?:主动|内?各|以上|以下)$")
_GOES_ON = re.compile("[，,]")
# 排名前20名的百货店, 前十大客户: where they rank is part of what they are called.
_RANKED = re.compile(
    "(?:[^，,。；;的中]{0,8}(?:排名|排行|位居|位列|居))?前(?:[0-9]+|[一二两三四五六七八九十百]+)(?:[名位强家大个])(?P<of>的?[\u4e00-\u9fff]{2,14})"
)
# 其次是广东，有27家
_RANKS = re.compile(
    "(?:其次|再次|最后|[首末]位|第[一二三四五六七八九十]位?|最[大高多低小])[^，,。；;：:0-9]{0,10}?(?:是|为)(?P<who>[^，,。；;：:0-9的]{1,14})[，,]$"
)
# 其中广东最多，达27家
_LEADS = re.compile(
    "(?:[，,。；;：:](?:其中)?|其中)(?P<who>(?!其中)[^，,。；;：:0-9的]{2,10}?)(?:最[多高大快]|居首|领先|次之|紧随其后|(?:位居|排名|位列|居)?(?:第[一二三四五六七八九十]|首位|榜首))[，,][为达有]*$"
)


def counted_group(case: SubjectCase) -> Found | None:
    """Reads the group that a count opens its clause with, of which the next numbers tell.

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("去年，39个重点城市实现收入183亿元。", None))[1].subject.name
    '39个重点城市'
    """
    last, text = case.around.previous, case.page.text
    if last is None or last.quantity.kind is not NumeralKind.COUNT or last.measure is not Measure.LEVEL:
        return None
    if (among := _AMONG.match(text, last.quantity.char_end, case.around.quantity.char_start)) is not None:
        counted = (
            case.around.quantity.kind is NumeralKind.COUNT
            and case.around.own.owner is None
            and among.group().endswith(("有", "达", "为"))
        )
        if not _is_group(among["name"]) or not counted:
            return None
        return Subject(last.quantity.text + among["name"], None, None), why(
            "counted group", last.quantity.char_start, among.end()
        )
    if case.around.own.owner is not None or case.around.own.pointer or not _opens(case, last):
        return None
    named = _NAMED.match(text, last.quantity.char_end)
    name = _without_deeds(before_verb(named.group())) if named else ""
    end = last.quantity.char_end + len(name)
    own = text[end : case.around.quantity.char_start]
    if not _is_group(name) or not (case.around.begin <= end or _goes_on(case, own)):
        return None
    return Subject(last.quantity.text + name, None, None), why("counted group", last.quantity.char_start, end)


def _opens(case: SubjectCase, last: Draft) -> bool:
    """Whether a count stands at the head of its clause, behind no more than a place or a time."""
    if last.quantity.value == 1:
        return False
    at = last.quantity.char_start
    begin = max(case.page.text.rfind(mark, case.frame.sentence.start, at) for mark in _OPENS) + 1
    begin = max(begin, case.frame.sentence.start)
    before = "".join(piece for _, piece in pieces(case.page, begin, at))
    for owner in owners_between(case.page, begin, at):
        if owner.kind is OwnerKind.PLACE:
            before = before.replace(case.page.text[owner.char_start : owner.char_end], "")
    if is_preposed(before):
        return False
    # 这两项指标 were told of before.
    return not before.endswith(("这", "该", "上述", "其")) and not clean(before).strip("、等和的")


def _goes_on(case: SubjectCase, between: str) -> bool:
    """39个重点城市，共接待游客…: what they do, and no other thing that is listed or told of."""
    own = case.around.own.text
    return _GOES_ON.match(between) is not None and bool(own) and not (is_thing(before_verb(own)) and without_heads(own))


def _without_deeds(name: str) -> str:
    """50只基金分红总额: the group ends before what is measured of it."""
    name = _HOW.sub("", name.partition("的")[0])
    head = head_of(name)[0]
    # 城市 is no property, though the codebook counts it.
    measured = head in phrase_words().head and name.endswith(head)
    return _deed().sub("", without_heads(name)) if measured else name


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().flow_word)})+$")


def _is_group(name: str) -> bool:
    return is_thing(name) and bool(without_heads(name)) and not name.endswith(("中", "里"))


def ranked_group(case: SubjectCase) -> Found | None:
    """Reads the group that a clause names by its rank (排名前20名的百货店销售额).

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> [one.subject.name for one in drafts(page("排名前20名的百货店销售额达到218亿元。", None))]
    ['排名前20名的百货店']
    """
    phrase = case.around.phrase
    match = _RANKED.search(phrase) if "前" in phrase else None
    if match is None or phrase[: match.start()].strip("其中在，,的"):
        return None
    of = before_verb(match["of"])
    # 住宅用地平均地价: what is cut off at 平均 holds no property any more.
    averaged = match["of"].startswith("平均", len(of))
    of = without_mean(of if averaged else without_heads(of))
    # 城市 is no thing by itself, and a place here.
    if not is_thing(of.removeprefix("的")) and not of.endswith("市"):
        return None
    name = phrase[match.start() : match.start("of")] + of
    return Subject(name, None, None), why("ranked group", case.around.begin, case.around.end)


def ranking(case: SubjectCase) -> Found | None:
    """Reads what the clause before says to rank so (其次是甲，占比23%; 最大的是乙，金额达6亿元).

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("冰箱占比40%，其次是空调，占比23%。", None))[1].subject.name
    '空调'
    """
    own = case.around.own
    if own.owner is not None or own.pointer or case.thing:
        return None
    floor, begin = case.around.floor, case.around.begin
    found = _RANKS.search(case.page.text, floor, begin) or _LEADS.search(case.page.text, floor, begin)
    if found is None:
        return None
    for owner in owners_between(case.page, *found.span("who")):
        # 收入9亿元，全国排名第九，同比增长…: among whom it ranks is not told of.
        if owner.char_start == found.start("who") and owner.name not in phrase_words().reach:
            return named(owner, "what ranks so")
    if not is_thing(found["who"]) and found["who"] not in phrase_words().short_good:
        return None
    return Subject(found["who"], None, None), why("what ranks so", *found.span("who"))

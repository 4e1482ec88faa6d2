"""Lists of numbers that share a head: the times, things and terms that it names for each of them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from dianshang.extraction.claims.comparisons import compared_by
from dianshang.extraction.claims.indicators import RELATIVE_UNITS
from dianshang.extraction.frames.drafts import Draft, Subject
from dianshang.extraction.frames.page import Page, periods_between, pieces
from dianshang.extraction.frames.spans import Span, shifted
from dianshang.extraction.frames.standing import once_over
from dianshang.extraction.frames.times import is_base
from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.numbers.modifiers import qualifier_before
from dianshang.extraction.phrases.nouns import clean, head_of, without_heads
from dianshang.extraction.phrases.things import before_verb, is_thing
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import Measure, Qualifier


def completed(page: Page, found: list[Draft]) -> list[Draft]:
    """Deals out what the head of a list names for each of its numbers.

    A list over a span of as many years as it has numbers (2015年至2017年分别为…) gives each number its year; a head
    that names as many times or things as there are numbers (今年四季度和明年一季度, 挖掘机、装载机分别增长…) gives each
    number its own.

    Args:
        page: The text.
        found: The drafts in order.

    Returns:
        The same drafts, with times and things dealt out.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("2015年至2017年产量分别为3吨、4吨和5吨。", None)
    >>> [draft.span.end.year for draft in completed(read, drafts(read))]
    [2015, 2016, 2017]
    """
    done = list(found)
    before = _NO_HEADS
    for begin, end in runs(found):
        opens, size = found[begin], end - begin
        heads = _heads(page, opens, size)
        if not heads.times:
            heads = heads._replace(times=_parts(opens.period, size) or _quarters(page, opens, size))
        if _grew_by(page, found, begin, before, size):
            # 轿车产销9万辆和8万辆，同比增长3%和2%
            heads = heads._replace(terms=before.terms)
        if before.sentence is opens.sentence and len(before.things) == size and not without_heads(opens.noun):
            # 东、中、西部收入分别为…，业务量分别为…
            heads = heads._replace(things=before.things)
        before = heads if heads.things or heads.terms else before
        first, years = _years(opens)
        for step in range(size):
            draft = _dealt(page, done[begin + step], heads, step)
            if years == size and not heads.times:
                draft = draft._replace(span=_year_of(opens.span, first + step))
            done[begin + step] = draft._replace(quantity=_as_exact_as(page, opens.quantity, draft.quantity))
    return done


def _as_exact_as(page: Page, first: Quantity, quantity: Quantity) -> Quantity:
    """分别约为10万吨、20万吨: what is said of how exact the first is holds for all that are told one by one."""
    hedge = qualifier_before(page.text, first.char_start)
    if hedge is None or quantity.qualifier is not Qualifier.EXACT or not page.text.endswith(_EACH, 0, hedge[1]):
        return quantity
    return quantity._replace(qualifier=hedge[0])


def _grew_by(page: Page, found: list[Draft], begin: int, before: "_Heads", size: int) -> bool:
    """Whether a list only tells how much what the list before measured has grown."""
    opens = found[begin]
    goes_on = before.sentence is opens.sentence and len(before.terms) == size and begin > 0
    if not goes_on or opens.quantity.unit not in RELATIVE_UNITS:
        return False
    return _GREW.fullmatch(page.text, found[begin - 1].quantity.char_end, opens.quantity.char_start) is not None


def _dealt(page: Page, draft: Draft, heads: "_Heads", step: int) -> Draft:
    """A number of a list with what its head names for it."""
    if heads.times:
        span = _span_like(draft.span, heads.times[step])
        draft = draft._replace(span=span, status=once_over(draft.status, span, page.published))
    if heads.words and draft.quantity.unit in RELATIVE_UNITS:
        # 环比和同比分别增长为0.7%、2.4%: what is told by a word of comparison has grown.
        comparison, base = compared_by(heads.words[step], draft.span)
        measure = Measure.CHANGE if draft.measure is Measure.CHANGE else Measure.GROWTH
        draft = draft._replace(measure=measure, comparison=comparison, base=base)
    if heads.things:
        area = draft.subject.area if draft.subject else None
        draft = draft._replace(subject=Subject(heads.things[step], None, area))
    if heads.terms:
        code = head_of(heads.terms[step])[1]
        draft = draft._replace(noun=heads.terms[step], code=code, root=code)
        if draft.subject is not None:
            # 甲公司营业收入和净利润: the first is none of the name.
            name = draft.subject.name
            draft = draft._replace(subject=draft.subject._replace(name=name.removesuffix(heads.terms[0]) or name))
    return draft


class _Heads(NamedTuple):
    """What the head of a list names for each of its numbers: times, things, terms, words of comparison."""

    sentence: Sentence | None = None
    times: Sequence[Period] = ()
    things: Sequence[str] = ()
    terms: Sequence[str] = ()
    words: Sequence[str] = ()


_NO_HEADS = _Heads()
_BOTH = re.compile("(?P<first>[同环]比)[、和与及](?P<second>[同环]比)[^，,。；;]{0,4}分别[^，,。；;]{0,8}$")
_RESPECTIVELY = "分别"
_ALL_OF = re.compile("(?<=..)[两二三四五六七八九十]{1,2}(?:地|省市?|市|国|县|区|州|个?城市|家).*$")
_EACH = (_RESPECTIVELY, "分别达", "分别达到", "分别有", "均", "都")
# 轿车产销9万辆和8万辆: what is made, and what is sold.
_MADE_AND_SOLD = ("产量", "销量")
_OUTPUT_AND_SALES = re.compile("产销(?:总?量)?(?:分别|累计|各|完成|实现|为|达到?|约|已|同比|环比|均|增长|下降)*$")
_COMPASS = re.compile("[东中西南北](?P<region>部(?:地区|省份)?)")
_NUMBERED = re.compile("第(?P<numbers>[一二三四](?:[、和与及]第?[一二三四])+)(?P<what>产业)")
_NUMBERS = re.compile("[一二三四]")
QUARTERS = 4
_BY_QUARTER = re.compile("(?:[四4]个|各)季度?(?=.*分别|.*依次)")
_GREW = re.compile("[，,；;]?(?:分别|累计|同比|环比|比上年|较上年|增长|下降|上升|增幅|降幅|为|达|了)+")
_JOINTS = re.compile(r"[、和与及]|以及")
_LOOSE_JOINTS = re.compile("[、和]")


def _heads(page: Page, first: Draft, size: int) -> _Heads:
    """As many times, things, terms or words as the list that `first` opens has numbers."""
    text, start, sentence = page.text, first.sentence.start, first.sentence
    if size == len(_MADE_AND_SOLD) and _OUTPUT_AND_SALES.search(text, start, first.quantity.char_start):
        return _Heads(sentence, terms=_MADE_AND_SOLD)
    at = text.rfind(_RESPECTIVELY, start, first.quantity.char_start)
    if at < 0:
        return _NO_HEADS
    if size == 2 and (both := _BOTH.search(text, start, first.quantity.char_start)):
        # 同比和环比分别增长10%和5%
        return _Heads(sentence, words=both.group("first", "second"))
    mark = max(text.rfind(mark, start, at) for mark in "，,；;：:。")
    begin = max(mark + 1, start)
    times = [one for one in periods_between(page, begin, at) if one.period_start and one.period_end]
    if times and is_base(text, times[0]):
        # 较一季度和上半年分别收窄: what each is held against.
        return _NO_HEADS
    if len(named := _each_time(text, times)) == size:
        return _Heads(sentence, times=named)
    head = text[begin:at]
    for period in times:
        head = head.replace(period.text, "")
    head = head.removesuffix("的").removesuffix("同比").removesuffix("环比")
    if terms := _terms(head, size):
        return _Heads(sentence, terms=terms)
    if things := _named(head, size) or _named_before(page, start, begin, size):
        return _Heads(sentence, things=things)
    return _Heads(sentence, times=_times_before(page, start, begin, size) if not times else ())


def _times_before(page: Page, start: int, end: int, size: int) -> list[Period]:
    """2009年和2010年，公司利润分别为3亿元和2亿元: the times that a clause before names last, joined."""
    found = [one for one in periods_between(page, start, end) if one.period_start and one.period_end]
    first = len(found) - 1
    while first > 0 and _JOINTS.fullmatch(page.text, found[first - 1].char_end, found[first].char_start):
        first -= 1
    named = _each_time(page.text, found[max(first, 0) :])
    return named if size > 1 and len(named) == size and not is_base(page.text, found[first]) else []


def _each_time(text: str, times: list[Period]) -> list[Period]:
    """The times that stand joined (今年四季度和明年一季度), each part of them by itself."""
    if not all(_JOINTS.fullmatch(text, left.char_end, right.char_start) for left, right in pairwise(times)):
        return []
    return [part for one in times for part in (_parts(one, one.text.count("、") + 1) or [one])]


def _terms(head: str, size: int) -> list[str]:
    """进口额和出口额分别增长34%和6%: what is measured, each with its number."""
    parts = _JOINTS.split(head)
    terms = [head_of(part)[0] for part in parts]
    return terms if len(parts) == size and all(terms) and not any(map(without_heads, parts[1:])) else []


def _parts(period: Period | None, size: int) -> list[Period]:
    """The months, or quarters, that a time names one by one (8、9、10月, 一、二季度)."""
    if period is None or size < 2 or period.text.count("、") != size - 1:
        return []
    start, end = period.period_start, period.period_end
    if start is None or end is None:
        return []
    return _equal_parts(period, start, end, size)


def _quarters(page: Page, opens: Draft, size: int) -> list[Period]:
    """四个季度分别增长…: the quarters of the year that is told of."""
    period, start, end = opens.period, opens.span.start, opens.span.end
    if size != QUARTERS or period is None or start is None or end is None or not _whole_years(start, end):
        return []
    if _BY_QUARTER.search(page.text, opens.sentence.start, opens.quantity.char_start) is None:
        return []
    return _equal_parts(period, start, end, size)


def _equal_parts(period: Period, start: date, end: date, size: int) -> list[Period]:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    length = months // size
    if months % size or start.day != 1:
        return []
    opens = [shifted(start, step * length) for step in range(size + 1)]
    return [
        period._replace(period_start=first, period_end=after - timedelta(days=1)) for first, after in pairwise(opens)
    ]


def _named(head: str, size: int) -> list[str]:
    if numbered := _NUMBERED.match(head):
        # 第一、二、三产业
        return [f"第{number}{numbered['what']}" for number in _NUMBERS.findall(numbered["numbers"])]
    parts = _JOINTS.split(head)
    if len(parts) != size:
        # 同城、国际及港澳台业务: 及 joins the words of one of them.
        parts = _LOOSE_JOINTS.split(head)
    *parts, last = parts
    if (region := _COMPASS.match(last)) and all(len(part) == 1 for part in parts):
        # 东、中、西部地区收入
        parts, last = [part + region["region"] for part in parts], region.group()
    # 北京、上海、广州三地样品
    last = _ALL_OF.sub("", last)
    # 挖掘机、装载机销量: what is measured is none of the last.
    last = without_heads(clean(last)).removesuffix("同比").removesuffix("环比")
    # 美的 is a name, and no 美 of anybody's.
    things = [bare if len(bare := clean(part)) > 1 else part for part in (*parts, last)]
    good = len(things) == size and all(1 < len(thing) <= LONGEST_THING for thing in things)
    return things if good else []


def _named_before(page: Page, start: int, begin: int, size: int) -> list[str]:
    """冰箱、彩电、热水器位居前三，销售额分别为67亿元…: the things that open the clause before."""
    end = max(start, begin - 1)
    mark = max(page.text.rfind(mark, start, end) for mark in "，,；;：:。")
    listed = before_verb("".join(piece for _, piece in pieces(page, max(mark + 1, start), end)))
    things = _named(listed, size)
    return things if size > 1 and all(is_thing(thing) for thing in things) else []


LONGEST_THING = 12


def _span_like(span: Span, period: Period) -> Span:
    instant = span.start == span.end
    return Span(period.period_end if instant else period.period_start, period.period_end, period.text, span.basis)


def runs(found: list[Draft]) -> Iterator[tuple[int, int]]:
    """The lists among the drafts, as first index and index after the last.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> list(runs(drafts(page("2015年至2017年产量分别为3吨、4吨和5吨。", None))))
    [(0, 3)]
    """
    begin = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or not found[index].in_list:
            if index - begin > 1:
                yield begin, index
            begin = index


def _years(draft: Draft) -> tuple[int, int]:
    """The first of the whole years that date a number, and how many they are."""
    period = draft.period
    start = period.period_start if period is not None else draft.span.start
    end = period.period_end if period is not None else draft.span.end
    if start is None or end is None or not _whole_years(start, end):
        return 0, 0
    return start.year, end.year - start.year + 1


def _whole_years(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _year_of(span: Span, year: int) -> Span:
    return span._replace(start=date(year, 1, 1), end=date(year, 12, 31))

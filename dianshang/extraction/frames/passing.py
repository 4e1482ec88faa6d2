"""How the frame of a text passes from sentence to sentence, clause to clause and number to number.

`opening` makes it; every other step changes that one frame and returns it, in the order in which the text is read.
"""

import re
from bisect import bisect_left

from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.event_days import event_days
from dianshang.extraction.frames.frame import Frame, Held
from dianshang.extraction.frames.page import Page, owners_between, pieces
from dianshang.extraction.frames.reported import is_news, is_reported, opens_the_figures
from dianshang.extraction.frames.times import is_origin
from dianshang.extraction.frames.topics import can_be_topic, only_reaches, opener_of
from dianshang.extraction.layout.document import Clause, heading_above
from dianshang.extraction.phrases.nouns import NO_NOUN, Noun, head_of, noun
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison, Granularity, Measure, PeriodBasis

# A time at the head of a clause holds for what follows; one inside a phrase (2007年的地王) only dates its noun.
_OPENS = re.compile(r"[，,。；;：:、！？!?\n（()）“\"\s而但在于到自至据]")
_LABEL = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,3}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[)）])?([^：:，,。；;\n]{2,24})[：:]"
)
THE_NUMBER_BEFORE = "the number before"
_LEADS_ON = re.compile(r"(?:分别|依次|约|为|是|达|有|如下|以下|情况)*$")
_LOOKS_BACK = ("上年", "上一年", "上月", "上个月", "上季", "上一季", "上周", "去年", "前年", "昨")
_POINTS_BACK = re.compile("[^。；;\n]{0,20}?(?:这组|上述|这些|以上|该组)(?:数据|数字)")
_PUBLISHES = ("公布", "发布", "公布了", "发布了", "公布的", "发布的", "披露")
_REPORTS, _YEARLY_REPORTS = ("报", "报告"), ("年报", "年度报告", "财报", "业绩报告")
_REPEATED = frozenset(set(Comparison) - {Comparison.OTHER})
# 近三年…, 未来五年…: a span around the day of the text dates its own sentence, and nothing behind that.
_ROLLS = re.compile("[在到]?(?:最近|近|过去|未来|今后)[0-9一二两三四五六七八九十几数半]+个?(?:年|季|月|周|星期|天|日)")
_THIS_YEAR, _DIGIT = ("今年", "本年"), re.compile("[0-9０-９]")
_REASONS = "因受为随距离"
_COLONS = frozenset("：:")
_NO_CLAUSE = Clause(0, 0, "")


def opening(page: Page) -> Frame:
    r"""The frame before the first sentence: the topic and the span of the whole text, by its title and lead.

    >>> from dianshang.extraction.frames.page import page
    >>> opening(page("京东去年销售额大增\n京东去年销售额达600亿元。", None)).topic.value.name
    '京东商城'
    """
    text = page.document
    first = text.sentences[0]
    title = first if text.headings[:1] == [0] else None
    topic = time = None
    named_by_title = NO_NOUN
    if title is not None:
        named_by_title = noun(pieces(page, title.start, title.end), owners_between(page, title.start, title.end))
        named = [one for one in owners_between(page, title.start, title.end) if one.kind is not OwnerKind.PLACE]
        named = [one for one in named or owners_between(page, title.start, title.end) if can_be_topic(page, one)]
        topic = Held(named[0], named[0].char_start, named[0].char_end, "title") if named else None
        dated = _times(page, title.start, title.end)
        time = _held(dated[0], "title") if dated and is_reported(page, dated[0]) else None
    return Frame(
        sentence=first,
        clause=_NO_CLAUSE,
        topic=topic,
        article_topic=topic,
        time=None,
        heading_time=None,
        article_time=time,
        event_time=None,
        heading=NO_NOUN,
        label=None,
        head=NO_NOUN,
        last=None,
        in_sentence=False,
        told_time=None,
        nouns={},
        article_head=named_by_title,
        latest=None,
        said=None,
    )


def enter_sentence(page: Page, frame: Frame, index: int) -> Frame:
    r"""Takes the frame on to the head of a sentence: a paragraph's head takes what its heading and the text hold.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("京东去年销售额大增\n去年销售额达600亿元。", None)
    >>> enter_sentence(read, opening(read), 1).topic.value.name
    '京东商城'
    """
    sentence = page.document.sentences[index]
    frame.sentence, frame.in_sentence = sentence, False
    frame.said, frame.head, frame.latest = None, NO_NOUN, None
    if not sentence.opens_paragraph:
        return frame
    above = heading_above(page.document, index)
    heading, heading_time = NO_NOUN, None
    if above is not None:
        head = page.document.sentences[above]
        if above:
            heading = noun(pieces(page, head.start, head.end), owners_between(page, head.start, head.end))
            times = _times(page, head.start, head.end)
            heading_time = _held(times[0], "heading") if times else None
        else:
            # The title's time is that of the whole text.
            heading = frame.article_head
    topic = frame.article_topic or frame.topic
    place = heading.owner is not None and heading.owner.kind is OwnerKind.PLACE
    if heading.owner is not None and can_be_topic(page, heading.owner) and not (place and topic is not None):
        topic = Held(heading.owner, heading.owner.char_start, heading.owner.char_end, "heading")
    label = _LABEL.match(page.text, sentence.start)
    code = head_of(label.group(1))[1] if label else None
    frame.topic, frame.heading, frame.heading_time, frame.label = topic, heading, heading_time, code
    # 在这组数据中，…: of the time of the figures above.
    frame.time = frame.time if _POINTS_BACK.match(page.text, sentence.start) else None
    frame.last = frame.told_time = None
    frame.nouns = {}
    return frame


def leave_sentence(page: Page, frame: Frame) -> Frame:
    """Takes the frame on behind a sentence: a time at the head of one of its clauses holds on through the paragraph.

    >>> from dianshang.extraction.frames.page import page
    >>> read = page("2012年，京东销售额大增。用户达6000万人。", None)
    >>> leave_sentence(read, enter_sentence(read, opening(read), 0)).time.value.text
    '2012年'
    """
    sentence = frame.sentence
    times = _times(page, sentence.start, sentence.end)
    _led(page, frame, times)
    if days := event_days(page, sentence, times):
        frame.event_time = days
    for period, before in reversed([*zip(times, [None, *times], strict=False)]):
        start = period.char_start
        # 发布半年报: what a report tells is of its span.
        if start == sentence.start or _OPENS.match(page.text, start - 1) or _of_a_report(page.text, period):
            if _ROLLS.match(period.text):
                continue
            if period.text.startswith(_LOOKS_BACK) and _told_later(times, period):
                # 2014年播种8万亩，上年为7万亩: what follows goes on in 2014.
                continue
            # 昨天闭幕: what is told behind is of all its days.
            held = days if days is not None and days.start == start else _held(period, "earlier sentence")
            if before is not None and _goes_up_to(before, period):
                held = _held(before, "earlier sentence")
            # 10月3日单日… is a detail of 10月1日至7日, which goes on.
            if frame.time is None or not _within(period, frame.time.value):
                frame.time = _used(page, frame, held)
            return frame
    told = frame.told_time
    if (day := _day_alone(page, frame, times)) is not None:
        frame.time = days or day
    elif told is not None and told.start >= sentence.start and not _ROLLS.match(told.value.text):
        frame.time = told
    return frame


def _used(page: Page, frame: Frame, held: Held[Period]) -> Held[Period]:
    # 今年变化不大，甲店2010年售出3亿元: what only leads to the time of the figures dates none of what follows.
    told = frame.told_time
    if told is None or held.value.text not in _THIS_YEAR or told.start < held.end:
        return held
    return held if _DIGIT.search(page.text, held.end, told.start) else _held(told.value, "earlier sentence")


def _told_later(times: list[Period], period: Period) -> bool:
    end, start = period.period_end, period.char_start
    return any(end and one.period_end and one.period_end > end for one in times if one.char_end <= start)


def _goes_up_to(before: Period, period: Period) -> bool:
    # 截至2月13日，今年以来基金上涨…: up to that day.
    if before.marker != "until" or before.period_end is None or period.period_start is None:
        return False
    ongoing = period.marker == "since" or period.granularity is Granularity.YEAR
    return ongoing and before.period_end.year == period.period_start.year


def _led(page: Page, frame: Frame, times: list[Period]) -> None:
    """Sets the span that the text reports on, where its title named none: that of its first figures."""
    if frame.article_time is not None or not (frame.in_sentence and opens_the_figures(page, frame.sentence)):
        return
    if page.published is None:
        # 2010年6月成立，截至9月贷款260亿元: where no day tells what is news, only what dates the figure.
        dates = frame.told_time.start if frame.told_time is not None else None
        times = [one for one in times if one.char_start == dates and not one.marker]
    if (told := next((one for one in times if is_news(page, one)), None)) is not None:
        frame.article_time = _held(told, "span of the lead")


def _day_alone(page: Page, frame: Frame, days: list[Period]) -> Held[Period] | None:
    """沪铜10日震荡走低。主力合约报…: the one day, or week, that a sentence without a number tells of."""
    alone = not frame.in_sentence and len(days) == 1 and days[0].granularity in (Granularity.DAY, Granularity.WEEK)
    if alone and page.text[days[0].char_start - 1] in _REASONS:
        # 因春节临近，…: why it is so, not when.
        return None
    return _held(days[0], "earlier sentence") if alone else None


def _of_a_report(text: str, period: Period) -> bool:
    # 公布10月份食品价格监测情况。在监测的…: what is made public is of its span.
    published = text.endswith(_PUBLISHES, 0, period.char_start)
    return published or period.text.endswith(_REPORTS) or text.startswith(_YEARLY_REPORTS, period.char_end)


def _within(period: Period, wider: Period) -> bool:
    day, start, end = period.period_start, wider.period_start, wider.period_end
    fixes = period.granularity is not Granularity.DAY or period.marker == "until"
    if fixes or day is None or start is None or end is None:
        return False
    return start <= day <= end and start != end


def enter(page: Page, frame: Frame, clause: Clause) -> Frame:
    """Takes the frame on to the head of a clause: an owner that opens it becomes the topic.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.layout.document import clauses
    >>> read = page("京东销售额达600亿元，苏宁销售额达180亿元。", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> [enter(read, frame, clause).topic.value.name for clause in clauses(read.text, 0, len(read.text))]
    ['京东商城', '苏宁']
    """
    frame.head = _list_head(page, frame, clause)
    frame.clause = clause
    owner = opener_of(page, clause) if owners_between(page, clause.start, clause.end) else None
    told = frame.topic.value if frame.topic is not None and frame.topic.start >= frame.sentence.start else None
    if owner is not None and (told is None or not only_reaches(page, owner, told)):
        frame.topic = held = Held(owner, owner.char_start, owner.char_end, "opens a clause")
        frame.article_topic = frame.article_topic or (held if owner.kind is not OwnerKind.PLACE else None)
    return frame


def _list_head(page: Page, frame: Frame, clause: Clause) -> Noun:
    before = frame.clause
    if before.mark[:1] not in _COLONS or before.end < frame.sentence.start or clause.start < before.end:
        return frame.head
    leads_on = _LEADS_ON.search(page.text, before.start, before.end)
    end = leads_on.start() if leads_on else before.end
    named = noun(pieces(page, before.start, end), owners_between(page, before.start, end))
    return named if named.head else frame.head


def after(frame: Frame, draft: Draft) -> Frame:
    """Takes the frame on behind a number: it may be continued, and 同比 said once holds on through the sentence.

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> read = page("京东销售额达600亿元。", None)
    >>> opening(read).in_sentence, after(opening(read), *drafts(read)).in_sentence
    (False, True)
    """
    frame.last, frame.in_sentence = draft, True
    if draft.comparison in _REPEATED:
        frame.said = draft.comparison
    if draft.period is not None and not draft.compared_with and draft.span.basis is PeriodBasis.STATED:
        frame.told_time = _held(draft.period, THE_NUMBER_BEFORE)
    if draft.noun and draft.measure is Measure.LEVEL:
        frame.nouns[draft.quantity.unit or ""] = draft.noun, draft.code
    latest = frame.latest
    end = draft.span.end
    if draft.measure is Measure.LEVEL and end:
        before = latest.span.end if latest is not None and latest.noun == draft.noun else None
        frame.latest = draft if before is None or end > before else latest
    return frame


def _times(page: Page, start: int, end: int) -> list[Period]:
    found = page.dating[bisect_left(page.dating_starts, start) : bisect_left(page.dating_starts, end)]
    return [period for period in found if period.char_end <= end and not is_origin(page.text, period)]


def _held(period: Period, rule: str) -> Held[Period]:
    return Held(period, period.char_start, period.char_end, rule)

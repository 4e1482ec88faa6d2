"""A number read in its clause under a frame: read(page, frame, quantity) gives its draft."""

import re

from dianshang.extraction.claims.about import About, about
from dianshang.extraction.claims.admission import is_claim
from dianshang.extraction.claims.changes import dated_change
from dianshang.extraction.claims.closing import come_to_pass, left_open, undated
from dianshang.extraction.claims.comparisons import compared
from dianshang.extraction.claims.dated import UNDATED
from dianshang.extraction.claims.hearing import heard
from dianshang.extraction.claims.measures import Said, measure
from dianshang.extraction.claims.natures import REACH, just_new, nature, opens_new
from dianshang.extraction.claims.periods import timed
from dianshang.extraction.claims.rates import per, statistic
from dianshang.extraction.claims.status import stated
from dianshang.extraction.claims.surroundings import Surroundings, surroundings
from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page
from dianshang.extraction.phrases.nouns import NO_NOUN
from dianshang.extraction.phrases.predicates import only_compares
from dianshang.extraction.phrases.things import is_thing, up_to_head
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, Nature, NumeralKind
from dianshang.schema.phrases import phrase_words

_LIST_GAP = re.compile(r"(?:以上|以下|左右|多)?[）)]?[ \t\u3000]*[、，,和及与或至；;/]?[ \t\u3000]*[（(]?")
# 培训了3名教师、20名学员和1所学校: one verb for all.
_COORDINATE = re.compile(r"[^，,。；;：:0-9（）()]{1,12}?(?:、|和|及|以及|与)")
_SHARES = re.compile(r"(?<!市)占(?!有率|比)[到据有了]?")
_UP_TO = re.compile("[，,]?(?:而)?[至到达]到?(?:约|近)?")
_TOTAL = re.compile("[，,]?(?:总[数量计]|累计)?(?:达到?|增至|为)(?:了|约|近)?")
_OF_ALL = re.compile("占(?:其|到|了)?(?:总量|总数|总额|总计|全国|全省|全市|世界|全球|同期)[^，,。；;]*$")
_PART = re.compile("其中|包括|包含|含(?!量)")
_NAMED = "noun phrase of the clause"
_RATES = ("增长率", "增速", "增幅", "涨幅", "跌幅", "降幅")
_SAID_AGAIN = frozenset({"或", "，或", "、", "（", "(", "，即"})


def read(page: Page, frame: Frame, quantity: Quantity) -> Draft | None:
    """Reads a number in its place.

    Args:
        page: The text.
        frame: What holds at the number's clause.
        quantity: The number.

    Returns:
        Its draft; None where it makes no claim.

    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> text = page("京东2012年销售额达600亿元。", None)
    >>> frame = enter_sentence(text, opening(text), 0)
    >>> draft = read(text, frame, *quantities(text.text))
    >>> draft.subject.name, draft.noun, draft.span.text
    ('京东商城', '销售额', '2012年')
    """
    previous = frame.last if frame.in_sentence else None
    if previous is not None and _continues(page, previous, quantity):
        return previous._replace(quantity=quantity, own_noun=False, in_list=True, relates_to=None)
    if previous is not None and _is_what_a_price_is_for(previous, quantity):
        return None
    around = surroundings(page, frame, quantity)
    if not is_claim(quantity, around.phrase, around.words, around.near, around.behind):
        return None
    said = _said(page, frame, around)
    found = about(page, frame, around, said)
    if found.noun in phrase_words().amount_of_goods and previous is not None:
        # 出口手机2亿部，价值200亿美元: the sum of what was told before is no price.
        found = found._replace(code=None, root=None)
    held = _nature(page, frame, around, found, said.measure)
    time = timed(page, frame, around, held, said.measure, found)
    comparison, base = compared(page, frame, around, said.measure, time.span, found.code)
    time, base = dated_change(page, around, held, comparison, base, time)
    told, cue = stated(page, frame, around, time.span)
    span = come_to_pass(page, told, left_open(page, told, time.span, time.period))
    span = undated(page, told, span) if time.rule == UNDATED.rule else span
    claimant, voice = heard(page, frame, quantity.char_start)
    is_level = said.measure is Measure.LEVEL
    draft = Draft(
        quantity=quantity,
        sentence=frame.sentence,
        measure=said.measure,
        sign=said.sign,
        subject=found.subject,
        noun=found.noun,
        code=found.code,
        root=found.root,
        own_noun=found.own,
        in_list=False,
        compared_with=only_compares(around.words, quantity),
        denominator=said.denominator,
        span=span,
        comparison=comparison,
        base=base,
        status=told,
        claimant=claimant,
        nature=held,
        period=time.period,
        statistic=statistic(found.noun, around.near, around.behind) if is_level else None,
        per=per(found.noun, around.near, quantity.text) if is_level else None,
        why=(
            *found.why,
            ("indicator", _NAMED if found.own else "what was told before", around.begin, around.end),
            ("measure", "words before the number", around.words.start, quantity.char_start),
            ("period", time.rule, time.start, time.end),
            *((("claimant", voice.rule, voice.start, voice.end),) if voice else ()),
            *((("status", "word of standing", cue.start, cue.start + len(cue.word)),) if cue else ()),
        ),
    )
    coordinate = previous is not None and _COORDINATE.fullmatch(page.text, around.floor, quantity.char_start)
    return _beside(previous, draft) if previous is not None and coordinate else draft


def _continues(page: Page, previous: Draft, quantity: Quantity) -> bool:
    start, end = previous.quantity.char_end, quantity.char_start
    if previous.quantity.unit != quantity.unit or _moves_up_to(page, previous, quantity):
        return False
    return _LIST_GAP.fullmatch(page.text, start, end) is not None


def _moves_up_to(page: Page, previous: Draft, quantity: Quantity) -> bool:
    """Whether a number is what the one before leads to (下调100元至10200元)."""
    # 降幅超过10%，达12%: the same growth, said again.
    again = (
        previous.measure is Measure.GROWTH and quantity.unit == "%" and page.text[previous.quantity.char_end] in "，,"
    )
    moved = previous.measure in (Measure.CHANGE, Measure.GROWTH) and not again
    return moved and _UP_TO.fullmatch(page.text, previous.quantity.char_end, quantity.char_start) is not None


def _is_what_a_price_is_for(previous: Draft, quantity: Quantity) -> bool:
    # 20元一斤
    beside = previous.quantity.char_end == quantity.char_start and previous.quantity.kind is NumeralKind.MONEY
    return beside and quantity.value == 1 and quantity.text[0] in "一1"


def _beside(previous: Draft, draft: Draft) -> Draft:
    if draft.measure is not previous.measure:
        return draft
    return draft._replace(
        subject=previous.subject, span=previous.span, status=previous.status, compared_with=previous.compared_with
    )


def _said(page: Page, frame: Frame, around: Surroundings) -> Said:
    """The measure of a number by its words and, where they do not tell, by the number before it."""
    quantity, own, previous = around.quantity, around.own, around.previous
    # 合格率较低，仅59.5%
    told_by = around.phrase if own is not NO_NOUN else up_to_head(around.lead.text)
    if not own.head and frame.head.head:
        told_by = frame.head.text
    told = around.words
    if previous is not None and told.weak and told.start == around.floor:
        told = told._replace(against_seen=previous.compared_with)
    said = measure(quantity, told, told_by, around.near, around.behind)
    if previous is not None and _moves_up_to(page, previous, quantity):
        return Said(Measure.LEVEL, 1, True)
    if previous is not None and quantity.unit == "%":
        said = _after(previous, said, around, page.text[around.floor : quantity.char_start])
    bare = not own.text or is_thing(own.text) or around.near.startswith("其中")
    listed = own is NO_NOUN or (not own.head and bare)
    if not said.decided and listed and previous is not None and previous.quantity.unit == quantity.unit:
        said = Said(previous.measure, previous.sign, True, previous.denominator)
    return said._replace(denominator=_whole(around, said)) if said.measure is Measure.SHARE else said


def _whole(around: Surroundings, said: Said) -> str | None:
    """Of what a share is a share."""
    if said.denominator:
        return said.denominator
    verb = _SHARES.search(around.phrase)
    if verb is not None and verb.end() < len(around.phrase) and around.phrase[verb.end()] != "的":
        return around.phrase[verb.end() :]
    last = around.previous
    of_the_last = last is not None and last.measure is Measure.LEVEL and "其中" in around.near
    return last.noun or None if last is not None and of_the_last else None


def _after(previous: Draft, said: Said, around: Surroundings, gap: str) -> Said:
    """What a percentage is by the number before it."""
    if previous.measure is Measure.CHANGE and gap in _SAID_AGAIN:
        # 减少30万吨或2.5%
        return Said(Measure.GROWTH, previous.sign, True)
    rate_before = previous.measure is Measure.GROWTH and previous.quantity.unit == "%"
    if around.words.to and rate_before and previous.noun.endswith(_RATES):
        # 增长率由9%降至5%
        return Said(Measure.GROWTH, 1, True)
    return said


def _nature(page: Page, frame: Frame, around: Surroundings, found: About, kind: Measure) -> Nature:
    last = frame.last
    if last is not None and _goes_with(page, frame, last, around, found, kind):
        return last.nature
    counted = around.quantity.kind is NumeralKind.COUNT
    if last is not None and counted and frame.in_sentence and _in_all(page, last, around):
        return Nature.STOCK
    code = found.code if counted else found.root or found.code
    return nature(found.noun, around, code, kind)


def _goes_with(page: Page, frame: Frame, last: Draft, around: Surroundings, found: About, kind: Measure) -> bool:
    """Whether a number tells of the same as the last one: a part of it, or it in other words."""
    same_unit = last.quantity.unit == around.quantity.unit
    both_counts = last.quantity.kind is around.quantity.kind is NumeralKind.COUNT
    if frame.in_sentence:
        part = (same_unit or both_counts) and _PART.search(around.near)
        # 手持订单12艘、65万吨，占全国的38%: the same orders, told again in tons and as a part.
        again = around.near == "、" or (kind is Measure.SHARE and _OF_ALL.search(around.near))
        # 推出土地30宗，同比增加15%
        grown = kind is Measure.GROWTH and last.measure is Measure.LEVEL and not found.own
        if part or again or grown or found.noun in phrase_words().amount_of_goods:
            return True
    # 新开110家店（2010年为98家）
    aside = both_counts and around.words.opened
    told_on = frame.in_sentence or found.noun == last.noun
    return bool((same_unit or aside) and told_on and not found.own and not _in_all(page, last, around))


def _in_all(page: Page, last: Draft, around: Surroundings) -> bool:
    # 净增300万户，达到9000万户; 新增企业9家，总数达30家: what there is by then.
    if _TOTAL.fullmatch(around.near) is None:
        return False
    start = last.quantity.char_start
    return just_new(page.text[max(0, start - REACH) : start]) or opens_new(last.noun)

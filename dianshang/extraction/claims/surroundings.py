"""What stands around a number in its clause, taken apart once for all that is asked of it."""

import re
from bisect import bisect_left
from typing import NamedTuple

from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, owners_between, page, periods_between, pieces
from dianshang.extraction.frames.passing import enter_sentence, opening
from dianshang.extraction.frames.times import is_base
from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.phrases.nouns import NO_NOUN, Noun, head_of, noun
from dianshang.extraction.phrases.predicates import Predicate, predicate
from dianshang.extraction.phrases.things import is_thing
from dianshang.extraction.records import Quantity
from dianshang.reading.datelines import dateline
from dianshang.schema.codes import Measure
from dianshang.schema.phrases import phrase_words

LONGEST_PHRASE, BEHIND = 120, 16
# 某公司上调了快递价格，由8元涨到10元: what is changed is told of.
_CHANGES = re.compile("(?:上调|下调|提高|降低|调整|调高|调低|上浮|下浮)了?")
# 含甲平台在内的网购交易额: what is only said to be in it.
_WITHIN = re.compile("(?:包括|包含|囊括|含|连同)(?![量糖税油水有])[^，,。；;\n]{1,30}?在内的?")
_CAUSES = re.compile(
    "使(?<![大天即假驱行公出特].)得?(?![用馆命者节劲])(?=..)|令(?<![指命司夏时律法政禁号密口].)(?![牌人])(?=..)|导致(?=..)"
)
# 杭州12.9%和天津12.7%
_JOINT = re.compile(
    "(?:的?(?:同比|环比)?(?:增速|增幅|增长率|增长|份额|比例|比重)[、，,]?)?(?:以及|[和及与、])(?=[\u4e00-\u9fffA-Z]{2})"
)
# What a number is followed by that another is said to differ from.
_MOVES_FROM = re.compile(
    "(?:水平)?(?:略|小幅|大幅|微|仅|只)?(?:增|上[涨升]|下[降跌滑]|减|提[高升]|回[落升]|[降升涨跌]|扩大|收窄|[高低多少]出?了?[约近超]?[0-9])"
)
_MARKS = "，,。；;！!？?：:\n（）()…—<>【】"
_UP_TO_A_MARK = re.compile(f"(?s:.*)[{_MARKS}]")


class Surroundings(NamedTuple):
    """A number with the words of its clause.

    previous: the number before it in its sentence; floor: where that ends, or the sentence starts.
    words: the predicate directly before it; own: the noun phrase before that, from `begin` to `end`; phrase: its text
    without times; lead: where it is empty, the noun phrase of the clause before.
    near: all that stands before the number in its clause; behind: what follows its mention.
    """

    quantity: Quantity
    previous: Draft | None
    floor: int
    words: Predicate
    begin: int
    end: int
    own: Noun
    phrase: str
    lead: Noun
    near: str
    behind: str


def surroundings(page: Page, frame: Frame, quantity: Quantity) -> Surroundings:
    """Takes the words around a number apart.

    Args:
        page: The text.
        frame: What holds at its clause.
        quantity: The number.

    >>> _, _, around = number_of("京东2012年销售额达600亿元。")
    >>> around.own.head, around.near
    ('销售额', '京东2012年销售额达')
    """
    text, start = page.text, quantity.char_start
    previous = frame.last if frame.in_sentence else None
    floor = previous.quantity.char_end if previous else frame.sentence.start
    words = predicate(text, start, floor, page.periods_by_end)
    if words.base is None and (words.move is None or words.weak):
        words = _held_against(page, words, quantity, floor)
    end = _before_aside(text, words.start, floor)
    begin = _phrase_start(page, end, floor)
    if previous is not None and text[floor:begin] in ("", ")", "）") and (joint := _JOINT.match(text, begin, end)):
        begin = joint.end()
    # 吸引了28国的1200家厂商: what follows a number up to 的 is what that number counts.
    of_the_number_before = previous is not None and begin == floor and "的" in text[end:start]
    told = pieces(page, begin, end)
    own = NO_NOUN if of_the_number_before or end <= begin else noun(told, owners_between(page, begin, end))
    lead = NO_NOUN
    # 某银行将金价预期上调至…: who speaks is none of the clause before.
    if (own is NO_NOUN or _only_a_head(own)) and begin > floor + 1 and text[begin - 1] in _MARKS:
        opening = _phrase_start(page, begin - 1, floor)
        changed = _CHANGES.search(text, opening + 1, begin - 1)
        lead = _noun(page, changed.end() if changed else opening, begin - 1)
    clause = begin if words.start == start else _phrase_start(page, start, floor)
    return Surroundings(
        quantity=quantity,
        previous=previous,
        floor=floor,
        words=words,
        begin=begin,
        end=end,
        own=own,
        phrase="".join([piece for _, piece in told]),
        lead=lead,
        near=text[min(clause, begin) : start],
        behind=text[quantity.char_end : min(quantity.char_end + BEHIND, frame.sentence.end)],
    )


def _held_against(page: Page, words: Predicate, quantity: Quantity, floor: int) -> Predicate:
    """比2011年平均水平186万吨低9%, 高于2010年的余额18亿元: a number that only describes what is compared with."""
    before = periods_between(page, floor, quantity.char_start)
    base = before[-1] if before and is_base(page.text, before[-1]) else None
    if (
        base is None
        or base.char_start == floor
        or any(mark in page.text[base.char_end : quantity.char_start] for mark in _MARKS)
    ):
        return words
    moves = _MOVES_FROM.match(page.text, quantity.char_end) and page.text[base.char_start - 1] in "比较"
    level = quantity.unit not in ("pp", "x", "%") or page.text[base.char_end] == "的"
    above = level and page.text[base.char_start - 1] in "于及过"
    return Predicate(base.char_start - 1, base=base) if moves or above else words


def number_of(text: str) -> tuple[Page, Frame, Surroundings]:
    """The one number of a sentence with the words around it, as the examples of these modules read it.

    >>> number_of("京东2012年销售额达600亿元。")[2].own.head
    '销售额'
    """
    read = page(text, None)
    frame = enter_sentence(read, opening(read), 0)
    return read, frame, surroundings(read, frame, *quantities(text))


def tells_the_same(around: Surroundings) -> bool:
    """Whether a thing is named only to tell of it what the number before told (销量800万辆，其中轿车500万辆).

    >>> tells_the_same(number_of("京东2012年销售额达600亿元。")[2])
    False
    """
    own, previous = around.own, around.previous
    if previous is None or previous.measure is not Measure.LEVEL or previous.quantity.unit != around.quantity.unit:
        return False
    made = head_of(previous.noun)[0].endswith(("量", "额", "规模")) and not previous.noun.endswith("数量")
    plain = around.words.verb is None or around.words.verb in phrase_words().light_verb
    return made and not own.head and plain and is_thing(own.text)


def _only_a_head(own: Noun) -> bool:
    # 这款奶粉，售价为238元
    return own.owner is None and not own.pointer and bool(own.head) and own.text == own.head


def _noun(page: Page, begin: int, end: int) -> Noun:
    return noun(pieces(page, begin, end), owners_between(page, begin, end)) if end > begin else NO_NOUN


def _before_aside(text: str, end: int, floor: int) -> int:
    # 平均用纸（含再生纸）达30公斤: what a bracket only explains is passed over.
    if text.endswith(("在内", "在内的"), floor, end):
        within = next((one.start() for one in _WITHIN.finditer(text, floor, end) if one.end() == end), None)
        return end if within is None else within
    if text[end - 1 : end] not in ("）", ")"):
        return end
    opening = max(text.rfind("（", floor, end), text.rfind("(", floor, end))
    return opening if opening > floor else end


def _phrase_start(page: Page, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` begins: after the nearest mark, not before `floor` or a voice."""
    text, low = page.text, max(floor, end - LONGEST_PHRASE)
    mark = _UP_TO_A_MARK.match(text, low, end)
    at = mark.end() if mark else low
    if at == 0 or text[at - 1] == "\n":
        # 新华社北京3月5日电 某市…: where the news comes from is none of what it tells.
        at += dateline(text[at:end]).end
    for voice in page.voices[max(0, (last := bisect_left(page.voices, (end,))) - 2) : last]:
        if at < voice.end <= end:
            at = voice.end
    if within := _WITHIN.match(text, at, end):
        at = within.end()
    for made in _CAUSES.finditer(text, at, end):
        # 此次下调将使甲公司减少收入: what is told is told of whoever is made to.
        at = made.end()
    return at

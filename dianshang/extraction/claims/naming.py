"""The noun phrase of what a number measures, and the indicator that it names."""

import re
from collections.abc import Callable
from functools import cache

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.claims.indicators import RELATIVE_UNITS, fitting
from dianshang.extraction.claims.measures import Said
from dianshang.extraction.claims.parts import behind_sizes
from dianshang.extraction.claims.prices import priced
from dianshang.extraction.claims.shares import share
from dianshang.extraction.claims.surroundings import Surroundings, tells_the_same
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import NO_NOUN, Noun, clean, cue_codes, cue_pattern, head_of
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.phrases.things import before_verb, behind_light_verb, is_thing, up_to_head
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words
from dianshang.schema.units import is_money

LONGEST_BEHIND = 18
_BEHIND = re.compile(
    r"(?:以上|以下|左右|上下|以内|多|余)?+(?P<of>的)?"
    r"(?P<noun>[^，,。；;：:、！？\n（）()0-9０-９“”\"《》的了在是将被与及和占因则由需进也还都均已参前来成等]{1,14})"
)
_STRETCH = re.compile(r"[^，,。；;：:、！？\n（）()0-9]{1,10}")
_MOVES = re.compile(
    "大关|关口|同比|环比|(?:快速|大幅|迅速|逐步|稳步|持续)?(?:增长|上升|下降|提高|增加|减少)|增长|下降|增加|减少|上升|上涨|下跌|分别|相比|不等"
)
_THERE_IS = re.compile("^(?:共|现|拥|已|仅|只|约)?有(?=..)")
_CHANGING = re.compile(
    "^(?:每[年月日天周])?(?:上调|下调|提高|降低|增加|减少|增长|削减|缩减|压缩|调高|调低|调增|调减)了?(?=..)"
)
_ONLY = re.compile("(?<=..)(?:[仅只共均]|总共|一共)$")
_MAKES = re.compile("[年月日]产(?=[\u4e00-\u9fffA-Za-z]{2,10}$)")
_COUNTS = ("数", "数量", "人数", "量", "户数", "总数", "次数", "规模")
_MADE = {"生产": "产量", "产": "产量", "产销": "产销量", "售出": "销量", "卖出": "销量"}
# 和某某分别销售手机: only the deed and its object.
_TOGETHER = re.compile("^(?:和|与|及|、).*?分别|^分别")
_OBJECT = re.compile(
    r"^(?:海外|国外|国内|境外)?(?:累计|共|总共|合计)?(进口|出口|生产|产销|销售|售出|卖出|采购|回收|供应|消费|使用|收购|交付|处理|发送|运输)(?!量|额|收入|面积|价|总|成本|均)(.{1,10})$"
)


def named(page: Page, frame: Frame, around: Surroundings, said: Said) -> Name:
    """Names what a number measures, from its own words, else from what holds at its clause.

    Args:
        page: The text.
        frame: What holds at the clause.
        around: The number with the words of its clause.
        said: Its measure.

    >>> from dianshang.extraction.claims.surroundings import surroundings
    >>> from dianshang.extraction.frames.page import page
    >>> from dianshang.extraction.frames.passing import enter_sentence, opening
    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> read = page("京东2012年销售额达600亿元。", None)
    >>> frame = enter_sentence(read, opening(read), 0)
    >>> around = surroundings(read, frame, *quantities(read.text))
    >>> from dianshang.extraction.claims.measures import Said
    >>> named(read, frame, around, Said(Measure.LEVEL, 1, True))
    Name(text='销售额', code='sales_revenue')
    """
    quantity, start = around.quantity, behind_sizes(page, around.quantity)
    end = min(start + LONGEST_BEHIND, frame.sentence.end)
    for period in periods_between(page, start, end)[:1]:
        end = period.char_start
    case = Case(page, frame, around, said, _BEHIND.match(page.text, start, end), end)
    if said.measure is Measure.SHARE and (name := share(case)) is not None:
        return name
    if said.measure is Measure.LEVEL and quantity.kind is NumeralKind.COUNT:
        return _counted(case)
    found = next(name for rule in _OF_WORDS if (name := rule(case)) is not None)
    if quantity.kind is NumeralKind.AGE and not head_of(found.text)[0]:
        return Name("年龄", found.code)
    if said.measure is Measure.LEVEL and quantity.unit not in RELATIVE_UNITS:
        found = _of_what_is_done(case, found)
    if said.measure is Measure.CHANGE:
        # 减少收入3亿元 is a change of 收入.
        found = found._replace(text=_CHANGING.sub("", found.text))
    return priced(case, found._replace(text=up_to_head(found.text)))


def _counted(case: Case) -> Name:
    own, unit, last = case.around.own, case.around.quantity.unit, case.frame.last
    thing = before_verb(case.behind["noun"]) if case.behind and not _MOVES.match(case.behind["noun"]) else ""
    if not thing and (name := _counted_before(case)) is not None:
        return name
    code = own.code if own.code and fitting((own.code,), unit) else _code_behind(case)
    text = _THERE_IS.sub("", _counted_thing(own, case.around.words.verb or "", thing))
    if not thing and (done := _done(text, case.around.quantity)):
        return Name(done, code)
    if not text and last is not None:
        return Name(last.noun, last.code)
    whole = not text or text.endswith(_COUNTS) or (own.head and not thing)
    return Name(_amount(text, case.around.quantity) if whole else f"{text}数量", code)


def _counted_before(case: Case) -> Name | None:
    """What is counted where it stands before the number."""
    own, owner = case.around.own, case.around.own.owner
    told = case.frame.nouns.get(case.around.quantity.unit or "")
    if told is not None and tells_the_same(case.around):
        return Name(*told)
    if owner is not None and owner.kind is OwnerKind.GROUP and (not own.text or own.text in _COUNTS):
        # 浙江省家电零售企业20多家, 微博用户数量6300万
        return Name(f"{owner.name}{own.text or '数量'}", None)
    return None


def _counted_thing(own: Noun, verb: str, thing: str) -> str:
    if thing:
        return verb + thing
    if own.head or (verb and own.text.endswith(verb)):
        return own.text
    return verb + (own.thing or own.text)


def _code_behind(case: Case) -> str | None:
    # 30家书店参展: what they do tells what they are.
    after = _STRETCH.match(case.page.text, case.around.quantity.char_end, case.end)
    found = None
    for match in cue_pattern().finditer(after.group() if after else ""):
        found = fitting(cue_codes()[match.group()], case.around.quantity.unit) or found
    return found


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
    deed = _deed().search(lead.text)
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
    lead = case.around.lead
    return Name(lead.text, lead.code) if case.bare and lead.head else None


def _told_of_each(case: Case) -> Name | None:
    """What is told of each is what was told of the first: 甲集团（705亿元）."""
    quantity = case.around.quantity
    if case.said.measure is not Measure.LEVEL or (told := case.frame.nouns.get(quantity.unit or "")) is None:
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
    return Name(last.noun if case.bare else case.around.own.text + head, last.root or last.code)


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


def _of_what_is_done(case: Case, found: Name) -> Name:
    """进口小麦3万吨 is 小麦进口量; 获得5000万元的贴息贷款 is 贴息贷款; 在当地投资2亿元 is 投资额."""
    quantity, own, verb = case.around.quantity, case.around.own, case.around.words.verb
    if done := _done(own.text, quantity):
        return Name(done, found.code)
    if own.head:
        return _of_deed(case, found) if own.head == verb else found
    if case.behind is not None and case.behind["of"] and (head := head_of(case.behind["noun"]))[0]:
        return Name(_amount(case.behind["noun"], quantity), head[1] or found.code)
    light = verb is not None and verb in phrase_words().light_verb
    named = bool(own.text) or bool(own.pointer) or own.owner is not None or verb in phrase_words().deed
    if verb is not None and not light and named and not found.text.endswith(verb):
        return Name(_amount(verb, quantity), found.code or head_of(verb)[1])
    return _of_deed(case, found) if verb is not None and own.text.endswith(verb) else found


def _done(text: str, quantity: Quantity) -> str | None:
    """What a deed and its object name (进口小麦)."""
    told = _TOGETHER.sub("", text)
    if made := _MAKES.search(told):
        # 年产轮胎200万条
        return f"{told[made.end() :]}产量"
    done = _OBJECT.match(told)
    if done is None:
        return None
    return clean(done[2]) + _MADE.get(done[1], f"{done[1]}{'额' if is_money(quantity.unit) else '量'}")


def _of_deed(case: Case, found: Name) -> Name:
    verb = case.around.words.verb or ""
    told = behind_light_verb(case.around.own.text)
    rest = told.removesuffix(verb)
    named = told if len(rest) <= 1 or is_thing(rest) else verb
    return Name(_amount(named, case.around.quantity), found.code or head_of(verb)[1])


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().deed)})$")


def _amount(text: str, quantity: Quantity) -> str:
    if not (deed := _deed().search(text)):
        return text
    done = _ONLY.sub("", text[: deed.start()]) + deed.group()
    return done + ("额" if is_money(quantity.unit) else "量")

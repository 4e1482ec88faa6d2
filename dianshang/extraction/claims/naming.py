"""The noun phrase of what a number measures, and the indicator that it names."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.claims.indicators import fitting
from dianshang.extraction.frames.frame import Frame
from dianshang.extraction.frames.page import Page, periods_between
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import (
    NO_NOUN,
    Noun,
    before_verb,
    clean,
    cue_codes,
    cue_pattern,
    head_of,
    is_thing,
)
from dianshang.extraction.phrases.owners import OwnerKind
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.phrases import phrase_words
from dianshang.schema.units import is_money


class Name(NamedTuple):
    """What is measured: its noun phrase and the code that its words name."""

    text: str
    code: str | None


_BEHIND = re.compile(
    r"(?:以上|以下|左右|上下|以内|多|余)?(?P<of>的)?"
    r"(?P<noun>[^，,。；;：:、！？\n（）()0-9０-９“”\"《》的了在是将被与及和占因则由需进也还都均已参前来成等]{1,14})"
)
_DOES = re.compile(
    r"(?:以上|左右)?(?:均|都)?(?:被)?(?P<does>用于|来自|出口|销往|流向|集中在|选择)(?P<what>[^，,。；;、的]{1,10})"
)
_CLOSES = re.compile(r"(?:收于|收在|报收|收报|收盘|收涨|收跌|收高|收低|报)[于在至]?$|(?:收于|报收|收报|收涨|收跌)")
_PER = re.compile(r"每([\u4e00-\u9fff]{1,4}?)(?:的|约|为|是|达|高达|近|超过|超|：|:)*$|^/(.+)$")
_STRETCH = re.compile(r"[^，,。；;：:、！？\n（）()0-9]{1,10}")
_MOVES = re.compile("同比|环比|增长|下降|增加|减少|上升|上涨|下跌|分别|相比|不等")
_EACH = re.compile(r"（每[^）]+）$")
_COUNTS = ("数", "数量", "人数", "量", "户数", "总数", "次数", "规模")
_MADE = {"生产": "产量", "产": "产量", "产销": "产销量"}
_OBJECT = re.compile(
    r"^(?:累计|共|总共|合计)?(进口|出口|生产|产销|销售|采购|供应|消费|使用|收购|交付|处理|发送|运输)(?!量|额|收入|面积|价|总|成本|均)(.{1,10})$"
)


def named(
    page: Page,
    frame: Frame,
    quantity: Quantity,
    own: Noun,
    lead: Noun,
    near: str,
    verb: str | None,
    measure: Measure,
    denominator: str | None,
) -> Name:
    """Names what a number measures, from its own words, else from what holds at its clause.

    Args:
        page: The text.
        frame: What holds at the clause.
        quantity: The number.
        own: The noun phrase before its predicate.
        lead: Where that is empty, the noun phrase of the clause before.
        near: All that stands before the number in its clause.
        verb: The verb that governs the number.
        measure: Its measure.
        denominator: Of a share, the whole.
    """
    end = min(quantity.char_end + 18, frame.sentence.end)
    for period in periods_between(page, quantity.char_end, end)[:1]:
        end = period.char_start
    behind = _BEHIND.match(page.text, quantity.char_end, end)
    if measure is Measure.SHARE:
        if does := _DOES.match(page.text, quantity.char_end):
            return Name(f"{does['does']}{does['what']}的比重", own.code)
        if denominator and (whole := clean(denominator)):
            return Name(f"占{whole}的比重", own.code or frame.label)
    if measure is Measure.LEVEL and quantity.kind is NumeralKind.COUNT:
        after = _STRETCH.match(page.text, quantity.char_end, end)
        return _counted(quantity, own, behind, verb, frame, after.group() if after else "")
    found = _of_words(frame, quantity, own, lead, measure)
    if quantity.kind is NumeralKind.AGE and not head_of(found.text)[0]:
        return Name("年龄", found.code)
    if measure is Measure.LEVEL and quantity.unit not in ("%", "x", "pp"):
        found = _of_what_is_done(quantity, own, behind, verb, found)
    return _priced(quantity, near, measure, found)


def _counted(
    quantity: Quantity, own: Noun, behind: re.Match[str] | None, verb: str | None, frame: Frame, after: str
) -> Name:
    thing = before_verb(behind["noun"]) if behind and not _MOVES.match(behind["noun"]) else ""
    if not thing and own.owner is not None and own.owner.kind is OwnerKind.GROUP and not own.thing:
        # 山东省医药流通企业40多家
        return Name(f"{own.owner.name}数量", None)
    code = own.code if own.code and fitting((own.code,), quantity.unit) else _code_in(after, quantity.unit)
    if own.head and not thing:
        text = own.text
    elif thing:
        text = (verb or "") + thing
    else:
        text = own.text if own.text.endswith(verb or "\n") else (verb or "") + (own.thing or own.text)
    if not text and frame.last is not None:
        return Name(frame.last.noun, frame.last.code)
    whole = not text or text.endswith(_COUNTS) or (own.head and not thing)
    return Name(text if whole else f"{text}数量", code)


def _code_in(after: str, unit: str | None) -> str | None:
    # 452家企业参展: what they do tells what they are.
    found = None
    for match in cue_pattern().finditer(after):
        found = fitting(cue_codes()[match.group()], unit) or found
    return found


def _of_words(frame: Frame, quantity: Quantity, own: Noun, lead: Noun, measure: Measure) -> Name:
    last = frame.last
    if not own.head and frame.head.head:
        return Name(own.text + frame.head.text, frame.head.code)
    if own.head and own is not NO_NOUN:
        code = own.code
        if code is None and last is not None and measure is not Measure.LEVEL:
            code = last.root or last.code
        return Name(own.text, code or frame.label)
    bare = own is NO_NOUN or not own.text
    if bare and lead.head:
        return Name(lead.text, lead.code)
    told = frame.nouns.get(quantity.unit or "") if measure is Measure.LEVEL else None
    if told is not None and (bare if own.owner is None else bare or quantity.kind is NumeralKind.MONEY):
        # 国药集团（705亿元）: what is told of each is what was told of the first.
        return Name(*told)
    if measure is not Measure.LEVEL or bare:
        if last is not None and (not bare or frame.in_sentence or measure is not Measure.LEVEL):
            counted = last.measure is Measure.LEVEL and last.quantity.kind is NumeralKind.COUNT
            head = "" if counted else head_of(last.noun)[0]
            return Name(last.noun if bare else own.text + head, last.root or last.code)
        if not bare and frame.article_head.head:
            return Name(own.text + frame.article_head.head, frame.article_head.code)
    if not bare:
        return Name(own.text, own.code or frame.label)
    if lead is not NO_NOUN and is_thing(lead.text):
        return Name(lead.text, lead.code)
    return Name(frame.heading.text if frame.heading.head else "", frame.label or frame.heading.code)


def _of_what_is_done(
    quantity: Quantity, own: Noun, behind: re.Match[str] | None, verb: str | None, found: Name
) -> Name:
    """进口大豆456万吨 is 大豆进口量; 获得1亿美元的私募资金 is 私募资金; 在库车投资7.2亿元 is 投资额."""
    done = _OBJECT.match(own.text)
    if done:
        what = _MADE.get(done[1], f"{done[1]}{'额' if is_money(quantity.unit) else '量'}")
        return Name(clean(done[2]) + what, found.code)
    if behind is not None and behind["of"] and not own.head and (head := head_of(behind["noun"])) and head[0]:
        text = behind["noun"]
        return Name(_amount(text, quantity), head[1] or found.code)
    if verb is not None and not own.head and not found.text.endswith(verb) and own.text:
        return Name(_amount(verb, quantity), found.code or head_of(verb)[1])
    if verb is not None and own.text.endswith(verb):
        thing = own.text if is_thing(own.text.removesuffix(verb) or "物") else verb
        return Name(_amount(thing, quantity), found.code or head_of(verb)[1])
    return found


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().deed)})$")


def _amount(text: str, quantity: Quantity) -> str:
    if not _deed().search(text):
        return text
    return text + ("额" if is_money(quantity.unit) else "量")


def _priced(quantity: Quantity, near: str, measure: Measure, found: Name) -> Name:
    """A sum per something is a price, a close is a closing price."""
    text, code = _EACH.sub("", found.text), found.code
    per = _PER.search(near) or _PER.search(quantity.text[quantity.text.find("/") :] if "/" in quantity.text else "")
    if _CLOSES.search(near) and (is_money(quantity.unit) or quantity.unit == "%") and not head_of(text)[0]:
        text, code = f"{text}收盘价", code or "share_price"
    elif per and is_money(quantity.unit) and not head_of(text)[0]:
        text, code = f"{_unit_cut(text)}价格", code or "price"
    if per and is_money(quantity.unit) and measure is Measure.LEVEL:
        text = f"{_unit_cut(text)}（每{per.group(1) or per.group(2)}）"
    return Name(text, code)


def _unit_cut(text: str) -> str:
    return clean(re.sub(r"每[\u4e00-\u9fff]{1,4}$", "", text))

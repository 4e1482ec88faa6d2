"""What is done, and the amount in which it is done, as names (进口小麦3万吨 is 小麦进口量)."""

import re
from functools import cache

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import clean, head_of
from dianshang.extraction.phrases.things import behind_light_verb, is_thing
from dianshang.extraction.records import Quantity
from dianshang.schema.phrases import phrase_words
from dianshang.schema.units import is_money

_ONLY = re.compile("(?<=..)(?:[仅只共均]|总共|一共)$")
_MAKES = re.compile("[年月日]产(?=[\u4e00-\u9fffA-Za-z]{2,10}$)")
_MADE = {"生产": "产量", "产": "产量", "产销": "产销量", "售出": "销量", "卖出": "销量"}
_OBJECT = re.compile(
    r"^(?:海外|国外|国内|境外)?(?:累计|共|总共|合计)?(进口|出口|生产|产销|销售|售出|卖出|采购|回收|供应|消费|使用|收购|交付|处理|发送|运输)(?!量|额|金额|规模|数|收入|面积|价|总|成本|均)(.{1,10})$"
)


def of_what_is_done(case: Case, found: Name) -> Name:
    """Names what is done: 进口小麦3万吨 is 小麦进口量; 获得5000万元的贴息贷款 is 贴息贷款; 在当地投资2亿元 is 投资额.

    Args:
        case: The number in its clause.
        found: What its words call it.

    >>> from dianshang.extraction.claims.measures import Said
    >>> from dianshang.schema.codes import Measure
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("该县进口小麦3万吨")
    >>> case = Case(read, frame, around, Said(Measure.LEVEL, 1, True), None, len(read.text))
    >>> of_what_is_done(case, Name("进口小麦", None)).text
    '小麦进口量'
    """
    own, verb = case.around.own, case.around.words.verb
    if done := done_to(own.text, case.around.quantity):
        return Name(done, found.code)
    if (name := _named_behind(case, found)) is not None:
        return name
    if own.head:
        return _of_deed(case, found) if own.head == verb else found
    return found if verb is None else _of_verb(case, found, verb)


def _named_behind(case: Case, found: Name) -> Name | None:
    """获得某基金5000万元投资, and 获得5000万元的贴息贷款: what is got stands behind the sum."""
    behind = case.behind
    if behind is None:
        return None
    got = _getting().search(case.around.phrase) and ends_in_a_deed(behind["noun"])
    head = head_of(behind["noun"])
    if got or (behind["of"] and head[0] and not case.around.own.head):
        return Name(amount_of(behind["noun"], case.around.quantity), head[1] or found.code)
    return None


def _of_verb(case: Case, found: Name, verb: str) -> Name:
    """在当地投资2亿元."""
    own, v = case.around.own, phrase_words()
    told = bool(own.text) or bool(own.pointer) or own.owner is not None or verb in v.deed
    if verb not in v.light_verb and told and not found.text.endswith(verb):
        return Name(amount_of(verb, case.around.quantity), found.code or head_of(verb)[1])
    return _of_deed(case, found) if own.text.endswith(verb) else found


def done_to(text: str, quantity: Quantity) -> str | None:
    """What a deed and its object name; None where no deed opens the words.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> done_to("进口小麦", *quantities("进口小麦3万吨"))
    '小麦进口量'
    """
    if made := _MAKES.search(text):
        # 年产轮胎200万条
        return f"{text[made.end() :]}产量"
    done = _OBJECT.match(text)
    # 生产企业 are who does it.
    if done is None or done[2] in phrase_words().doer:
        return None
    return clean(done[2]) + _MADE.get(done[1], f"{done[1]}{'额' if is_money(quantity.unit) else '量'}")


def _of_deed(case: Case, found: Name) -> Name:
    verb = case.around.words.verb or ""
    told = behind_light_verb(case.around.own.text)
    rest = told.removesuffix(verb)
    named = told if len(rest) <= 1 or is_thing(rest) else verb
    return Name(amount_of(named, case.around.quantity), found.code or head_of(verb)[1])


@cache
def _getting() -> re.Pattern[str]:
    return re.compile(words(phrase_words().getting_verb))


def ends_in_a_deed(text: str) -> re.Match[str] | None:
    """Finds the deed that some words end in.

    >>> ends_in_a_deed("商铺成交").group(), ends_in_a_deed("产量") is None
    ('成交', True)
    """
    return _deed().search(text)


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().deed)})$")


def amount_of(text: str, quantity: Quantity) -> str:
    """A deed at the end of some words as an amount.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> amount_of("商铺共成交", *quantities("商铺共成交3套")), amount_of("产量", *quantities("产量3万吨"))
    ('商铺成交量', '产量')
    """
    if not (deed := ends_in_a_deed(text)):
        return text
    done = _ONLY.sub("", text[: deed.start()]) + deed.group()
    return done + ("额" if is_money(quantity.unit) else "量")

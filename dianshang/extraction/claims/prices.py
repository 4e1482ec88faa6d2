"""What a sum per something and the close of a security are called."""

import re
from functools import cache

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import clean, head_of, is_price
from dianshang.schema.codes import Measure
from dianshang.schema.phrases import phrase_words
from dianshang.schema.units import is_money

_CLOSES = re.compile(r"(?:收于|收在|报收|收报|收盘|收涨|收跌|收高|收低)[于在至]?$|(?:收于|报收|收报|收涨|收跌)")
# 普遍卖到398元, 仅售128元
_SOLD_FOR = re.compile(r"(?:[卖售][到至]|[只仅][卖售])(?:了|约|近)*$")
# 河湾股份(600999.SH)大涨9%，现报26.9元: right behind its code, or behind such a move, a share is quoted.
_CODE = r"[（(](?:S[HZ] ?)?[0-9]{4,6}(?:\.(?:HK|SH|SZ))?[)）]"
_MOVES = (
    r"(?:今日|早盘|午后|盘中|一度|现|再|续|逆市|直线|大幅|高开|低开|暴|大|微|小|急|狂|上|下|拉|飙)*"
    r"(?:涨|跌|升|挫|走高|走低)(?:停|近|超过|超|逾|约|了)*"
)
_QUOTED = re.compile(rf"{_CODE}{_MOVES}$")
_QUOTED_ON = re.compile(rf"{_CODE}{_MOVES}[0-9.]+%[，,](?:{_MOVES}[0-9.]+%[，,])?(?:现|股价|最新)?(?:报|{_MOVES})$")
_PER = r"每({each})(?:的|约|为|是|达|高达|近|超过|超|：|:)*$|^/(.+)$"
_TRADED = ("期货", "合约", "现货")
_EACH = re.compile(r"（每[^）]+）$")


def priced(case: Case, found: Name) -> Name:
    """Names a sum per something a price, and a close a closing price.

    Args:
        case: The number in its clause.
        found: What its words call it.

    >>> from dianshang.extraction.claims.measures import Said
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("春茶每公斤160元。")
    >>> case = Case(read, frame, around, Said(Measure.LEVEL, 1, True), None, len(read.text))
    >>> priced(case, Name("春茶", None))
    Name(text='春茶价格（每公斤）', code='price')
    """
    quantity, near = case.around.quantity, case.around.near
    text, code = _EACH.sub("", found.text), found.code
    money = is_money(quantity.unit)
    behind = quantity.text[quantity.text.find("/") :] if "/" in quantity.text else ""
    per = (_per().search(near) or _per().search(behind)) if money else None
    traded = _traded(case, text)
    if traded is not None:
        text, code = traded.text, code or traded.code
    elif per:
        text, code = _price_of(case, text, code)
    elif money and _SOLD_FOR.search(near) and not head_of(text)[0]:
        text, code = f"{text}售价", "price"
    if per and case.said.measure is Measure.LEVEL:
        text = f"{_unit_cut(text)}（每{per.group(1) or per.group(2)}）"
    return Name(text, code)


def quoted(before: str) -> bool:
    """Whether what stands before a number quotes a share.

    >>> quoted("河湾股份(600999.SH)大涨近"), quoted("河湾股份(600999.SH)净利润大涨近")
    (True, False)
    """
    return _QUOTED.search(before) is not None or _QUOTED_ON.search(before) is not None


def _traded(case: Case, text: str) -> Name | None:
    """What is told of something traded is called: its close, its points, its price."""
    unit, bare = case.around.quantity.unit, not head_of(text)[0]
    quantity = case.around.quantity
    if (
        bare
        and quoted(case.page.text[case.frame.sentence.start : quantity.char_start])
        and (unit == "%" or is_money(unit))
    ):
        return Name("股价", "share_price")
    closes = _CLOSES.search(case.around.near) is not None or text.endswith("收盘")
    if closes and (is_money(unit) or unit == "%") and (bare or text.endswith("收盘")):
        return Name(f"{text.removesuffix('收盘')}收盘价", "share_price")
    if unit == "point" and bare:
        return Name(f"{text}{'收盘' if closes else ''}点位", None)
    owner = case.around.own.owner
    goods = text or (owner.name if owner is not None else "")
    if bare and goods.endswith(_TRADED) and case.said.measure in (Measure.GROWTH, Measure.CHANGE):
        return Name(f"{text}价格", "price")
    return None


def _price_of(case: Case, text: str, code: str | None) -> tuple[str, str | None]:
    head = head_of(text)[0]
    if case.bare and not is_price(head):
        # 春茶总产量达1.8万吨，平均每公斤160元
        return f"{text.removesuffix(head).removesuffix('总')}价格", "price"
    return (text, code) if head else (f"{_unit_cut(text)}价格", code or "price")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(_PER.format(each=words(phrase_words().each | set(phrase_words().each_time))))


def _unit_cut(text: str) -> str:
    return clean(re.sub(r"每[\u4e00-\u9fff]{1,4}$", "", text))

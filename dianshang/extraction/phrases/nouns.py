"""A noun phrase taken apart: whose it is, the thing it names, and the property that is measured."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.numbers.lexicon import Lexicon
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.owning import behind, owning, preposed_at
from dianshang.schema.cues import cues
from dianshang.schema.indicators import indicators
from dianshang.schema.phrases import phrase_words

LONGEST_PHRASE = 60
_ENDING = re.compile(
    r"(?:的|了|手[上中里头]|(?<![网线以])上|中|里|方面|数量上|和|与|及|以及|将|有望|预计|或|从|由|自|则|却|也|还"
    r"|现有|(?<![实出体呈表兑变再重涌发])现|已|每年|每个?月|每[天日周季]|旗下|、|[ \t\u3000“”\"]"
    # 港口集港量已从高峰时的160万吨
    r"|[从由自][^，,。；;、从由自]{1,4}时)+$"
)
_NUMBERED = re.compile(r"^[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．][ \t\u3000]*(?=\D)")
_NUMBERS = frozenset("（(0123456789一二三四五六七八九十")
_LAST = frozenset('下头时的了上中里面和与及将望计或从由自有现已年月天日周季、 \t\u3000“”"则却也还')


class Noun(NamedTuple):
    """A noun phrase taken apart.

    owner is the first owner that it names, thing the words between the owner and the head that names a property, text
    the phrase without its owner, code the indicator that the head names in the codebook, head whether it has a head
    at all, pointer the word with which it points back (全市, 该公司).
    """

    text: str
    thing: str
    owner: Owner | None
    code: str | None
    head: str
    pointer: str


NO_NOUN = Noun("", "", None, None, "", "")
# 高于市场预期的: what stands behind is only what the number before is held against.
_MORE_THAN = "(?:而|也|均|略|远)?(?:高于|低于|不及|少于|多于|好于|逊于|超出)"
# 秸秆年利用量: the 年 belongs to the amount.
_YEARLY = re.compile("(?<=..)(?:每?[年月日季])$")
# 不到半年增长: how long it took is none of what grew.
_LASTING = re.compile(
    "(?:不到|短短|仅仅?|近|约)?(?:半|[一两二三四五六七八九十几数0-9]{1,3}个?)[年月天日周]"
    "(?:多|时间|来|内|间|里)*(?:已经?|就|便)?"
)
# 风电新增装机 and 累计装机 are of 风电.
_ADDED = re.compile("(?<=..)(?:新增|累计|出厂|出口|进口|到港|批发|零售|主流|实际|总体|整体|普遍)$")
# 一台液晶电视的利润
_ARTICLE = re.compile("^一[台款种件辆套部个家只条张瓶枚双盒箱](?=..)")
# 二线厂商的生产成本 is of 二线厂商.
_DOING = re.compile("(?<=..)的(?:生产|销售|采购|经营|运营|建设|研发|运输|管理|使用|购买|物料|人工)$")
# 甲和乙分别销售: who does it too is none of what is done.
_BESIDE = re.compile("^[和与及、][^，,。；;]*?分别")
_SECTOR = re.compile("(?:工业|农业|服务业|制造业|高技术产业)(?=.)")
# 在某收入中所占的比重: what the part is taken from is none of it.
_OF_A_WHOLE = re.compile("(?<!存)在?[^在，,]*?(?:[中里]所?|所)占(?:有|据)?的?$")
_ITS = frozenset({"其", "该"})


@cache
def cue_codes() -> dict[str, tuple[str, ...]]:
    """The indicators that a word of the codebook names."""
    codes: dict[str, tuple[str, ...]] = {}
    for indicator in indicators().values():
        for cue in indicator.cues:
            codes[cue] = (*codes.get(cue, ()), indicator.code)
    return codes


@cache
def cue_words() -> Lexicon[tuple[str, ...]]:
    """Finds the words of the codebook, each with the indicators that it names."""
    return Lexicon(cue_codes())


@cache
def _heads() -> Lexicon[bool]:
    v = phrase_words()
    amounts = {deed + amount for deed in v.deed for amount in ("量", "额", "总量", "总额")}
    return Lexicon(dict.fromkeys(v.head | v.place_head | set(cue_codes()) | amounts, True))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{words(cues().opener_guard)})(?:{words(cues().opener)})|[ \t\u3000、“\"])+")


@cache
def _openings() -> frozenset[str]:
    """The characters with which an opener begins."""
    return frozenset(word[0] for word in cues().opener) | set(' \t\u3000、“"')


@cache
def _no_noun() -> re.Pattern[str]:
    # 而这一数字在…: what stands for what was told before, with the words around it.
    behind = "在|则|也|还|已|将|仅|有望|预计|的|为|却|再|又"
    stands_for = f"[\\s“]*(?:而|但|不过|预计|到|且|并)*(?:{words(cues().pronoun)})(?:{behind})*$"
    return re.compile(f"{_MORE_THAN}|{stands_for}")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().pointer | phrase_words().event_pointer)})(?![他它余])")


@lru_cache(maxsize=8192)
def clean(raw: str) -> str:
    """A noun phrase without the words that open a clause and the particles that close it.

    >>> clean("其中民营企业出口额将")
    '民营企业出口额'
    """
    phrase = raw.strip()
    phrase = _NUMBERED.sub("", phrase) if phrase[:1] in _NUMBERS else phrase
    phrase = _ENDING.sub("", phrase) if phrase[-1:] in _LAST else phrase
    opener = _opener().match(phrase) if phrase[:1] in _openings() else None
    rest = phrase[opener.end() :] if opener else phrase
    # “四大件”家电, 园区“进账”: one mark of a pair has gone with what opens or closes the phrase.
    return rest if ("”" in rest) == ("“" in rest) else rest.replace("”", "", 1).replace("“", "", 1)


def noun(pieces: list[tuple[int, str]], owners: list[Owner]) -> Noun:
    """Takes a noun phrase apart.

    Args:
        pieces: The stretches of text that make it up, without the times between them, each with its offset.
        owners: The owners named in them, in order.

    Returns:
        The parts; `NO_NOUN` for an empty phrase or a pronoun (这一数字).

    >>> noun([(0, "网络零售额")], []).head
    '零售额'
    """
    raw = "".join([text for _, text in pieces])
    if _no_noun().match(raw):
        return NO_NOUN
    pointer = _pointing(raw, pieces, owners)
    if pointer is not None:
        raw, owners = raw[pointer.end() :], []
        if not clean(raw):
            return Noun("", "", None, None, "", pointer.group())
    phrase = clean(raw)
    if not phrase or len(raw) > LONGEST_PHRASE * 3 or _LASTING.fullmatch(phrase):
        return NO_NOUN
    owner = owning(pieces, owners)
    after = phrase if owner is None else clean(_BESIDE.sub("", behind(pieces, owner)))
    if owner is None and len(owners) > 1:
        # 对甲国和乙国的出口额
        after = clean(behind(pieces, owners[-1]).removeprefix("的")) or phrase
    if owner is not None and owner.name.endswith("市场") and head_of("市场" + after)[1] != head_of(after)[1]:
        after = "市场" + after  # 童装市场规模: the market is whose, 市场规模 is what.
    head, code = head_of(after) if after or owner is None else ("", head_of(after)[1])
    return Noun(after[-LONGEST_PHRASE:], _thing(after, head), owner, code, head, pointer.group() if pointer else "")


@lru_cache(maxsize=8192)
def _thing(phrase: str, head: str) -> str:
    """What stands before the head of a phrase; the whole where it has none."""
    if not head:
        return phrase
    thing = clean(phrase.removesuffix(head) if phrase.endswith(head) else phrase.partition(head)[0])
    thing = _ARTICLE.sub("", _OF_A_WHOLE.sub("", thing))
    # 网购用户人均年消费金额 is of 网购用户.
    thing = _mean_inside().split(_YEARLY.sub("", thing), 1)[0]
    thing = _DOING.sub("", _ADDED.sub("", without_mean(thing))).removesuffix("的")
    if sector := _SECTOR.match(head):
        # 规模以上工业增加值 is of 规模以上工业.
        return thing + sector.group()
    # 春茶总产量 is of 春茶.
    return thing[:-1] if len(thing) > 2 and thing.endswith("总") else thing


def without_mean(phrase: str) -> str:
    """A phrase without the word of a mean at its end.

    >>> without_mean("住宅用地平均"), without_mean("住宅用地")
    ('住宅用地', '住宅用地')
    """
    return _mean().sub("", phrase)


@cache
def _mean() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().mean_word)})$")


@cache
def _mean_inside() -> re.Pattern[str]:
    return re.compile(f"(?<=..)(?:{words(word for word in phrase_words().mean_word if word.endswith('均'))})")


def _pointing(raw: str, pieces: list[tuple[int, str]], owners: list[Owner]) -> re.Match[str] | None:
    """The word that points back at the head of a phrase (该公司), unless it is part of a name."""
    start = _before_pointer().match(raw)
    match = _pointer().match(raw, start.end() if start else 0)
    if match is None or not owners or not pieces:
        return match
    if owners[0].char_start < pieces[0][0] + match.end():
        return None
    # 其网上商城某某易购: what is named behind it is whose it is.
    named = match.group() in _ITS and any(one.kind is OwnerKind.BODY and one.entity_id for one in owners)
    return None if named and not preposed_at(pieces, owners[0].char_start) else match


@lru_cache(maxsize=8192)
def head_of(phrase: str) -> tuple[str, str | None]:
    """The words of a phrase that name a property, and the indicator that they name.

    >>> head_of("水泥总产能"), head_of("挖掘机")
    (('产能', 'capacity'), ('', None))
    """
    found = _heads().before(phrase, len(phrase))
    head = phrase[found[1] :] if found else ""
    if head in cue_codes():
        return head, cue_codes()[head][0]
    code = None
    for codes, start, end in cue_words().each(phrase):
        code, cue = codes[0], phrase[start:end]
    return head or ("" if code is None else cue), code


def without_heads(phrase: str) -> str:
    """What a noun phrase leaves when all that is property at its end is taken off; empty where it is nothing else.

    >>> without_heads("钢材销量增速"), without_heads("销售额市场份额")
    ('钢材', '')
    """
    while (head := head_of(phrase)[0]) and phrase.endswith(head):
        phrase = phrase.removesuffix(head).removesuffix("的")
    return phrase


@lru_cache(maxsize=4096)
def is_price(head: str) -> bool:
    """Whether a head names a price, which belongs to the thing sold.

    >>> is_price("批发价"), is_price("销量")
    (True, False)
    """
    return head.endswith(tuple(phrase_words().price_head))


@cache
def _before_pointer() -> re.Pattern[str]:
    # 这家企业 points itself.
    leads = sorted(cues().opener - phrase_words().pointer - {"这", "这些"}, key=len, reverse=True)
    lasting = "(?:历时|为期)?[0-9一二两三四五六七八九十]{1,3}[天日]的?"
    return re.compile(rf"(?:{words(leads)}|[ \t\u3000、“\"])*(?:{lasting})?")

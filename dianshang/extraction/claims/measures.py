"""What kind of statement a number makes: a level, a share, a growth or a change, and in which direction."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.predicates import Predicate
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words


class Said(NamedTuple):
    """The measure of a number, the sign its words give it, and whether any word decided it."""

    measure: Measure
    sign: int
    decided: bool
    denominator: str | None = None


class _Patterns(NamedTuple):
    after: re.Pattern[str]
    part: re.Pattern[str]
    share_end: re.Pattern[str]
    level_end: re.Pattern[str]
    whole: re.Pattern[str]


# 有70%用于…, 100%依赖…: what a part does.
_DOES = re.compile(
    r"(?:以上|以下|左右|多)?(?:均|都|也)?(?:被|以)?(?:用于|来自|来源|集中|依赖|属于|选择|表示|认为|采用|使用|销往|流向|归|出自|生产|出口|外销|内销|自用|自给|不|没有|会|是)"
)
STAKE = re.compile(
    r"(?:以上|以下|左右)?的?(?P<what>股权|股份|股本|权益|股票|出资额|表决权|控股|参股|持股|入股)(?!收益|回报|价)"
)
_OFF = re.compile(
    r"(?:以上|以下|左右)?的?(?:优惠|折扣|利率|年利率|年化|收益|回报|利息|利润率|毛利|税率|关税|佣金|手续费)"
)
# 按购买数量10%的比例赠送: what is given on top is no part of it.
_ON_TOP = re.compile(r"的?(?:比例)?(?:赠送|返还|返现|返利|奖励)")
# 节约预算12%: a part of what would have been spent; 已完成66%: of what was planned.
_SAVED = re.compile(r"(?:节约|节省|节支)[^，,。；;0-9]{0,8}$|完成了?(?:约|近|超过|超|逾)?$")
_RATES_OF = ("率", "幅", "度", "价格", "指数")
_OF = re.compile(r"(?<![约为是达])的(?:约|近|逾|超过|超|大约|将近|至少|不到|达|达到|有)*$")
# 同比增长的有74种, 启动重整的有17家
THOSE_THAT = re.compile("的[则共也就还只仅已达]*[有为达]$")
_THERE_ARE = re.compile("(?:[中里]|分别|大约|其中)有(?:约|近|超过|超|逾|高达|多达)?$")
# 效率, 汇率 and 功率 are in no percent.
_RATE_IN_PERCENT = re.compile("(?:(?<![效汇频功速倍斜])率|占比|比重|份额|比例|仓位)$")
_RATE = re.compile(
    r"(?:增长率|成长率|增长速度|增速|增幅|涨幅|跌幅|降幅|升幅|(?:增长|增加|上涨|上升|[加涨提][薪价])幅度)(?:预测值?|预期|目标)?(?:[从由][^，,。；;0-9]{0,8}的|[从由约为达是将会也均都仅则却还：:]|分别|原来的|上|要|实现|挑战)*+$"
)
# 减少税收负担1.4亿元: the relief itself is what is measured.
_BURDEN = re.compile(r"负担|税|费|成本|支出|损失")
_TRANSITIVE = re.compile(
    r"(?:上调|下调|提高|降低|增加|减少|增长|削减|缩减|压缩|调高|调低|调增|调减)(?=[^，,。；;]{2,12}$)"
)
_RAISES = re.compile("(?:上调|下调|提高|降低|调高|调低|削减|压缩)(?![至到])[^，,。；;的]{2,12}$")
_ROOM = re.compile(
    "(?:以上|左右)?的(?:[上提抬]?[涨升高调]价?|增长|反弹|(?P<falls>下?[跌降调]价?|下[滑行挫]|回[落调]))[幅的]?(?:空间|余地)"
)
_START = re.compile(r"[由从自][^，,。；;0-9]{0,8}$")
_GOES = re.compile(r"[^，,。；;0-9]{0,6}?[到至为]")
_DOWN = frozenset({"削减", "压缩", "调低", "调减"})
_HEDGES = re.compile("(?:近|约|超过?|逾|不到|至少|有)*")
_HAN = re.compile("[\u4e00-\u9fff]")
# 三成, 一半, 三分之一, 百分之二 speak of parts; a bare rate (合格率) is a part of a whole too.
_PART_WORD = re.compile(r"[成半]|分之")


@cache
def _patterns() -> _Patterns:
    vocabulary = cues()
    moves = words(vocabulary.rise_noun | vocabulary.fall_noun | vocabulary.rise_behind | vocabulary.fall_behind)
    return _Patterns(
        after=re.compile(
            rf"(?:[、和及与][0-9.]+%)*(?:以上|以下|左右|上下|以内)?的?(?:年均|平均|同比|环比|复合|销售|产量|[巨深大小微]幅|强劲|惊人|较大|明显|快速|高|高速|速度|速率|比例|比率|幅度|年|的)*(?P<move>{moves})(?!了?[至到为成]|的?[企股地产商公])"
        ),
        part=re.compile(
            rf"(?:以上|以下|左右)?的?(?:市场|总)?(?:{words(vocabulary.share_noun)})|(?:以上|以下|左右)?的[^，,。；;、]"
        ),
        share_end=re.compile(
            rf"(?:{words(vocabulary.share_noun)})(?:总和|之和|合计|上|方面|中|里|也|均|从|由|则|却|还)?$"
        ),
        level_end=re.compile(rf"(?:{words(vocabulary.level_noun)})(?:上|方面|中|里|也|均|从|由|则|却|还)?$"),
        whole=re.compile(
            r"(?<!市)占(?!有率|比)(?:到|据|有|了)*(?P<whole>[^，,。；;：:占]*?)的?(?:比例|比重|份额|将|约|近|依次|分别|为|是|达|[上下]?[升降增减提扩][升降高至到为]{1,2})*(?:[由从][^，,。；;占]{0,8})?$"
        ),
    )


class _Case(NamedTuple):
    """A number with its words; moved: whether a word of change governs it."""

    quantity: Quantity
    words: Predicate
    phrase: str
    near: str
    after: str
    moved: bool

    @property
    def goes_to(self) -> bool:
        """Whether it is what something becomes (增至)."""
        return self.moved and self.words.to


def measure(quantity: Quantity, predicate: Predicate, phrase: str, near: str, after: str) -> Said:
    """Reads the measure of a number from the words around it.

    Args:
        quantity: The number.
        predicate: The words directly before it.
        phrase: The noun phrase before them.
        near: All that stands before the number in its clause, back to the number before.
        after: The words after the mention.

    Returns:
        The reading; `decided` is false where nothing around the number tells, so that it may follow the number
        before it in a list.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> from dianshang.extraction.phrases.predicates import predicate
    >>> text = "销售额同比增长20%"
    >>> measure(*quantities(text), predicate(text, 7, 0, {}), "销售额", "销售额同比增长", "").measure
    <Measure.GROWTH: 'growth'>
    """
    moved = predicate.move is not None and not (predicate.weak and not (predicate.against_seen or predicate.compared))
    case = _Case(quantity, predicate, phrase, near, after, moved)
    if quantity.unit == "pp":
        return Said(Measure.CHANGE, predicate.sign or _sign_after(after) or 1, predicate.move is not None)
    if quantity.kind is NumeralKind.MULTIPLE or quantity.unit == "x" or quantity.text.startswith("翻"):
        return _multiple(case)
    if quantity.unit == "%":
        return next((said for rule in _OF_PERCENT if (said := rule(case)) is not None), Said(Measure.LEVEL, 1, False))
    return _amount(case)


def _amount(case: _Case) -> Said:
    said = case.words
    if _moves_nothing(case):
        return Said(Measure.LEVEL, 1, True)
    if case.moved and not said.to:
        return Said(Measure.CHANGE, said.sign, True)
    if room := _ROOM.match(case.after):
        # 仍有20元的下跌空间
        return Said(Measure.CHANGE, -1 if room["falls"] else 1, True)
    verb = _TRANSITIVE.search(case.phrase) if said.move is None and not said.share else None
    if verb and not (verb.group() in cues().fall_verb and _BURDEN.search(case.phrase, verb.end())):
        # 下调出口预期1000万吨, 增加就业岗位500个
        return Said(Measure.CHANGE, _sign_of(verb.group()), True)
    return Said(Measure.LEVEL, 1, True)


def _sign_of(verb: str) -> int:
    return -1 if verb in cues().fall_verb or verb in _DOWN else 1


def _moves_nothing(case: _Case) -> bool:
    """Whether it is a level for all its words of change: 增长的有74种, 上调三次, 由8元涨到10元, 比同行高出数百元."""
    said = case.words
    taken = said.move in phrase_words().step_verb and case.quantity.text.endswith("次")
    counted = case.quantity.kind is NumeralKind.COUNT and (taken or THOSE_THAT.search(case.near))
    starts = said.move is None and _START.search(case.near) and _GOES.match(case.after)
    gap = case.moved and not said.to and said.move in ("高出", "多出") and said.base is None and said.compared is None
    return bool(counted or starts or gap)


def _multiple(case: _Case) -> Said:
    said = case.words
    if case.quantity.text.startswith("翻"):
        return Said(Measure.GROWTH, 1, True)
    if (case.moved and not (said.to and not said.noun)) or said.compared:
        return Said(Measure.GROWTH, said.sign or 1, True)
    if said.base is not None or said.when is not None or "同期" in case.near:
        return Said(Measure.GROWTH, 1, True)
    if sign := _sign_after(case.after):
        # 实现3倍增长
        return Said(Measure.GROWTH, sign, True)
    return Said(Measure.LEVEL, 1, True)


def _of_percent_shared(case: _Case) -> Said | None:
    if case.words.share or STAKE.match(case.after):
        return Said(Measure.SHARE, 1, True)
    if "占" not in case.near or (case.moved and not case.goes_to):
        return None
    whole = _patterns().whole.search(case.near)
    return Said(Measure.SHARE, 1, True, whole.group("whole") or None) if whole else None


def _of_percent_moved(case: _Case) -> Said | None:
    if case.moved and not (case.words.noun or case.words.to) and _RATE_IN_PERCENT.search(case.phrase):
        # 退税率下调2%: of what is itself in %, no growth.
        return Said(Measure.CHANGE, case.words.sign, True)
    if case.moved and (case.words.noun or not case.words.to):
        return Said(Measure.GROWTH, case.words.sign, True)
    if sign := _sign_after(case.after):
        return Said(Measure.GROWTH, sign, True)
    if room := _ROOM.match(case.after):
        # 房价仍有10%的下调空间
        return Said(Measure.GROWTH, -1 if room["falls"] else 1, True)
    if case.words.move is None and not case.words.share and (verb := _RAISES.search(case.phrase)):
        # 上调出厂价8%
        kind = Measure.CHANGE if _RATE_IN_PERCENT.search(case.phrase) else Measure.GROWTH
        return Said(kind, _sign_of(verb.group()), True)
    return Said(Measure.GROWTH, 1, True) if _RATE.search(case.phrase) else None


def _of_percent_named(case: _Case) -> Said | None:
    # 全价的3.6折
    at_a_discount = case.quantity.text.endswith("折") or _OFF.match(case.after)
    if at_a_discount or _ON_TOP.match(case.after) or _patterns().level_end.search(case.phrase):
        return Said(Measure.LEVEL, 1, True)
    part = _patterns().share_end.search(case.phrase) or _SAVED.search(case.near)
    return Said(Measure.SHARE, 1, True) if part else None


def _of_percent_compared(case: _Case) -> Said | None:
    # 同比增长为20%
    is_it = (case.words.move or "").endswith("为")
    return (
        Said(Measure.GROWTH, case.words.sign or 1, True)
        if case.words.compared and (is_it or not case.goes_to)
        else None
    )


def _of_percent_part(case: _Case) -> Said | None:
    of = _OF.search(case.near) and case.words.base is None and not case.phrase.endswith(_RATES_OF)
    # 污染源中有25%, 项目分别有15%和23%
    a_part = of or _THERE_ARE.search(case.near) or _DOES.match(case.after) or _patterns().part.match(case.after)
    # 46%海归流向民企: a headline has no more. 其中53%为智能手机
    alone = _HEDGES.fullmatch(case.near) and _HAN.match(case.after)
    among = case.near.startswith("其中") and case.after.startswith(("为", "系"))
    a_rate = case.phrase.endswith("率") or _PART_WORD.search(case.quantity.text)
    return Said(Measure.SHARE, 1, True) if a_part or alone or among or a_rate else None


# The first that tells does.
_OF_PERCENT: tuple[Callable[[_Case], Said | None], ...] = (
    _of_percent_shared,
    _of_percent_moved,
    _of_percent_named,
    _of_percent_compared,
    _of_percent_part,
)


def _sign_after(after: str) -> int:
    match = _patterns().after.match(after)
    if match is None:
        return 0
    vocabulary = cues()
    falls = match.group("move") in vocabulary.fall_noun | vocabulary.fall_behind
    return -1 if falls else 1

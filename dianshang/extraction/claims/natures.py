"""Whether a number tells what happened over a time or what there is at its end."""

import re
from functools import cache

from dianshang.extraction.claims.indicators import nature_of
from dianshang.extraction.claims.measures import THOSE_THAT
from dianshang.extraction.claims.surroundings import Surroundings
from dianshang.extraction.patterns import led, words
from dianshang.extraction.phrases.nouns import cue_words
from dianshang.schema.codes import Measure, Nature, NumeralKind, UnitFamily
from dianshang.schema.indicators import indicators
from dianshang.schema.phrases import phrase_words

# How far a word of what happens may stand before the number to govern a noun of what there is.
NEAR = 4
REACH = 12
# 淘汰落后产能320万吨, but no 发放贷款余额达560亿元: what is done to it stands right before the number.
_OBJECT = re.compile("[达为至到是有](?:了|约|近|超过?)?$")
# 增加到59个
_REACHED = re.compile("(?:增加|减少|发展|扩大|扩展|[增减扩])[到至](?:了|约|近)?$")
_EQUITY = ("股权比例", "股份比例", "持股比例", "股权", "股份")
# 成交土地面积, 收获面积: what is dealt in, or worked, over a time.
_WORKED = re.compile("(?:成交|推出|出让|供应|收获|播种|种植|销售|竣工|开工|购置|上市)[^的]{0,6}面积$")


def _whoever_does() -> str:
    # 生产企业850家
    return f"(?:{words(phrase_words().acting_verb)})(?:{words(phrase_words().doer)})"


@cache
def _deed() -> re.Pattern[str]:
    """What is done to what is counted or measured behind it (实施技改项目27个, 还引进了甲、乙等14家企业)."""
    v = phrase_words()
    leads = f"(?:[^，,。；;]{{0,12}}?[还也共再将市县区省]|{words(v.auxiliary)})??"
    done = words(v.flow_word - v.light_verb)
    return re.compile(f"{leads}(?!{_whoever_does()})(?:{done})(?!{words(v.not_done)})了?(?=..)")


@cache
def _there_are() -> re.Pattern[str]:
    # 共有728家酒店, 拥有出租车8500辆
    held = f"(?:{words(phrase_words().stative_verb)})"
    ends = f"(?:{held}(?:了|约|近|达|到|全国|全球|全省|全市)*|[共现拥还设尚仍]有)$"
    return re.compile(f"{ends}|^(?:[^，,。；;的]{{0,8}}[市县区省镇]|[共现还已])?{held}")


@cache
def _flow() -> re.Pattern[str]:
    v = phrase_words()
    return re.compile(f"(?!{_whoever_does()}|经?销(?:{words(v.doer)}))(?:{words(v.flow_word)})")


@cache
def _happens() -> re.Pattern[str]:
    v = phrase_words()
    return re.compile(
        rf"(?:因[^，,。；;]{{1,14}}?)?(?:(?:均|都|仅|已经?|也|先后|相继|陆续|共|总共|累计|本[周月]|[今去]年)*)(?:被|{words(v.flow_word)})(?!的|运营|营运|使用)"
    )


@cache
def _sets_about() -> re.Pattern[str]:
    # 60家企业上周赴欧洲, 12个项目昨日集中开工
    when = "上周|本周|昨日|昨天|今天|今日|近日|日前|上月|本月|当天|当日|去年|今年|已|先后|相继|陆续|均|全部|集中"
    return re.compile(f"[^，,。；;的0-9]{{1,8}}?(?:{when})+(?:被|{words(phrase_words().flow_word)})(?!的|率)")


@cache
def _mean() -> re.Pattern[str]:
    return re.compile(words(phrase_words().mean_word))


@cache
def _extreme() -> re.Pattern[str]:
    return re.compile(words(phrase_words().maximum_word | phrase_words().minimum_word))


@cache
def _made_new() -> re.Pattern[str]:
    # 全市新登记企业, 光伏新增装机: what is made new; 新建住宅价格 is no new price.
    new = words(phrase_words().made_new)
    return re.compile(f"^(?:{new})|[市县区省州国镇](?:{new})|(?:{new})(?:企业|公司|项目|店|用户|装机|产能|容量)")


@cache
def _new_opening() -> re.Pattern[str]:
    return re.compile(f"(?:其中|当年|全年|[今去]年)?(?:{words(phrase_words().made_new)})(?!.*(?:总数|达到?$))")


def opens_new(phrase: str) -> bool:
    """Whether a phrase tells of what is added by its first words (新增规模企业); 新增企业总数 tells of all.

    >>> opens_new("新增规模企业"), opens_new("规模企业")
    (True, False)
    """
    return _new_opening().match(phrase) is not None


@cache
def _new_ending() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().made_new)})(?:了|约|近|超|超过|达|达到)*$")


def just_new(before: str) -> bool:
    """Whether the words before a number tell that it is added (用户净增300万户).

    >>> just_new("用户净增"), just_new("用户达到")
    (True, False)
    """
    return _new_ending().search(before[-REACH:]) is not None


@cache
def _those_that() -> re.Pattern[str]:
    return re.compile(f"(?:{words(phrase_words().flow_word)})[^，,的]{{0,8}}{THOSE_THAT.pattern}")


@cache
def _noun() -> re.Pattern[str]:
    v = phrase_words()
    there = f"{words(v.stock_noun)}|(?:{words(v.there_opening)})[^、的]*"
    return led(
        f"(?:(?P<stock>{there})|(?P<flow>{words(v.flow_noun | v.flow_word)}))$",
        {*v.stock_noun, *v.flow_noun, *v.flow_word, *v.there_opening},
    )


def nature(noun: str, around: Surroundings, code: str | None, measure: Measure) -> Nature:
    """Reads stock or flow from the noun and what is said of it together (LABELLING, Time 3).

    Args:
        noun: What is measured.
        around: The number with the words of its clause.
        code: Its indicator.
        measure: Its measure.

    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> _, _, around = number_of("京东2012年销售额达600亿元。")
    >>> nature("销售额", around, "sales_revenue", Measure.LEVEL)
    <Nature.FLOW: 'flow'>
    """
    if _only_happens(noun, around, measure):
        return Nature.FLOW
    told = _noun().search(noun.removesuffix("数量"))
    done = measure is Measure.LEVEL and _deed().match(around.phrase) is not None
    if done and _OBJECT.search(around.near) is None and not noun.endswith(tuple(phrase_words().left_over)):
        # 淘汰落后产能320万吨
        return Nature.FLOW
    if told is not None and told.lastgroup == "stock" and around.words.verb is None:
        return Nature.STOCK
    if measure is Measure.SHARE:
        return _nature_of_the_whole(noun)
    if told is not None or around.words.verb is not None or _befalls(noun, around):
        return Nature.FLOW
    if code is None:
        return Nature.STOCK if around.quantity.kind is NumeralKind.COUNT and _stays(around) else Nature.FLOW
    return Nature.STOCK if nature_of(code) is Nature.STOCK and not _told_to_happen(around) else Nature.FLOW


def _stays(around: Surroundings) -> bool:
    """Whether what is counted is there, and nothing that comes to pass (出租车8500辆, but no 事故56起)."""
    if _there_are().search(around.near) or _REACHED.search(around.near):
        return True
    happens = around.quantity.unit in phrase_words().happening_unit or _flow().search(around.near)
    return bool(around.own.text) and not happens


def _only_happens(noun: str, around: Surroundings, measure: Measure) -> bool:
    """Whether it is an average, an extreme, made new, or a visit."""
    mean = _mean().search(noun + around.near) or _extreme().match(around.behind.removeprefix("的"))
    held_against = measure is Measure.CHANGE and around.near.startswith(("较", "比"))
    new = _made_new().search(noun) or (just_new(around.near) and not held_against) or opens_new(around.phrase)
    return bool(mean or new or _WORKED.search(noun) or around.quantity.unit == "visit")


def _befalls(noun: str, around: Surroundings) -> bool:
    """25家上市公司启动重整, 启动重整的有17家: what happens to those that are counted."""
    if around.near.endswith("有") and _those_that().search(around.near):
        return True
    if around.quantity.kind is NumeralKind.COUNT and _deed().match(around.phrase):
        return True
    if around.quantity.kind is NumeralKind.COUNT and _sets_about().match(around.behind):
        return True
    counted = noun.removesuffix("数量")
    return around.behind.startswith(counted) and _happens().match(around.behind, len(counted)) is not None


def _told_to_happen(around: Surroundings) -> bool:
    """Whether a word of what happens stands right before the number."""
    last = None
    for match in _flow().finditer(around.near):
        last = match
    return last is not None and len(around.near) - last.end() <= NEAR


def _nature_of_the_whole(noun: str) -> Nature:
    if noun.endswith(_EQUITY):
        return Nature.STOCK
    if any(word in noun for word in phrase_words().share_of_sales):
        # 占支付机构市场份额的46%: of what they sell.
        return Nature.FLOW
    # 直营店占门店的比重: shops are there at an instant; sales are not.
    found = Nature.FLOW
    for codes, start, end in cue_words().each(noun):
        indicator = indicators()[codes[0]]
        if indicator.unit_family is not UnitFamily.RATIO and end - start > 1:
            found = indicator.nature
    return found

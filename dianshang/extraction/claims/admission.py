"""Which quantities are claims, and which are only ways of speaking."""

import re
from decimal import Decimal
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.predicates import Predicate
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import NumeralKind
from dianshang.schema.cues import cues

# What a float64 keeps of any number; what is longer is a code, or residue.
MOST_DIGITS = 15
MOST_POWERS = 24
# 三个方面 heads a list; 三十个方面 is hardly one.
MANY = 20
# 这两家公司, 连续四届: those told of before, or how long.
FEW, _SAID_BEFORE = 10, re.compile("(?:[这该]|上述|前述|连续)$")
# 厚5cm, 110千伏, 1200万像素: the size or class of goods, not a measurement; 降雨量5毫米, 净重300克 are.
_SIZES = frozenset({"cm", "mm", "inch", "kV", "V", "mL", "g", "kcal", "pixel", "deg"})
_MEASURED = re.compile(
    r"(?:雨|雪|降水|蒸发|径流|身高|水位|沉降|位移|胸围|积水|重(?![点要大庆新工型])|重量|含量|摄入量|热值|热量|用量|人均[^，,。；;]{0,8})[^，,。；;]{0,6}$"
)
# 800公里以下航段, 90平方米以上的住宅: a band only says which ones are meant.
_BAND = re.compile("(?:及?以[上下]|以内)(?:由[0-9]|的?[\u4e00-\u9fff]{2})")
# 35岁以上的创业者
_AGE_BAND = re.compile("(?:以上|以下|以内|左右)?的[\u4e00-\u9fff]{2}")
# 单次消费500元以下的占四成
_BAND_OF_MONEY = re.compile("(?:以上|以下|以内|之间)?的(?:约|仅|则|大约)?占")
# 上一个工作日 points, 二次供水 is a kind of supply, 大厦6层 a place.
_POINTS = re.compile("[上下前后另这那某同头][一1]?$")
_TWICE = re.compile("二[次度手]")
_FLOOR_OF = re.compile("(?:座|大厦|号楼|广场|中心|大楼|写字楼|室)$")
_CYCLE = re.compile(r"(?:调整|更新|召开|举行|评选|结算|更换|评估|公布|检查)一次")
_LASTS = re.compile(
    r"(?:周期|天数|期限|年限|寿命|工期|时长|有效期|保质期|建设期|账期|学制|招标周期|回收期|保修期|交货期|租期|任期|利用小时数?|经营期|特许期|免租期|质保期|住院日)[^，,。；;]{0,6}$|(?:保留|保存|保修|质保)$"
)
# 周转天数由45天缩短到38天
_MADE_SHORTER = re.compile("(?:缩短|延长|压缩|缩减)[到至为了]$")
_ONE = re.compile(r"一(?![万亿千百半倍成])")
# 一亩香蕉投入4000元, 加工一吨玉米: of what the sums are told.
_ONE_OF_IT = re.compile("一[亩吨斤担箱](?=[\u4e00-\u9fff]{2})")
_WORKED_ON = re.compile('(?:^|[“"，,。：:]|加工|生产|种植?|养殖?|买|卖|每)$')
_ONLY = re.compile(r"(?:仅|只|唯一|共|至少|仅仅)有?$")


@cache
def _abstract() -> re.Pattern[str]:
    return re.compile(rf"(?:大|个|种|条|项|类)*[^，,。；;、的]{{0,4}}?(?:{words(cues().abstract_noun)})")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"[^，,。；;、0-9]{{0,4}}?(?:{words(cues().timed_noun)})")


def is_claim(quantity: Quantity, phrase: str, predicate: Predicate, near: str, after: str) -> bool:
    """Decides whether a quantity states a measurable property.

    Args:
        quantity: The number with its unit.
        phrase: The noun phrase before it.
        predicate: The words between that phrase and the number.
        near: All that stands before the number in its clause.
        after: The words after the mention.

    Returns:
        False for durations that are not the property itself, for 一个 as an article, for counts of abstract things
        (三个方面), for bare numbers that no indicator explains, and for runs of digits longer than any measurement.

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> from dianshang.extraction.phrases.predicates import predicate
    >>> [price, aspects] = quantities("售价300元，涉及3个方面")
    >>> is_claim(price, "售价", predicate("售价300元", 2, 0, {}), "售价", "，")
    True
    """
    if quantity.unit_mult > MOST_POWERS or _overlong(quantity.value) or _overlong(quantity.value_max):
        return False
    if quantity.unit in _SIZES and not _MEASURED.search(near):
        return False
    if _is_a_band(quantity, phrase, near, after):
        return False
    if _points(quantity, near):
        return False
    if quantity.kind is NumeralKind.MEASURE and _ONE_OF_IT.match(quantity.text + after) and _WORKED_ON.search(near):
        return False
    if quantity.kind is NumeralKind.DURATION:
        named = head_of(phrase)[1] == "duration_property" or predicate.compared is not None
        told = (
            _timed().match(after) or _CYCLE.match(after) or _LASTS.search(phrase + near) or _MADE_SHORTER.search(near)
        )
        return named or told is not None
    if quantity.kind is NumeralKind.COUNT:
        return _counts(quantity, phrase, predicate, near, after)
    return True


def _is_a_band(quantity: Quantity, phrase: str, near: str, after: str) -> bool:
    """Whether a number with 以上 or 以下 only says which ones are meant."""
    if quantity.kind is NumeralKind.MEASURE:
        return not phrase and _BAND.match(after) is not None
    if quantity.kind is NumeralKind.AGE:
        return "年龄" not in near and _AGE_BAND.match(after) is not None
    return quantity.kind is NumeralKind.MONEY and _BAND_OF_MONEY.match(after) is not None


def _points(quantity: Quantity, near: str) -> bool:
    if quantity.text[0] in "一1" and quantity.unit_mult == 0 and quantity.value == 1 and _POINTS.search(near):
        return True
    return _TWICE.match(quantity.text) is not None or (quantity.unit == "floor" and _FLOOR_OF.search(near) is not None)


def _counts(quantity: Quantity, phrase: str, predicate: Predicate, near: str, after: str) -> bool:
    if quantity.unit is None:
        return quantity.unit_mult > 0 or head_of(phrase)[1] is not None
    if _ONE.match(quantity.text):
        return _ONLY.search(near) is not None or predicate.move is not None
    if quantity.value < FEW and (_SAID_BEFORE.search(near) or after.startswith("率")):
        return False
    return quantity.value >= MANY or not _abstract().match(after)


def _overlong(value: Decimal | None) -> bool:
    if value is None:
        return False
    # A number has no more digits than it is written with; only a long one needs its zeros taken off.
    return len(str(value)) > MOST_DIGITS and len(value.normalize().as_tuple().digits) > MOST_DIGITS

"""What kind of statement a number makes: a level, a share, a growth or a change, and in which direction."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.predicates import Predicate
from dianshang.extraction.records import Quantity
from dianshang.schema.codes import Measure, NumeralKind
from dianshang.schema.cues import cues


class Reading(NamedTuple):
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


# 三成, 一半, 三分之一, 百分之二 speak of parts; a bare rate (合格率) is a part of a whole too.
_PART_WORD = re.compile(r"[成半]|分之")


@cache
def _patterns() -> _Patterns:
    vocabulary = cues()
    moves = words(vocabulary.rise_noun | vocabulary.fall_noun | {"增长", "下降", "下滑", "上涨", "下跌", "速度"})
    return _Patterns(
        after=re.compile(
            rf"(?:以上|以下|左右|上下|以内)?的?(?:年均|平均|同比|环比|复合|高|高速|速度|速率|比例|比率|幅度|年|的)*(?P<move>{moves})"
        ),
        part=re.compile(
            rf"(?:以上|以下|左右)?的?(?:市场|总)?(?:{words(vocabulary.share_noun)})|(?:以上|以下|左右)?的[^，,。；;、]"
        ),
        share_end=re.compile(rf"(?:{words(vocabulary.share_noun)})(?:上|方面|中|里|也|均|从|由|则|却|还)?$"),
        level_end=re.compile(rf"(?:{words(vocabulary.level_noun)})(?:上|方面|中|里|也|均|从|由|则|却|还)?$"),
        whole=re.compile(
            r"占(?!有率|比)(?:到|据|有|了)*(?P<whole>[^，,。；;：:占]*?)的?(?:比例|比重|份额|将|约|近|依次|分别|为|是|达)*$"
        ),
    )


def measure(quantity: Quantity, predicate: Predicate, phrase: str, near: str, after: str) -> Reading:
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
    """
    unit = quantity.unit
    moved = predicate.move is not None and not (predicate.weak and not (predicate.against_seen or predicate.compared))
    if unit == "pp":
        return Reading(Measure.CHANGE, predicate.sign or _sign_after(after) or 1, predicate.move is not None)
    if quantity.kind is NumeralKind.MULTIPLE or unit == "x" or quantity.text.startswith("翻"):
        return _multiple(quantity, predicate, moved, near)
    if unit == "%":
        return _percentage(quantity, predicate, moved, phrase, near, after)
    if moved and not predicate.to:
        return Reading(Measure.CHANGE, predicate.sign, True)
    return Reading(Measure.LEVEL, 1, True)


def _multiple(quantity: Quantity, predicate: Predicate, moved: bool, near: str) -> Reading:
    if quantity.text.startswith("翻"):
        return Reading(Measure.GROWTH, 1, True)
    if (moved and not (predicate.to and not predicate.noun)) or predicate.compared:
        return Reading(Measure.GROWTH, predicate.sign or 1, True)
    if predicate.base is not None or predicate.when is not None or "同期" in near:
        return Reading(Measure.GROWTH, 1, True)
    return Reading(Measure.LEVEL, 1, True)


def _percentage(quantity: Quantity, predicate: Predicate, moved: bool, phrase: str, near: str, after: str) -> Reading:
    patterns = _patterns()
    if predicate.share:
        return Reading(Measure.SHARE, 1, True)
    if "占" in near and (whole := patterns.whole.search(near)) and not (moved and not predicate.to):
        return Reading(Measure.SHARE, 1, True, whole.group("whole") or None)
    if moved and (predicate.noun or not predicate.to):
        return Reading(Measure.GROWTH, predicate.sign, True)
    if sign := _sign_after(after):
        return Reading(Measure.GROWTH, sign, True)
    if patterns.level_end.search(phrase):
        return Reading(Measure.LEVEL, 1, True)
    if patterns.share_end.search(phrase):
        return Reading(Measure.SHARE, 1, True)
    if predicate.compared:
        return Reading(Measure.GROWTH, 1, True)
    if part := patterns.part.match(after):
        return Reading(Measure.SHARE, 1, part is not None)
    if phrase.endswith("率") or _PART_WORD.search(quantity.text):
        return Reading(Measure.SHARE, 1, True)
    return Reading(Measure.LEVEL, 1, False)


def _sign_after(after: str) -> int:
    match = _patterns().after.match(after)
    if match is None:
        return 0
    vocabulary = cues()
    falls = match.group("move") in vocabulary.fall_noun or match.group("move") in vocabulary.fall_verb
    return -1 if falls else 1

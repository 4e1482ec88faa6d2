"""Which time expression governs a number."""

from typing import NamedTuple

from dianshang.extraction.claims.dating import dated
from dianshang.extraction.claims.predicates import Predicate, only_compares
from dianshang.extraction.claims.scene import Scene, frame_in, periods_between
from dianshang.extraction.claims.setting import Setting
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.codes import PeriodBasis


class Governor(NamedTuple):
    """The expression that governs a number, and from where; None where nothing does."""

    period: Period | None
    basis: PeriodBasis | None


NO_GOVERNOR = Governor(None, None)


def governor(stage: Scene, setting: Setting, quantity: Quantity, predicate: Predicate, previous_end: int) -> Governor:
    """Finds the time expression that governs a number.

    The nearest one before it in its sentence that is not a base of comparison, the start of a movement (从2012年的…)
    or the day of the report; else that of the sentences before it in the paragraph; else that of the heading or the
    title.

    Args:
        stage: The text.
        setting: The number's sentence.
        quantity: The number.
        predicate: The words before it.
        previous_end: Where the number before it in the sentence ends, or the sentence's start.

    Returns:
        The governor.
    """
    if predicate.when is not None and dated(predicate.when) and quantity.unit != "x":
        return Governor(predicate.when, PeriodBasis.STATED)
    if predicate.base is not None and only_compares(predicate, quantity):
        return Governor(predicate.base, PeriodBasis.STATED)
    stated = frame_in(stage, setting.sentence.start, quantity.char_start, previous_end) or _just_after(stage, quantity)
    if stated is not None:
        return Governor(stated, PeriodBasis.STATED)
    return NO_GOVERNOR if setting.time is None else Governor(setting.time, PeriodBasis.CONTEXT)


def _just_after(stage: Scene, quantity: Quantity) -> Period | None:
    # 成交100亿元（2012年）: a bracket behind the number dates it.
    at = quantity.char_end
    if stage.text.startswith(("（", "("), at):
        for period in periods_between(stage, at + 1, at + 2):
            if dated(period) and stage.text.startswith(("）", ")"), period.char_end):
                return period
    return None

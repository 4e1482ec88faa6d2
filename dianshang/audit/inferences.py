"""A value that follows from two stated ones, before and after it is put into words."""

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from dianshang.audit.intervals import Interval, outward
from dianshang.audit.sentences import legible, shared_article
from dianshang.audit.spelling import chinese_like, chinese_value, english_span, english_value, signed, tidy
from dianshang.schema import Metric
from dianshang.schema.codes import ImpliedKind, Measure
from dianshang.schema.implied import Implied
from dianshang.schema.indicators import indicators
from dianshang.wording.gloss import about, measured
from dianshang.wording.numbers import english_amount
from dianshang.wording.periods import chinese_period, english_period


class Inference(NamedTuple):
    """A value that follows from stated ones.

    like is the metric whose unit the value has; name and subject say what and whose it is.
    """

    kind: ImpliedKind
    inputs: tuple[Metric, ...]
    like: Metric
    indicator: str | None
    measure: Measure
    name: str | None
    subject: str | None
    ref_area: str | None
    span: tuple[date | None, date | None]
    expression: str
    formula: str
    exact: Decimal
    computed: Interval


class Settled(NamedTuple):
    """What an inference comes to: the value to the last place supported, between two ends."""

    value: Decimal
    low: Decimal
    high: Decimal


def settled(found: Inference) -> Settled | None:
    """The value of an inference; None where the printed digits leave an end open."""
    low, high = outward(found.computed)
    if low is None or high is None or low >= high:
        return None
    return Settled(supported(found.exact, low, high), low, high)


def row(found: Inference, at: Settled) -> Implied:
    """The row of an inference that comes to a value."""
    value, unit = at.value, found.like.unit
    computed = legible(Interval(at.low, at.high), found.like)
    entry = indicators().get(found.indicator or "")
    named = found.name or (entry.label_zh if entry else "")
    whose = "" if not found.subject or found.subject in named else found.subject + "："
    working_en = signed(found.expression.format(*map(english_value, found.inputs)))
    working_zh = signed(found.expression.format(*map(chinese_value, found.inputs)))
    low, high = (chinese_like(end, found.like) for end in computed if end is not None)
    when_zh = chinese_period(*found.span)
    dated = f"{whose}{named}（{when_zh}）" if when_zh else f"{whose}{named}"
    claimants = {metric.claimant for metric in found.inputs}
    return Implied(
        implied_id=implied_id(found),
        issue_id=found.like.issue_id,
        article_id=shared_article(found.inputs),
        kind=found.kind,
        metric_ids=tuple(metric.metric_id for metric in found.inputs),
        indicator=found.indicator,
        indicator_text=found.name,
        subject=found.subject,
        ref_area=found.ref_area,
        measure=found.measure,
        value=value,
        value_low=tidy(at.low),
        value_high=tidy(at.high),
        unit=unit,
        period_start=found.span[0],
        period_end=found.span[1],
        claimant=claimants.pop() if len(claimants) == 1 else None,
        formula=found.formula,
        sentence_en=f"{_english_about(found)}: {working_en} gives {english_amount(value, unit)} "
        f"({english_span(computed, unit)}).",
        sentence_zh=f"{dated}：{working_zh}，推算为{chinese_like(value, found.like)}（{low}至{high}）。",
    )


def _english_about(found: Inference) -> str:
    """What an inferred value is of; a whole and a part are told by the share that leads to them."""
    when, share = english_period(*found.span), vars(found.inputs[-1])
    if found.kind in (ImpliedKind.WHOLE, ImpliedKind.PART):
        if found.kind is ImpliedKind.WHOLE:
            return ", ".join(part for part in (f"The whole of “{measured(share)}”", when) if part)
        whose = share.get("subject_en") or share.get("subject")
        return ", ".join(part for part in (f"The part of “{measured(share)}”", whose, when) if part)
    if found.kind is ImpliedKind.TOTAL:
        return f"The total of “{about(vars(found.like))}”"
    fields = vars(found.like) | {"period_start": found.span[0], "period_end": found.span[1]}
    return about(fields)


def implied_id(found: Inference) -> str:
    """The id of the row of an inference."""
    return f"{found.inputs[-1].metric_id}-{found.kind}"


def supported(exact: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """A value rounded to the last place that its interval supports: the first digit of the interval's half.

    >>> supported(Decimal("8017.6"), Decimal("8014.9"), Decimal("8020.3"))
    Decimal('8018')
    """
    place = Decimal(1).scaleb(((high - low) / 2).adjusted())
    rounded = (exact / place).quantize(Decimal(1), ROUND_HALF_EVEN) * place
    return tidy(min(max(rounded, low), high))

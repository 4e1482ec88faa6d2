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

    @property
    def implied_id(self) -> str:
        """The id of its row."""
        return f"{self.inputs[-1].metric_id}-{self.kind}"


class Settled(NamedTuple):
    """What an inference comes to: the value to the last place supported, between two ends."""

    value: Decimal
    low: Decimal
    high: Decimal


def settled(exact: Decimal, computed: Interval) -> Settled | None:
    """What the span of a computed value supports of it; None where the printed digits leave an end open.

    >>> settled(Decimal("5000"), Interval(Decimal("4937.76"), Decimal("5062.76")))
    Settled(value=Decimal('5000'), low=Decimal('4937.76'), high=Decimal('5062.76'))
    """
    low, high = outward(computed)
    if low is None or high is None or low >= high:
        return None
    return Settled(supported(exact, low, high), low, high)


def row(found: Inference, at: Settled) -> Implied:
    r"""The row of an inference that comes to a value.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市\n2013年河湾市零售额60亿元，比2012年增长20%。")
    >>> level, growth = extract_issue(issue).metrics
    >>> year, made = (date(2012, 1, 1), date(2012, 12, 31)), Interval(Decimal("4937759000"), Decimal("5062762000"))
    >>> found = Inference(
    ...     ImpliedKind.BASE, (level, growth), level, level.indicator, level.measure, level.indicator_text,
    ...     level.subject, level.ref_area, year, "{0} ÷ (1 + {1})", "later ÷ growth", Decimal(5000000000), made,
    ... )
    >>> row(found, settled(found.exact, found.computed)).sentence_zh
    '河湾市零售额（2012年）：60亿元 ÷ (1 + 20%)，推算为50亿元（49.3亿元至50.7亿元）。'
    """
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
        implied_id=found.implied_id,
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


def supported(exact: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """A value rounded to the last place that its interval supports: the first digit of the interval's half.

    >>> supported(Decimal("8017.6"), Decimal("8014.9"), Decimal("8020.3"))
    Decimal('8018')
    """
    place = Decimal(1).scaleb(((high - low) / 2).adjusted())
    rounded = (exact / place).quantize(Decimal(1), ROUND_HALF_EVEN) * place
    return tidy(min(max(rounded, low), high))

"""A tie put into words: the row of the table, with one English and one Chinese sentence."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR

from dianshang.audit.intervals import Interval, outward
from dianshang.audit.precision import last_place
from dianshang.audit.spelling import (
    chinese_about,
    chinese_span,
    chinese_value,
    english_about,
    english_span,
    english_value,
    signed,
    tidy,
)
from dianshang.audit.ties import Tie
from dianshang.schema import Metric
from dianshang.schema.check import Check
from dianshang.schema.codes import CheckKind, Verdict
from dianshang.wording.gloss import measured
from dianshang.wording.periods import chinese_period, english_period

_ENGLISH = {
    Verdict.CONSISTENT: "consistent",
    Verdict.ROUNDING: "within one unit of the last printed place",
    Verdict.INCONSISTENT: "inconsistent",
    Verdict.SOURCES_DIFFER: "the sources differ",
}
_CHINESE = {
    Verdict.CONSISTENT: "一致",
    Verdict.ROUNDING: "相差在末位一个单位之内",
    Verdict.INCONSISTENT: "不一致",
    Verdict.SOURCES_DIFFER: "两个来源数字不同",
}


def check(tie: Tie) -> Check:
    """The row of a tie."""
    computed = outward(tie.computed)
    members = tie.inputs if any(one is tie.tested for one in tie.inputs) else (*tie.inputs, tie.tested)
    return Check(
        check_id=f"{tie.tested.metric_id}-{tie.rule}",
        issue_id=tie.tested.issue_id,
        article_id=shared_article(members),
        kind=tie.kind,
        metric_ids=tuple(metric.metric_id for metric in members),
        formula=tie.formula,
        stated=tie.stated,
        unit=tie.tested.unit,
        computed_low=computed.low,
        computed_high=computed.high,
        deviation=tidy(tie.exact - tie.stated),
        verdict=tie.verdict,
        sentence_en=_english(tie, computed),
        sentence_zh=_chinese(tie, computed),
    )


def shared_article(metrics: Sequence[Metric]) -> str | None:
    """The article that metrics stand in, or None when it is not one."""
    articles = {metric.article_id for metric in metrics}
    return articles.pop() if len(articles) == 1 else None


def _english(tie: Tie, interval: Interval) -> str:
    verdict, tested = _ENGLISH[tie.verdict], tie.tested
    if tie.expression == "{0}":
        both = (*tie.inputs, tested)
        named = [f"{english_value(one)} ({one.claimant_en or one.claimant or 'no source named'})" for one in both]
        return f"{english_about(tested)}: stated as {named[0]} and as {named[1]}: {verdict}."
    if tie.kind is CheckKind.WITHIN:
        (whole,) = tie.inputs
        part = f"{english_about(tested)}: {english_value(tested)}"
        return f"{part} is part of {english_value(whole)} ({english_about(whole)}): {verdict}."
    working = signed(tie.expression.format(*map(english_value, tie.inputs)))
    computed = english_span(legible(interval, tested), tested.unit)
    if tie.kind is CheckKind.SUM:
        bound = "exactly" if tie.rule == "sum" else "at most"
        when = english_period(tested.period_start, tested.period_end)
        about = ", ".join(part for part in (measured(vars(tested)), when) if part)
        return f"{about}: {working} gives {computed}, where {bound} 100% is possible: {verdict}."
    return f"{english_about(tested)}: {working} gives {computed}; the text states {english_value(tested)}: {verdict}."


def _chinese(tie: Tie, interval: Interval) -> str:
    verdict, tested = _CHINESE[tie.verdict], tie.tested
    if tie.expression == "{0}":
        both = (*tie.inputs, tested)
        named = [f"{chinese_value(one)}（{one.claimant or '未注明来源'}）" for one in both]
        return f"{chinese_about(tested)}：一处为{named[0]}，另一处为{named[1]}，{verdict}。"
    if tie.kind is CheckKind.WITHIN:
        (whole,) = tie.inputs
        part = f"{chinese_about(tested)}：{chinese_value(tested)}"
        return f"{part}，应不超过{chinese_about(whole)}的{chinese_value(whole)}，{verdict}。"
    working = signed(tie.expression.format(*map(chinese_value, tie.inputs)))
    computed = chinese_span(legible(interval, tested), tested.unit)
    if tie.kind is CheckKind.SUM:
        bound = "应为" if tie.rule == "sum" else "不应超过"
        when = chinese_period(tested.period_start, tested.period_end)
        about = f"{whole_of(tested)}各部分占比" + (f"（{when}）" if when else "")
        return f"{about}：{working}，合计{computed}，{bound}100%，{verdict}。"
    return f"{chinese_about(tested)}：{working}，算得{computed}，原文为{chinese_value(tested)}，{verdict}。"


def legible(interval: Interval, like: Metric) -> Interval:
    """An interval with its ends moved out to one digit more than a metric prints; a count's to whole ones."""
    place = last_place(like)
    if like.unit in ("%", "pp", "x") or place > 1:
        place /= 10
    return Interval(
        None if interval.low is None else interval.low.quantize(place.normalize(), ROUND_FLOOR),
        None if interval.high is None else interval.high.quantize(place.normalize(), ROUND_CEILING),
    )


def whole_of(metric: Metric) -> str:
    """What a share is a share of, as far as the text names it."""
    return metric.denominator or metric.indicator_text or metric.subject or ""

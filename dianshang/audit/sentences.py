"""A tie put into words: the row of the table, with one English and one Chinese sentence."""

from collections.abc import Sequence

from dianshang.audit.intervals import Interval, outward
from dianshang.audit.spelling import (
    chinese_about,
    chinese_period,
    chinese_span,
    chinese_value,
    english_about,
    english_period,
    english_span,
    english_value,
    tidy,
)
from dianshang.audit.ties import Tie
from dianshang.schema import Metric
from dianshang.schema.check import Check
from dianshang.schema.codes import CheckKind, Verdict

_ENGLISH = {
    Verdict.CONSISTENT: "consistent",
    Verdict.ROUNDING: "within one unit of the last printed place",
    Verdict.INCONSISTENT: "inconsistent",
}
_CHINESE = {
    Verdict.CONSISTENT: "一致",
    Verdict.ROUNDING: "相差在末位一个单位之内",
    Verdict.INCONSISTENT: "不一致",
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
    verdict, unit = _ENGLISH[tie.verdict], tie.tested.unit
    if _sources_differ(tie):
        verdict = "the sources differ"
    if tie.expression == "{0}":
        both = (*tie.inputs, tie.tested)
        named = [f"{english_value(metric)} ({metric.claimant or 'no source named'})" for metric in both]
        return f"{english_about(tie.tested)}: stated as {named[0]} and as {named[1]}: {verdict}."
    working = tie.expression.format(*map(english_value, tie.inputs))
    computed = english_span(interval, unit)
    if tie.rule == "twin":
        first, second = (whole_of(metric) for metric in (tie.inputs[0], tie.tested))
        when = english_period(tie.tested)
        return f"{when}: the same shares, {working}, are given of {first} and of {second}: {verdict}."
    if tie.kind is CheckKind.SUM:
        bound = "exactly" if tie.rule == "sum" else "at most"
        about = ", ".join(part for part in (f"shares of {whole_of(tie.tested)}", english_period(tie.tested)) if part)
        return f"{about}: {working} gives {computed}, where {bound} 100% is possible: {verdict}."
    stated = english_value(tie.tested)
    return f"{english_about(tie.tested)}: {working} gives {computed}; the text states {stated}: {verdict}."


def _chinese(tie: Tie, interval: Interval) -> str:
    verdict, unit = _CHINESE[tie.verdict], tie.tested.unit
    if _sources_differ(tie):
        verdict = "两个来源数字不同"
    if tie.expression == "{0}":
        both = (*tie.inputs, tie.tested)
        named = [f"{chinese_value(metric)}（{metric.claimant or '未注明来源'}）" for metric in both]
        return f"{chinese_about(tie.tested)}：一处为{named[0]}，另一处为{named[1]}，{verdict}。"
    working = tie.expression.format(*map(chinese_value, tie.inputs))
    computed = chinese_span(interval, unit)
    if tie.rule == "twin":
        first, second = (whole_of(metric) for metric in (tie.inputs[0], tie.tested))
        when = chinese_period(tie.tested)
        return f"{when}：{first}与{second}名称不同，却列出相同的占比（{working}），{verdict}。"
    if tie.kind is CheckKind.SUM:
        bound = "应为" if tie.rule == "sum" else "不应超过"
        when = chinese_period(tie.tested)
        about = f"{whole_of(tie.tested)}各部分占比" + (f"（{when}）" if when else "")
        return f"{about}：{working}，合计{computed}，{bound}100%，{verdict}。"
    return f"{chinese_about(tie.tested)}：{working}，算得{computed}，原文为{chinese_value(tie.tested)}，{verdict}。"


def _sources_differ(tie: Tie) -> bool:
    if tie.expression != "{0}" or tie.verdict is not Verdict.INCONSISTENT:
        return False
    return len({metric.claimant for metric in (*tie.inputs, tie.tested)} - {None}) > 1


def whole_of(metric: Metric) -> str:
    """What a share is a share of, as far as the text names it."""
    return metric.denominator or metric.indicator_text or metric.subject or ""

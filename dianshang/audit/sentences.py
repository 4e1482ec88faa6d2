"""A tie put into words: the row of the table, with one English and one Chinese sentence."""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import NamedTuple

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


class _Language(NamedTuple):
    """How one language says a value, what it is about, whose it is, and the four sentences of a check."""

    value: Callable[[Metric], str]
    about: Callable[[Metric], str]
    source: Callable[[Metric], str]
    shares: Callable[[Metric], str]
    span: Callable[[Interval, str | None], str]
    verdicts: Mapping[Verdict, str]
    exactly: str
    at_most: str
    repeat: str
    within: str
    total: str
    working: str


def _english_shares(tested: Metric) -> str:
    when = english_period(tested.period_start, tested.period_end)
    return ", ".join(part for part in (measured(vars(tested)), when) if part)


def _chinese_shares(tested: Metric) -> str:
    when = chinese_period(tested.period_start, tested.period_end)
    return f"{_whole(tested)}各部分占比" + (f"（{when}）" if when else "")


def _whole(share: Metric) -> str:
    """What a share is a share of, as far as the text names it."""
    return share.denominator or share.indicator_text or share.subject or ""


_ENGLISH = _Language(
    value=english_value,
    about=english_about,
    source=lambda metric: metric.claimant_en or metric.claimant or "no source named",
    shares=_english_shares,
    span=english_span,
    verdicts={
        Verdict.CONSISTENT: "consistent",
        Verdict.ROUNDING: "within one unit of the last printed place",
        Verdict.INCONSISTENT: "inconsistent",
        Verdict.SOURCES_DIFFER: "the sources differ",
    },
    exactly="exactly",
    at_most="at most",
    repeat="{about}: stated as {other} ({other_source}) and as {stated} ({source}): {verdict}.",
    within="{about}: {stated} is part of {other} ({other_about}): {verdict}.",
    total="{shares}: {working} gives {computed}, where {bound} 100% is possible: {verdict}.",
    working="{about}: {working} gives {computed}; the text states {stated}: {verdict}.",
)
_CHINESE = _Language(
    value=chinese_value,
    about=chinese_about,
    source=lambda metric: metric.claimant or "未注明来源",
    shares=_chinese_shares,
    span=chinese_span,
    verdicts={
        Verdict.CONSISTENT: "一致",
        Verdict.ROUNDING: "相差在末位一个单位之内",
        Verdict.INCONSISTENT: "不一致",
        Verdict.SOURCES_DIFFER: "两个来源数字不同",
    },
    exactly="应为",
    at_most="不应超过",
    repeat="{about}：一处为{other}（{other_source}），另一处为{stated}（{source}），{verdict}。",
    within="{about}：{stated}，应不超过{other_about}的{other}，{verdict}。",
    total="{shares}：{working}，合计{computed}，{bound}100%，{verdict}。",
    working="{about}：{working}，算得{computed}，原文为{stated}，{verdict}。",
)


def check(tie: Tie) -> Check:
    r"""The row of a tie.

    >>> from decimal import Decimal
    >>> from dianshang.audit.ties import tie
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市\n2013年河湾市出口额20亿元，占全省出口额的10%。2013年全省出口额为200亿元。"
    >>> part, share, whole = extract_issue(parse_issue("news-2014-03", text)).metrics
    >>> made = Interval(Decimal("9.72"), Decimal("10.28"))
    >>> check(tie(CheckKind.SHARE, (part, whole), share, "{0} ÷ {1}", "part ÷ whole", Decimal(10), made)).sentence_zh
    '河湾市：占全省出口额的比重（2013年）：20亿元 ÷ 200亿元，算得9.7%至10.3%，原文为10%，一致。'
    """
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
        sentence_en=_sentence(tie, computed, _ENGLISH),
        sentence_zh=_sentence(tie, computed, _CHINESE),
    )


def shared_article(metrics: Sequence[Metric]) -> str | None:
    r"""The article that metrics stand in, or None when it is not one.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市\n2013年河湾市出口额20亿元，2012年为18亿元。")
    >>> shared_article(extract_issue(issue).metrics)
    'news-2014-03-01'
    """
    articles = {metric.article_id for metric in metrics}
    return articles.pop() if len(articles) == 1 else None


def _sentence(tie: Tie, computed: Interval, own: _Language) -> str:
    tested = tie.tested
    said = {"about": own.about(tested), "stated": own.value(tested), "verdict": own.verdicts[tie.verdict]}
    if tie.kind is CheckKind.WITHIN or tie.expression == "{0}":
        (other,) = tie.inputs
        said |= {"other": own.value(other), "other_about": own.about(other)}
        said |= {"other_source": own.source(other), "source": own.source(tested)}
        return (own.repeat if tie.expression == "{0}" else own.within).format_map(said)
    said["working"] = signed(tie.expression.format(*map(own.value, tie.inputs)))
    said["computed"] = own.span(legible(computed, tested), tested.unit)
    if tie.kind is CheckKind.SUM:
        said |= {"shares": own.shares(tested), "bound": own.exactly if tie.rule == "sum" else own.at_most}
        return own.total.format_map(said)
    return own.working.format_map(said)


def legible(interval: Interval, like: Metric) -> Interval:
    """An interval with its ends moved out to one digit more than a metric prints; a count's to whole ones.

    >>> from decimal import Decimal
    >>> from dianshang import extract
    >>> legible(Interval(Decimal("14.678"), Decimal("15.327")), *extract("税率为15%"))
    Interval(low=Decimal('14.6'), high=Decimal('15.4'))
    """
    place = last_place(like)
    if like.unit in ("%", "pp", "x") or place > 1:
        place /= 10
    return Interval(
        None if interval.low is None else interval.low.quantize(place.normalize(), ROUND_FLOOR),
        None if interval.high is None else interval.high.quantize(place.normalize(), ROUND_CEILING),
    )

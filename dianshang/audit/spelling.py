"""How a metric, an interval and a subject are written in the sentences of the audit."""

import re
from collections.abc import Callable
from decimal import Context, Decimal

from dianshang.audit.intervals import Interval
from dianshang.audit.precision import is_bound
from dianshang.schema import Claim
from dianshang.schema.codes import Qualifier
from dianshang.wording import gloss
from dianshang.wording.numbers import (
    MINUS,
    RELATIVE,
    chinese_amount,
    chinese_number,
    chinese_unit,
    english_amount,
    plain_number,
)
from dianshang.wording.periods import chinese_period

_HEDGES = {Qualifier.OVER: "超", Qualifier.UNDER: "不足", Qualifier.ABOUT: "约"}
# What of a mention is number, not unit.
_UNWORDED = re.compile(r"^[\d.,，．－−+＋-]*[\d〇零一二两三四五六七八九十百千万亿几数多余]*[多余几]?[万亿]*")
_LONG = Context(prec=10)


def tidy(value: Decimal) -> Decimal:
    """A number to ten digits, without an exponent: what a table holds of a computed value.

    >>> tidy(Decimal(2) / 3), tidy(Decimal("1.50E+3"))
    (Decimal('0.6666666667'), Decimal('1500'))
    """
    return Decimal(plain_number(_LONG.plus(value)))


def english_span(value: Interval, unit: str | None) -> str:
    """An interval, in English.

    >>> english_span(Interval(Decimal("61.26"), Decimal("61.28")), "%")
    '61.26% to 61.28%'
    >>> english_span(Interval(Decimal("30.2"), None), "%")
    'at least 30.2%'
    """
    forms = ("at least {0}", "at most {0}", "{0} to {1}", "any value")
    return _interval(value, lambda end: english_amount(end, unit), forms)


def chinese_span(value: Interval, unit: str | None) -> str:
    """An interval, in Chinese.

    >>> chinese_span(Interval(Decimal("61.26"), Decimal("61.28")), "%")
    '61.26%至61.28%'
    >>> chinese_span(Interval(Decimal("30.2"), None), "%")
    '不低于30.2%'
    """
    forms = ("不低于{0}", "不高于{0}", "{0}至{1}", "任意值")
    return _interval(value, lambda end: chinese_amount(end, unit), forms)


def english_value(metric: Claim) -> str:
    """The value a metric states, with its hedge.

    >>> from dianshang import extract
    >>> english_value(*extract("网店超过300家"))
    'over 300 shops'
    """
    return gloss.value(vars(metric), signed=False)


def chinese_value(metric: Claim) -> str:
    """The mention of a metric as printed, with a word for its qualifier and a sign for a fall.

    >>> from dianshang import extract
    >>> [chinese_value(claim) for claim in extract("网店超过300家，销量下降5%")]
    ['超300家', '−5%']
    """
    hedge = _HEDGES.get(metric.qualifier, "") if is_bound(metric) or metric.qualifier is Qualifier.ABOUT else ""
    bare = metric.mention.lstrip("-－−+＋")
    return (MINUS if metric.value < 0 else "") + hedge + bare


def chinese_like(value: Decimal, metric: Claim) -> str:
    """A value in the unit of a metric, with the measure word that its text writes: 1619万家, like 1365万家.

    >>> from dianshang import extract
    >>> chinese_like(Decimal(16190000), *extract("网店有1365万家"))
    '1619万家'
    """
    word = _UNWORDED.sub("", metric.mention) if metric.unit not in RELATIVE else ""
    return chinese_number(value, metric.unit) + (word or chinese_unit(metric.unit))


def signed(working: str) -> str:
    """A computation in which a fall is taken away, not added as a negative number.

    >>> signed("1,365 ÷ (1 + −15.7%)")
    '1,365 ÷ (1 − 15.7%)'
    """
    return working.replace(f"+ {MINUS}", f"{MINUS} ")


def english_about(metric: Claim) -> str:
    """What a metric is about: `Turnover, children's wear market, 2012`.

    >>> from dianshang import extract
    >>> english_about(*extract("2012年童装市场销售额120亿元"))
    'Sales, 童装市场, 2012'
    """
    return gloss.about(vars(metric))


def chinese_about(metric: Claim) -> str:
    """What a metric is about: `童装市场销售额（2012年）`.

    >>> from dianshang import extract
    >>> chinese_about(*extract("2012年童装市场销售额120亿元"))
    '童装市场销售额（2012年）'
    """
    text, subject = metric.indicator_text or "", metric.subject or ""
    when = chinese_period(metric.period_start, metric.period_end)
    return (text if subject in text else subject + "：" + text) + (f"（{when}）" if when else "")


def _interval(value: Interval, write: Callable[[Decimal], str], forms: tuple[str, str, str, str]) -> str:
    if value.low is not None and value.high is not None:
        low, high = write(value.low), write(value.high)
        return low if low == high else forms[2].format(low, high)
    if value.low is not None:
        return forms[0].format(write(value.low))
    return forms[3] if value.high is None else forms[1].format(write(value.high))

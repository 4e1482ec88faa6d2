"""Builds the small invented metrics that the audit is tried on."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from dianshang.schema import Metric
from dianshang.schema.codes import Comparison, Measure, Qualifier

Told = Callable[..., Metric]


@pytest.fixture
def told() -> Iterator[Told]:
    """Builds one metric after another, as a text would state them: `told("120亿元", "12000000000", "零售额")`.

    The subject is one market of China and the period 2012, unless said otherwise; `when` is a year, a day or a pair
    of days. Unit and scale are those of the mention's characters.
    """
    places = count(100, 100)

    def build(mention: str, value: str, text: str, subject: str | None = "童装市场", **fields: Any) -> Metric:
        article = f"news-2020-01-{fields.pop('article', 1):02d}"
        start = fields.pop("at", None) or next(places)
        when = fields.pop("when", 2012)
        days = (date(when, 1, 1), date(when, 12, 31)) if isinstance(when, int) else when
        days = days if isinstance(days, tuple) else (days, days)
        defaults: dict[str, Any] = {
            "unit": next(
                (unit for sign, unit in (("%", "%"), ("点", "pp"), ("倍", "x"), ("人", "person")) if sign in mention),
                "CNY",
            ),
            "unit_mult": 8 if "亿" in mention else 4 if "万" in mention else 0,
            "measure": Measure.LEVEL,
            "indicator": "sales_revenue",
            "ref_area": "CN",
            "sentence": f"{start}：{text}{mention}。",
            "period_start": days[0],
            "period_end": days[1],
            "period_basis": None if days == (None, None) else "stated",
        }
        return Metric(
            metric_id=f"{article}-{start:05d}",
            article_id=article,
            issue_id="news-2020-01",
            mention=mention,
            char_start=start,
            char_end=start + len(mention),
            subject=subject,
            indicator_text=text,
            value=Decimal(value),
            **defaults | fields,
        )

    yield build


@pytest.fixture
def grew(told: Told) -> Told:
    """As `told`, of a growth over the year before."""

    def build(mention: str, value: str, text: str = "销售额增幅", **fields: Any) -> Metric:
        return told(mention, value, text, **{"measure": Measure.GROWTH, "comparison": Comparison.YOY} | fields)

    return build


@pytest.fixture
def over(told: Told) -> Told:
    """As `told`, of a number that the text says is passed."""

    def build(mention: str, value: str, text: str, **fields: Any) -> Metric:
        return told(mention, value, text, **{"qualifier": Qualifier.OVER} | fields)

    return build

"""What must always hold of a check, an implied value and a point of a figure."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from dianshang.schema.check import Check
from dianshang.schema.figure import FigurePoint
from dianshang.schema.implied import Implied

CHECK = {
    "check_id": "news-2020-01-01-00300-growth",
    "issue_id": "news-2020-01",
    "article_id": "news-2020-01-01",
    "kind": "growth",
    "metric_ids": ("news-2020-01-01-00100", "news-2020-01-01-00200", "news-2020-01-01-00300"),
    "formula": "later level ÷ earlier level − 1",
    "stated": Decimal("20"),
    "unit": "%",
    "computed_low": Decimal("18.9"),
    "computed_high": Decimal("21.1"),
    "deviation": Decimal("0"),
    "verdict": "consistent",
    "sentence_en": "It holds.",
    "sentence_zh": "一致。",
}
IMPLIED = {
    "implied_id": "news-2020-01-01-00300-base",
    "issue_id": "news-2020-01",
    "article_id": "news-2020-01-01",
    "kind": "base",
    "metric_ids": ("news-2020-01-01-00100", "news-2020-01-01-00300"),
    "indicator": "sales_revenue",
    "indicator_text": "童装销售额",
    "subject": "童装市场",
    "ref_area": "CN",
    "measure": "level",
    "value": Decimal("10"),
    "value_low": Decimal("9"),
    "value_high": Decimal("11"),
    "unit": "CNY",
    "period_start": date(2011, 1, 1),
    "period_end": date(2011, 12, 31),
    "claimant": None,
    "formula": "later level ÷ its growth",
    "sentence_en": "It follows.",
    "sentence_zh": "推算。",
}
POINT = {
    "point_id": "news-2020-01-01-f1-level-2011-01-01",
    "figure_id": "news-2020-01-01-f1",
    "article_id": "news-2020-01-01",
    "series": "童装销售额",
    "measure": "level",
    "period_start": date(2011, 1, 1),
    "period_end": date(2011, 12, 31),
    "value": Decimal("10"),
    "unit": "CNY",
    "residue": "10",
    "basis": "read",
    "confidence": "high",
    "reason": "It is legible.",
}


@pytest.mark.parametrize(("model", "row"), [(Check, CHECK), (Implied, IMPLIED), (FigurePoint, POINT)])
def test_a_whole_row_holds_and_says_what_each_field_is(model, row):
    assert model.model_validate(row)
    for name, field in model.model_json_schema()["properties"].items():
        assert field["description"] and field["description_zh"], name


@pytest.mark.parametrize(
    ("model", "row", "broken", "says"),
    [
        (Check, CHECK, {"computed_low": Decimal("22")}, "computed_low"),
        (Check, CHECK, {"check_id": "news-2021-01-01-00300-growth"}, "issue_id"),
        (Check, CHECK, {"article_id": "news-2020-01-02"}, "article_id"),
        (Check, CHECK, {"metric_ids": ("news-2020-01-01-00100",)}, "metric_ids"),
        (Check, CHECK, {"sentence_en": ""}, "sentence_en"),
        (Implied, IMPLIED, {"value": Decimal("12")}, "between"),
        (Implied, IMPLIED, {"measure": "growth"}, "level or a share"),
        (FigurePoint, POINT, {"value": None}, "unknown"),
        (FigurePoint, POINT, {"basis": "unknown"}, "unknown"),
        (FigurePoint, POINT, {"residue": None}, "characters"),
        (FigurePoint, POINT, {"measure": "share"}, "levels or of growth"),
        (FigurePoint, POINT, {"period_end": date(2010, 1, 1)}, "follow"),
        (FigurePoint, POINT, {"figure_id": "news-2020-01-02-f1"}, "figure_id"),
        (FigurePoint, POINT, {"point_id": "news-2020-01-01-f1-level-2012-01-01"}, "point_id"),
    ],
)
def test_a_broken_row(model, row, broken, says):
    with pytest.raises(ValidationError, match=says):
        model.model_validate(row | broken)

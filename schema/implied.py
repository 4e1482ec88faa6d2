"""A value that no sentence states but that follows from two that are stated."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.claim import RefArea
from dianshang.schema.codes import ImpliedKind, Measure
from dianshang.schema.record import ISSUE_ID, ArticleId, Code, IssueId, MetricIds, Record, says
from dianshang.schema.units import UnitCode

ImpliedId = Annotated[str, StringConstraints(pattern=rf"^{ISSUE_ID}-\d{{2,}}-\d{{5,}}-[a-z_]+$")]


class Implied(Record):
    """One value that follows from two stated ones. It is never a stated fact."""

    implied_id: Annotated[
        ImpliedId,
        says("Id of the metric that completes the pair, and how the value follows.", "补足推算的指标编号加推算方式。"),
    ]
    issue_id: Annotated[IssueId, says("Issue the two stand in.", "所在期号。")]
    article_id: Annotated[
        ArticleId | None, says("Article both stand in; null when they stand in two.", "所在文章；跨文章则为空。")
    ]
    kind: Annotated[ImpliedKind, says("How the value follows.", "推算方式。")]
    metric_ids: Annotated[MetricIds, Field(min_length=2), says("The stated metrics.", "所依据的指标编号。")]
    indicator: Annotated[Code | None, says("Indicator of the value.", "指标代码。")]
    indicator_text: Annotated[str | None, says("What is measured, in Chinese.", "所度量的内容。")]
    subject: Annotated[str | None, says("Whose property it is; null for a whole.", "主体；推算总体时为空。")]
    ref_area: Annotated[RefArea | None, says("Area it refers to.", "所指地区代码。")]
    measure: Annotated[Measure, says("Level or share.", "水平或占比。")]
    value: Annotated[
        Decimal, says("Value, to the last place that the interval supports.", "推算值，取到区间所支持的末位。")
    ]
    value_low: Annotated[Decimal, says("Least value that the printed digits allow.", "原文精度所允许的最小值。")]
    value_high: Annotated[Decimal, says("Greatest value that the printed digits allow.", "原文精度所允许的最大值。")]
    unit: Annotated[UnitCode | None, says("Unit of the value.", "单位。")]
    period_start: Annotated[date | None, says("First day it holds for.", "所属时期首日。")]
    period_end: Annotated[date | None, says("Last day it holds for, inclusive.", "所属时期末日（含）。")]
    claimant: Annotated[str | None, says("Who states the numbers it follows from.", "所依据数字的来源。")]
    formula: Annotated[str, Field(min_length=1), says("How it is computed, in words.", "计算方法（文字）。")]
    sentence_en: Annotated[
        str, Field(min_length=1), says("The inference in one English sentence.", "推算说明（英文）。")
    ]
    sentence_zh: Annotated[
        str, Field(min_length=1), says("The inference in one Chinese sentence.", "推算说明（中文）。")
    ]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if not self.value_low <= self.value <= self.value_high:
            raise ValueError("value lies between value_low and value_high")
        if self.measure not in (Measure.LEVEL, Measure.SHARE):
            raise ValueError("an implied value is a level or a share")
        return self

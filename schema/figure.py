"""A chart read again from the residue that text recognition left of it, one row for each value it drew."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.claim import RefArea
from dianshang.schema.codes import Confidence, FigureBasis, Measure, ObsStatus
from dianshang.schema.record import ARTICLE_ID, ArticleId, Code, Record, says
from dianshang.schema.units import UnitCode

FigureId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-f\d+$")]
PointId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-f\d+-(level|growth)-\d{{4}}-\d{{2}}-\d{{2}}$")]


class FigurePoint(Record):
    """One value of one series of a chart, or the statement that it can't be recovered."""

    point_id: Annotated[PointId, says("Figure id, measure and first day of the period.", "图号、度量类型加时期首日。")]
    figure_id: Annotated[FigureId, says("Article id, `-f` and the figure's number in it.", "文章编号加“-f”加图序。")]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    series: Annotated[str, Field(min_length=1), says("Name of the series, in Chinese.", "数据系列名称。")]
    measure: Annotated[Measure, says("Level (bars) or growth (line).", "水平（柱）或增长率（线）。")]
    indicator: Annotated[Code | None, says("Indicator of the series.", "指标代码。")] = None
    subject: Annotated[str | None, says("Whose property it is.", "主体。")] = None
    ref_area: Annotated[RefArea | None, says("Area it refers to.", "所指地区代码。")] = None
    period_start: Annotated[date, says("First day it holds for.", "所属时期首日。")]
    period_end: Annotated[date, says("Last day it holds for, inclusive.", "所属时期末日（含）。")]
    value: Annotated[
        Decimal | None,
        says("Value in the base unit; null when it can't be recovered.", "以基本单位计的数值；无法恢复则为空。"),
    ]
    unit: Annotated[UnitCode | None, says("Unit of the value.", "单位。")]
    obs_status: Annotated[
        ObsStatus | None,
        says("Forecast where the axis marks the year as expected.", "坐标轴标注为预期年份的为预测。"),
    ] = None
    residue: Annotated[
        str | None, says("The characters of the residue it is read from, verbatim.", "残留文本中的相应字符。")
    ] = None
    basis: Annotated[FigureBasis, says("Read, computed or unknown.", "读出、算出或未知。")]
    confidence: Annotated[
        Confidence | None, says("How well it is confirmed; null when unknown.", "可信程度；未知则为空。")
    ]
    reason: Annotated[
        str, Field(min_length=1), says("What was done, in one or two English sentences.", "依据（英文）。")
    ]
    source: Annotated[str | None, says("Who made the chart, as it says.", "图中所注的制图者。")] = None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        unknown = self.basis is FigureBasis.UNKNOWN
        if (self.value is None) != unknown or (self.confidence is None) != unknown:
            raise ValueError("an unknown value has neither value nor confidence, any other has both")
        if self.measure not in (Measure.LEVEL, Measure.GROWTH):
            raise ValueError("a series is of levels or of growth")
        if self.basis is FigureBasis.READ and self.residue is None:
            raise ValueError("a value that is read says from which characters")
        if self.period_start > self.period_end:
            raise ValueError("period_start must not follow period_end")
        if not self.figure_id.startswith(f"{self.article_id}-"):
            raise ValueError("figure_id begins with article_id")
        if self.point_id != f"{self.figure_id}-{self.measure.value}-{self.period_start}":
            raise ValueError("point_id is figure_id, measure and period_start")
        return self

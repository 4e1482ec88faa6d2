"""A named investment project: a road, a harbour, a plant, a park, with the metrics that measure it."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.claim import RefArea
from dianshang.schema.codes import ProjectStage
from dianshang.schema.record import ARTICLE_ID, ArticleId, Code, IssueId, MetricId, Offset, Record, says

ProjectId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-p\d{{5,}}$")]


class Project(Record):
    """One project as one article names it."""

    project_id: Annotated[
        ProjectId, says("Article id, `-p` and `char_start` in five digits.", "文章编号加“-p”与起始位置（5 位）。")
    ]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    name: Annotated[str, Field(min_length=1), says("Name as printed, verbatim.", "项目名称原文。")]
    char_start: Annotated[Offset, says("First code point of the name in the article.", "原文起始码点位置。")]
    char_end: Annotated[Offset, says("Code point after its last.", "原文结束码点位置（不含）。")]
    place: Annotated[
        str | None,
        Field(min_length=1),
        says("Place of the project, or the part of it that the article means.", "项目（或文中所指部分）所在地。"),
    ] = None
    ref_area: Annotated[RefArea | None, says("Code of that place.", "所在地区代码。")] = None
    stage: Annotated[
        ProjectStage | None,
        says("Preparation, construction or completed; null where unstated.", "前期、在建或建成；未说明则为空。"),
    ] = None
    phase: Annotated[
        int | None, Field(ge=1), says("Number of the phase in its name (二期 is 2).", "名称中的期数（二期为 2）。")
    ] = None
    investment_metric: Annotated[
        MetricId | None, says("Metric that states its investment.", "投资额对应的指标记录。")
    ] = None
    capacity_metrics: Annotated[
        tuple[MetricId, ...], says("Metrics that state its size or capacity.", "规模或能力对应的指标记录。")
    ] = ()
    named_id: Annotated[Code | None, says("The project among the entities.", "项目的实体编号。")] = None
    reviewed: Annotated[bool, says("Whether readers settled this record.", "是否经读者审定。")] = False

    @property
    def metric_ids(self) -> tuple[str, ...]:
        """Every metric the project points at."""
        investment = (self.investment_metric,) if self.investment_metric else ()
        return investment + self.capacity_metrics

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.char_end - self.char_start != len(self.name):
            raise ValueError("char_start and char_end must span exactly `name`")
        if self.project_id != f"{self.article_id}-p{self.char_start:05d}":
            raise ValueError("project_id is article_id, -p and char_start in five digits")
        if not self.article_id.startswith(f"{self.issue_id}-"):
            raise ValueError("article_id belongs to issue_id")
        if any(not metric.startswith(f"{self.article_id}-") for metric in self.metric_ids):
            raise ValueError("the metrics of a project stand in its article")
        if self.ref_area is not None and self.place is None:
            raise ValueError("ref_area is the code of `place`")
        return self

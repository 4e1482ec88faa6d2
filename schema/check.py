"""An arithmetic check: numbers of the text that tie one another, and whether they agree."""

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.codes import CheckKind, Verdict
from dianshang.schema.record import ISSUE_ID, ArticleId, IssueId, MetricIds, Record, says
from dianshang.schema.units import UnitCode

CheckId = Annotated[str, StringConstraints(pattern=rf"^{ISSUE_ID}-\d{{2,}}-\d{{5,}}-[a-z_]+\d*$")]


class Check(Record):
    """One tie between the numbers of an issue, recomputed."""

    check_id: Annotated[
        CheckId,
        says(
            "Id of the metric that is tested (of the first, for a list) and the rule that tests it.",
            "被检验的指标编号（列表取首项）加检验规则。",
        ),
    ]
    issue_id: Annotated[IssueId, says("Issue the numbers stand in.", "数字所在期号。")]
    article_id: Annotated[
        ArticleId | None,
        says("Article they all stand in; null when they stand in several.", "所在文章；跨文章则为空。"),
    ]
    kind: Annotated[CheckKind, says("What ties the numbers.", "检验类型。")]
    metric_ids: Annotated[
        MetricIds,
        Field(min_length=2),
        says(
            "The metrics tied: those computed from, then the one tested; all members of a list.",
            "相关指标编号：先为计算所用，末为被检验者；列表则为全部成员。",
        ),
    ]
    formula: Annotated[str, Field(min_length=1), says("How the value is computed, in words.", "计算方法（文字）。")]
    stated: Annotated[
        Decimal, says("Value the text states (100 for shares of one whole).", "原文数值（占比合计为 100）。")
    ]
    unit: Annotated[UnitCode | None, says("Unit of the stated and computed values.", "数值单位。")]
    computed_low: Annotated[
        Decimal | None,
        says("Lower end of what the other numbers allow; null when open.", "由其他数字算得区间的下限；无下限则为空。"),
    ]
    computed_high: Annotated[
        Decimal | None,
        says("Upper end of what the other numbers allow; null when open.", "由其他数字算得区间的上限；无上限则为空。"),
    ]
    deviation: Annotated[
        Decimal,
        says("Value computed from the numbers as printed, minus the stated one.", "按原文数字算得的值减原文数值。"),
    ]
    verdict: Annotated[Verdict, says("Whether they agree.", "结论：一致、舍入差异或矛盾。")]
    sentence_en: Annotated[str, Field(min_length=1), says("The check in one English sentence.", "检验说明（英文）。")]
    sentence_zh: Annotated[str, Field(min_length=1), says("The check in one Chinese sentence.", "检验说明（中文）。")]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.computed_low is not None and self.computed_high is not None and self.computed_low > self.computed_high:
            raise ValueError("computed_low must not exceed computed_high")
        if not self.check_id.startswith(f"{self.issue_id}-"):
            raise ValueError("check_id begins with issue_id")
        if self.article_id is not None and any(
            not metric_id.startswith(f"{self.article_id}-") for metric_id in self.metric_ids
        ):
            raise ValueError("article_id is that of every metric, or null")
        return self

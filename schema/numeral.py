"""The completeness ledger: one row for every numeral of the source."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dianshang.schema.codes import NumeralKind, NumeralRole
from dianshang.schema.record import ArticleId, MetricId, Offset, Record, says

_METRIC = NumeralRole.METRIC


class Numeral(Record):
    """One numeral of an issue: what it is, what it does and, where it states one, its metric."""

    numeral_id: Annotated[
        str,
        Field(pattern=r"^.+-n\d{6,}$"),
        says(
            "Issue id, `-n` and the offset of the numeral in the issue, 6 digits.",
            "期号加“-n”加数字在整期文本中的起始位置（6 位）。",
        ),
    ]
    article_id: Annotated[
        ArticleId | None,
        says("Article it stands in; null outside every article.", "所在文章；不在任何文章内则为空。"),
    ]
    char_start: Annotated[
        Offset,
        says(
            "First code point, in `articles.text`; in the issue's text where `article_id` is null.",
            "起始码点位置（相对 articles.text；article_id 为空时相对整期文本）。",
        ),
    ]
    char_end: Annotated[Offset, says("Code point after the last.", "结束码点位置（不含）。")]
    text: Annotated[str, Field(min_length=1), says("The numeral as printed.", "数字原文。")]
    kind: Annotated[NumeralKind, says("What the numeral is.", "数字类别。")]
    role: Annotated[
        NumeralRole, says("Whether it states a metric, gives a period, or neither.", "作用：指标、时间或无。")
    ]
    metric_id: Annotated[MetricId | None, says("The metric it states.", "对应的指标记录。")] = None

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.char_end - self.char_start != len(self.text):
            raise ValueError("char_start and char_end must span exactly `text`")
        if (self.metric_id is not None) != (self.role is _METRIC):
            raise ValueError("metric_id is set for the role `metric`, and only for it")
        return self

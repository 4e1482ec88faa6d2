"""A gathering that an article names: a fair, a forum, a congress, a meeting."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.claim import RefArea
from dianshang.schema.codes import Granularity
from dianshang.schema.record import ARTICLE_ID, ArticleId, Code, IssueId, Offset, Record, says

EventId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-e\d{{5,}}$")]


class Event(Record):
    """One event in one article; the article's mentions of it make one row, at the mention that tells most."""

    event_id: Annotated[
        EventId, says("Article id, `-e` and `char_start` in five digits.", "文章编号加“-e”与起始位置（5 位）。")
    ]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    name: Annotated[
        str, Field(min_length=1), says("Name in full, as the article allows.", "活动全称，以文中所述为准。")
    ]
    mention: Annotated[
        str, Field(min_length=1), says("The words that name it at the place given, verbatim.", "该处称呼的原文。")
    ]
    char_start: Annotated[Offset, says("First code point of the mention in the article.", "原文起始码点位置。")]
    char_end: Annotated[Offset, says("Code point after its last.", "原文结束码点位置（不含）。")]
    date_text: Annotated[
        str | None, Field(min_length=1), says("The time expression that dates it, verbatim.", "时间表达原文。")
    ] = None
    start_date: Annotated[
        date | None,
        says(
            "First day of the event, or of the month or year it falls in when the text says no more.",
            "首日；文中只给出月份或年份时为该时期首日。",
        ),
    ] = None
    end_date: Annotated[date | None, says("Last day, inclusive, in the same way.", "末日（含）；规则同上。")] = None
    granularity: Annotated[
        Granularity | None, says("How finely the text dates it.", "日期的精细程度：日、月或年等。")
    ] = None
    venue: Annotated[
        str | None, Field(min_length=1), says("Where it is held, in the article's words.", "举办地点，以文中所述为准。")
    ] = None
    ref_area: Annotated[
        RefArea | None,
        says("Area it is held in or for: ISO 3166-1 or ISO 3166-2.", "举办或所属地区代码（ISO 3166-1/-2）。"),
    ] = None
    organisers: Annotated[
        str | None,
        Field(min_length=1),
        says("Those who hold it, joined by `；`.", "主办者，多个以“；”分隔。"),
    ] = None
    named_id: Annotated[Code | None, says("The event among the entities.", "活动的实体编号。")] = None
    reviewed: Annotated[bool, says("Whether readers settled this record.", "是否经读者审定。")] = False

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.char_end - self.char_start != len(self.mention):
            raise ValueError("char_start and char_end must span exactly `mention`")
        if self.event_id != f"{self.article_id}-e{self.char_start:05d}":
            raise ValueError("event_id is article_id, -e and char_start in five digits")
        if not self.article_id.startswith(f"{self.issue_id}-"):
            raise ValueError("article_id belongs to issue_id")
        if (self.start_date is None) != (self.end_date is None) or (self.start_date is None) != (
            self.granularity is None
        ):
            raise ValueError("start_date, end_date and granularity are all set or all null")
        if self.start_date is not None and self.end_date is not None and self.start_date > self.end_date:
            raise ValueError("start_date must not follow end_date")
        return self

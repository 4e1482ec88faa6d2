"""Who said what: a quotation or an attributed opinion, with its exact place."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from dianshang.schema.codes import StatementMode
from dianshang.schema.record import ARTICLE_ID, ArticleId, Code, IssueId, Offset, Record, says

StatementId = Annotated[str, StringConstraints(pattern=rf"^{ARTICLE_ID}-s\d{{5,}}$")]


class Statement(Record):
    """One stretch of words that an article attributes to a speaker.

    A reported statement ends with its sentence; speech after a colon goes on as long as the paragraph leaves it
    undisturbed. What data or a report shows is no statement but the claimant of a metric.
    """

    statement_id: Annotated[
        StatementId, says("Article id, `-s` and `char_start` in five digits.", "文章编号加“-s”与起始位置（5 位）。")
    ]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    speaker: Annotated[
        str | None,
        Field(min_length=1),
        says("Name of the person or body that speaks; null where unnamed.", "发言的人或机构名称；未具名则为空。"),
    ] = None
    speaker_id: Annotated[Code | None, says("The speaker among the entities.", "发言者的实体编号。")] = None
    affiliation: Annotated[
        str | None,
        Field(min_length=1),
        says("Body the article says the speaker belongs to.", "文中所述发言者的所属机构。"),
    ] = None
    role: Annotated[
        str | None,
        Field(min_length=1),
        says(
            "Title in the article's words; for an unnamed speaker, what the article calls them.",
            "文中所述职务或身份；未具名者为文中称谓，如“业内人士”。",
        ),
    ] = None
    role_en: Annotated[
        str | None, Field(min_length=1), says("That role in English (curated).", "职务或身份的英文（审定时拟定）。")
    ] = None
    mode: Annotated[StatementMode, says("Direct or indirect speech.", "直接引语或间接引语。")]
    text: Annotated[
        str,
        Field(min_length=1),
        says(
            "The words said, verbatim, without the quotation marks around them or the full stop after reported speech.",
            "所说内容的原文，不含外层引号；间接引语不含句末标点。",
        ),
    ]
    char_start: Annotated[Offset, says("First code point of the words in the article.", "原文起始码点位置。")]
    char_end: Annotated[Offset, says("Code point after their last.", "原文结束码点位置（不含）。")]
    paragraph: Annotated[
        int | None,
        Field(ge=0),
        says("Index of the paragraph of the article that they begin in, from 0.", "起始处所在段落的序号，从 0 起。"),
    ] = None
    reviewed: Annotated[bool, says("Whether readers settled this record.", "是否经读者审定。")] = False

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.char_end - self.char_start != len(self.text):
            raise ValueError("char_start and char_end must span exactly `text`")
        if self.statement_id != f"{self.article_id}-s{self.char_start:05d}":
            raise ValueError("statement_id is article_id, -s and char_start in five digits")
        if not self.article_id.startswith(f"{self.issue_id}-"):
            raise ValueError("article_id belongs to issue_id")
        if self.speaker is None and (self.speaker_id is not None or self.affiliation is not None):
            raise ValueError("an unnamed speaker has neither speaker_id nor affiliation")
        return self

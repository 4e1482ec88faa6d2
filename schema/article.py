"""An article of an issue: its verbatim text, its parts and where it comes from."""

import hashlib
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, HttpUrl, TypeAdapter, model_validator

from dianshang.schema.codes import AuthorRole, ParagraphKind, PublishedBasis, SourceRelation
from dianshang.schema.record import ArticleId, IssueId, Offset, Record, Sha256, says

_HTTP_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def _well_formed(url: str) -> str:
    _HTTP_URL.validate_python(url)
    return url


Url = Annotated[str, AfterValidator(_well_formed)]


class Author(Record):
    """A person who signs an article."""

    name: Annotated[str, Field(min_length=1), says("Name as printed.", "署名。")]
    role: Annotated[AuthorRole, says("Reporter, correspondent or author.", "记者、通讯员或作者。")]


class Paragraph(Record):
    """A block of an article, by its place in `text`."""

    kind: Annotated[ParagraphKind, says("What the block is.", "段落类别。")]
    start: Annotated[Offset, says("First code point in `text`.", "起始码点位置。")]
    end: Annotated[Offset, says("Code point after the last.", "结束码点位置（不含）。")]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start >= self.end:
            raise ValueError("a paragraph starts before it ends")
        return self


class Article(Record):
    """One article, from its title through its source line."""

    article_id: Annotated[ArticleId, says("Issue id and position, two digits.", "文章编号：期号加两位序号。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    position: Annotated[int, Field(ge=1), says("Position in the issue, from 1.", "在本期中的序号，从 1 起。")]
    section: Annotated[str | None, says("Section head it stands under, without brackets.", "所属栏目（不含括号）。")]
    section_en: Annotated[
        str | None, Field(min_length=1), says("Section head in English (curated).", "栏目英文名（审定时拟定）。")
    ] = None
    title: Annotated[str, Field(min_length=1), says("Title as printed, without white space around it.", "标题。")]
    title_en: Annotated[str | None, says("Title in English (curated).", "英文标题（审定时拟定）。")] = None
    text: Annotated[
        str,
        Field(min_length=1),
        says(
            "Verbatim slice of the issue from the title through the source line; every offset counts in it.",
            "从标题到来源行的原文，未作任何改动；所有位置均以此为准。",
        ),
    ]
    text_start: Annotated[Offset, says("Offset of `text` in the issue.", "原文在整期文本中的起始位置。")]
    body: Annotated[
        str,
        says(
            "Headings, paragraphs and list items joined by line ends; no title, byline, source line or figure residue.",
            "正文：各段以换行连接，不含标题、署名、来源行与图片残留。",
        ),
    ]
    paragraphs: Annotated[
        tuple[Paragraph, ...], Field(min_length=1), says("The blocks of `text`, in order.", "原文分段，按顺序。")
    ]
    dateline: Annotated[
        str | None, says("News line at the head, without brackets.", "电头（不含括号），如“中国电子商务研究中心讯”。")
    ] = None
    authors: Annotated[tuple[Author, ...], says("Who signs it.", "署名作者。")] = ()
    source_name: Annotated[str | None, says("Outlet named in the source line.", "来源行中的媒体名称。")] = None
    source_url: Annotated[Url | None, says("Address in the source line.", "来源网址。")] = None
    source_relation: Annotated[
        SourceRelation | None,
        says(
            "Whether that outlet printed it first or took it over; null where nothing says so.",
            "原载或转载；文中未说明则为空。",
        ),
    ] = None
    origin_name: Annotated[
        str | None, says("Outlet it was first printed in, where the text says so.", "文中注明的首发媒体。")
    ] = None
    published: Annotated[date | None, says("Date of publication.", "发布日期。")] = None
    published_basis: Annotated[
        PublishedBasis | None,
        says(
            "Where that date stands: in the source line, in the address, or in the text.",
            "日期依据：来源行、网址或正文。",
        ),
    ] = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$"), says("Language, ISO 639.", "语言（ISO 639）。")] = "zh"
    sha256: Annotated[Sha256, says("SHA-256 of `text` in UTF-8.", "原文（UTF-8）的 SHA-256。")]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.article_id != f"{self.issue_id}-{self.position:02d}":
            raise ValueError("article_id is issue_id, a hyphen and the position in two digits")
        end = 0
        for paragraph in self.paragraphs:
            if paragraph.start < end or paragraph.end > len(self.text):
                raise ValueError("paragraphs stand in order inside `text` and do not overlap")
            end = paragraph.end
        if (self.published is None) != (self.published_basis is None):
            raise ValueError("published and published_basis are both set or both null")
        if self.sha256 != hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest():
            raise ValueError("sha256 is not that of `text`")
        return self

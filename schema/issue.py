"""What is known of an issue: its title, where its file comes from, whose text it is."""

from typing import Annotated

from pydantic import Field

from dianshang.schema.record import Record, Sha256, says


class Review(Record):
    """The part `[review]` of an `issue.toml`: what was done to the issue's records."""

    about: Annotated[
        str,
        Field(min_length=1),
        says("Who read the issue, how, and who settled the records.", "由谁、如何阅读，由谁裁定（英文）。"),
    ]
    about_zh: Annotated[str | None, says("The same in Chinese.", "由谁、如何阅读，由谁裁定。")] = None


class Provenance(Record):
    """The file `issue.toml` beside an issue."""

    title: Annotated[
        str, Field(min_length=1), says("Title of the issue, printed or given.", "本期标题（原有或拟定）。")
    ]
    file: Annotated[str, Field(min_length=1), says("File name of the document as received.", "收到时的文件名。")]
    sha256: Annotated[Sha256, says("SHA-256 of the document's bytes.", "文件字节的 SHA-256。")]
    text_sha256: Annotated[
        Sha256 | None,
        says(
            "SHA-256 of the text derived from a document that is no plain text; offsets count in that text.",
            "由非纯文本文件得出之文本的 SHA-256；字符位置以该文本为准。",
        ),
    ] = None
    year: Annotated[
        int | None, Field(ge=1900, le=2200), says("Year in which the issue was compiled.", "编辑年份。")
    ] = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$"), says("Language, ISO 639.", "语言（ISO 639）。")] = "zh"
    articles: Annotated[
        int | None, Field(ge=1), says("Number of articles a reader counted in it.", "阅读时清点的文章数。")
    ] = None
    about: Annotated[str | None, says("What else is known of the issue.", "关于本期的其他信息。")] = None
    rights: Annotated[str | None, says("Whose text it is.", "文本权利归属。")] = None
    review: Annotated[
        Review | None,
        says("What was done to the issue's records; null where nobody tells.", "审定情况；未说明则为空。"),
    ] = None

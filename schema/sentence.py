"""A sentence of an article as people train and test on it: its characters, a tag for each, and its fold."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from dianshang.schema.codes import ParagraphKind, Tag
from dianshang.schema.record import ArticleId, IssueId, Label, MetricId, Offset, Record, says

FOLDS = 5
OUTSIDE = 0


class Sentence(Record):
    """One sentence of an article, with the claims in it or without any."""

    sentence_id: Annotated[
        str,
        Field(pattern=r"^.+-s\d{5,}$"),
        says("Article id, `-s` and `char_start` in five digits.", "文章编号加“-s”加起始位置（5 位）。"),
    ]
    article_id: Annotated[ArticleId, says("Article it stands in.", "所在文章。")]
    issue_id: Annotated[IssueId, says("Issue it stands in.", "所在期号。")]
    char_start: Annotated[Offset, says("First code point, in `articles.text`.", "起始码点位置（相对 articles.text）。")]
    char_end: Annotated[Offset, says("Code point after the last.", "结束码点位置（不含）。")]
    text: Annotated[
        str, Field(min_length=1), says("The sentence, verbatim, its closing mark included.", "句子原文，含句末标点。")
    ]
    kind: Annotated[ParagraphKind, says("What the block is that it stands in.", "所在段落的类别。")]
    fold: Annotated[
        int,
        Field(ge=0, lt=FOLDS),
        says(
            "Fold for cross-validation, 0 to 4: the same for all sentences of an article.",
            "交叉验证的折号（0–4）；同一文章的句子同折。",
        ),
    ]
    metric_ids: Annotated[
        tuple[MetricId, ...], says("The claims in it, in order; none for many.", "句中的指标记录，按顺序；可为空。")
    ] = ()
    tokens: Annotated[
        tuple[str, ...],
        says("Its characters, one a code point.", "逐字切分（每个码点一项）。"),
    ]
    tags: Annotated[
        tuple[Annotated[int, Label(Tag)], ...],
        says(
            "A class label for each character: where a mention begins and goes on, by the measure of its claim.",
            "逐字标签（BIO）：各条陈述按度量类型标出起始与延续。",
        ),
    ]

    @model_validator(mode="after")
    def _holds(self) -> Self:
        if self.sentence_id != f"{self.article_id}-s{self.char_start:05d}":
            raise ValueError("sentence_id is article_id, `-s` and char_start in five digits")
        if self.char_end - self.char_start != len(self.text):
            raise ValueError("char_start and char_end must span exactly `text`")
        if self.tokens != tuple(self.text) or len(self.tags) != len(self.tokens):
            raise ValueError("tokens are the characters of `text`, and each has one tag")
        # Tags stand in pairs behind the outside one: a beginning is odd, and what goes on is the number after it.
        steps = set(pairwise((OUTSIDE, *self.tags)))
        if any(tag % 2 == 0 and tag and before not in (tag, tag - 1) for before, tag in steps):
            raise ValueError("a mention goes on only where one of its measure has begun")
        return self

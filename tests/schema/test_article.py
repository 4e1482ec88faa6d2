"""What an article must hold: one broken rule a test."""

import pytest
from pydantic import ValidationError

from dianshang.schema import Article, Author, Paragraph


def changed(article: Article, **fields: object) -> Article:
    return Article.model_validate(article.model_dump() | fields)


def test_an_article_is_immutable(article):
    with pytest.raises(ValidationError, match="frozen"):
        article.title = "新题"


def test_an_unknown_field_is_refused(article):
    with pytest.raises(ValidationError, match="extra"):
        changed(article, colour="red")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"article_id": "news-2014-05-02"}, "article_id is issue_id"),
        ({"issue_id": "2014/05", "article_id": "2014/05-01"}, "pattern"),
        ({"position": 0, "article_id": "news-2014-05-00"}, "greater than or equal to 1"),
        ({"title": ""}, "at least 1 character"),
        ({"text": ""}, "at least 1 character"),
        ({"text_start": -1}, "greater than or equal to 0"),
        ({"paragraphs": ()}, "at least 1 item"),
        ({"paragraphs": ({"kind": "title", "start": 0, "end": 99},)}, "inside `text`"),
        (
            {"paragraphs": ({"kind": "title", "start": 0, "end": 9}, {"kind": "list_item", "start": 8, "end": 20})},
            "do not overlap",
        ),
        ({"source_url": "news example"}, "URL"),
        ({"source_url": "ftp://news.example.org/1"}, "scheme"),
        ({"published": None}, "both set or both null"),
        ({"published_basis": None}, "both set or both null"),
        ({"published_basis": "guess"}, "'stated', 'url' or 'text'"),
        ({"source_relation": "copy"}, "'original' or 'reprint'"),
        ({"language": "Chinese"}, "pattern"),
        ({"sha256": "0" * 64}, "sha256 is not that of `text`"),
        ({"sha256": "XYZ"}, "pattern"),
    ],
)
def test_a_broken_rule_is_named(article, fields, rule):
    with pytest.raises(ValidationError, match=rule):
        changed(article, **fields)


def test_an_undated_article_is_sound(article):
    assert changed(article, published=None, published_basis=None).published is None


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3)])
def test_a_paragraph_is_not_empty(start, end):
    with pytest.raises(ValidationError, match="starts before it ends"):
        Paragraph(kind="paragraph", start=start, end=end)


def test_an_author_has_a_name():
    with pytest.raises(ValidationError, match="at least 1 character"):
        Author(name="", role="author")

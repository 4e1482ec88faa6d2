"""Corrections to articles."""

from datetime import date

import pytest

from dianshang.review.corrections import corrected_articles
from dianshang.review.errors import ReviewError


@pytest.fixture
def correct(reviewed, article):
    def correcting(*rows):
        return corrected_articles(reviewed(rows, "articles.jsonl") / "reviewed" / "articles.jsonl", [article])

    return correcting


def test_the_fields_of_the_file_replace_those_read(correct, article):
    (corrected,) = correct(
        {"article_id": "news-2014-05-01", "title_en": "New District Draws Investment", "section": None}
    )
    assert corrected.title_en == "New District Draws Investment"
    assert corrected.section is None
    assert corrected == article.model_copy(update={"title_en": corrected.title_en, "section": None})


def test_dates_and_authors_are_written_as_in_json(correct):
    authors = [{"name": "何远", "role": "author"}]
    (corrected,) = correct({"article_id": "news-2014-05-01", "published": "2014-05-11", "authors": authors})
    assert corrected.published == date(2014, 5, 11)
    assert corrected.authors[0].name == "何远"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({"article_id": "news-2014-05-02", "title_en": "?"}, "1: no article 'news-2014-05-02' in this issue"),
        ({"article_id": "news-2014-05-01", "text": "新"}, "1: has fields of no meaning here: text"),
        ({"title_en": "Which?"}, "1: lacks article_id"),
        (
            {"article_id": "news-2014-05-01", "published": None},
            "published and published_basis are both set or both null",
        ),
        ({"article_id": "news-2014-05-01", "source_url": "nowhere"}, "1: source_url: Input should be a valid URL"),
        ({"article_id": 7}, "1: article_id is not a text"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(correct, row, what):
    with pytest.raises(ReviewError, match=what):
        correct(row)

"""The sentences of articles: in order, verbatim, tagged as their claims lie, and dealt out to folds."""

import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dianshang.build import built_issue
from dianshang.engines.documents import RawDocument
from dianshang.engines.records import Reject
from dianshang.engines.tabulation import Limits, tabulated
from dianshang.extraction.tagging import folds, tagged
from dianshang.schema.article import Article, Paragraph
from dianshang.schema.codes import Tag

SEED = Path(__file__).parents[2] / "seeds" / "news-2013-02"
NAMES = [tag.value for tag in Tag]
SCRAPS = (
    *"0123456789.%，。；！？\n ”）",
    *("12亿元", "增长35%", "去年", "占", "其中", "提高2个百分点", "某市销售额", "3至5家", "（记者 周岚）", "一、"),
)


def plain(position, text):
    """An article of one paragraph."""
    return Article(
        article_id=f"weekly-{position:02d}",
        issue_id="weekly",
        position=position,
        section=None,
        title=text[:1],
        text=text,
        text_start=0,
        body=text,
        paragraphs=(Paragraph(kind="paragraph", start=0, end=len(text)),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def spelt(row):
    """The spans and measures that the tags of a sentence spell, in the text of the article."""
    found = []
    for at, number in enumerate(row.tags, row.char_start):
        begins, _, measure = NAMES[number].partition("-")
        if begins == "B":
            found.append([at, at + 1, measure])
        elif begins == "I":
            assert found[-1][1:] == [at, measure]
            found[-1][1] = at + 1
    return [tuple(one) for one in found]


def sound(tables):
    """Sentences hold every character of a block but the white space between them, and their tags spell the claims."""
    for article in tables["articles"]:
        rows = [row for row in tables["sentences"] if row.article_id == article.article_id]
        assert all(article.text[row.char_start : row.char_end] == row.text for row in rows)
        assert all(before.char_end <= after.char_start for before, after in pairwise(rows))
        held = {at for row in rows for at in range(row.char_start, row.char_end)}
        blocks = {at for block in article.paragraphs for at in range(block.start, block.end)}
        assert held <= blocks
        assert not "".join(article.text[at] for at in blocks - held).strip()
        metrics = [row for row in tables["metrics"] if row.article_id == article.article_id]
        assert [one for row in rows for one in spelt(row)] == [(m.char_start, m.char_end, m.measure) for m in metrics]
        assert [one for row in rows for one in row.metric_ids] == [metric.metric_id for metric in metrics]
        assert len({row.fold for row in rows}) == 1


def test_two_sentences_and_a_title(article, level, growth):
    title, body = tagged([article], [growth, level])
    assert (title.sentence_id, title.kind, title.metric_ids) == ("news-2014-05-01-s00000", "title", ())
    assert (body.sentence_id, body.kind, body.char_start) == ("news-2014-05-01-s00014", "paragraph", 14)
    assert body.metric_ids == ("news-2014-05-01-00022", "news-2014-05-01-00030")
    # 沿江新区去年引资 8.5亿元 ，增长 12.5% 。
    assert [NAMES[tag] for tag in body.tags] == [
        *["O"] * 8,
        *["B-level", *["I-level"] * 4],
        *["O"] * 3,
        *["B-growth", *["I-growth"] * 4],
        "O",
    ]
    assert "".join(body.tokens) == body.text == "沿江新区去年引资8.5亿元，增长12.5%。"


def test_no_sentence_ends_inside_a_mention(level):
    article = plain(1, "全年引资8。5亿元。增长")
    metric = level.model_copy(
        update={
            "article_id": "weekly-01",
            "mention": "8。5亿元",
            "char_start": 4,
            "char_end": 9,
            "metric_id": "weekly-01-00004",
        }
    )
    first, second = tagged([article], [metric])
    assert (first.text, second.text) == ("全年引资8。5亿元。", "增长")


def test_of_two_mentions_that_overlap_the_later_has_no_tags(level):
    article = plain(1, "全年12亿元")
    near = {"article_id": "weekly-01", "issue_id": "weekly"}
    outer = level.model_copy(update=near | {"metric_id": "weekly-01-00002", "char_start": 2, "char_end": 6})
    inner = level.model_copy(update=near | {"metric_id": "weekly-01-00003", "char_start": 3, "char_end": 6})
    (row,) = tagged([article], [inner, outer])
    assert row.metric_ids == ("weekly-01-00002", "weekly-01-00003")
    assert spelt(row) == [(2, 6, "level")]


def test_the_seed_issue():
    tables = built_issue(SEED).tables
    sound(tables)
    # A claim tells the very sentence that it stands in.
    told = {metric_id: row.text for row in tables["sentences"] for metric_id in row.metric_ids}
    assert {row.metric_id: row.sentence for row in tables["metrics"]} == told
    # 18 articles: four in three folds, three in the others.
    of = {row.article_id: row.fold for row in tables["sentences"]}
    assert sorted(Counter(of.values()).values()) == [3, 3, 4, 4, 4]


@given(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=60).map("".join), st.sampled_from([None, 1]))
@settings(deadline=None)
def test_any_text(text, line):
    tables = tabulated(RawDocument(1, "any", line, "any", text, None), Limits(seconds=20))
    if not isinstance(tables, Reject):
        sound(tables)


def test_folds_share_out_the_numbers():
    """Ten articles with 10, 9, … 1 runs of digits: there 10 9 8 7 6, back 5 4 3 2 1, so 11 in each fold."""
    articles = [plain(position, "1 " * (11 - position)) for position in range(1, 11)]
    dealt = folds(articles)
    total = Counter()
    for article in articles:
        total[dealt[article.article_id]] += 11 - article.position
    assert total == {fold: 11 for fold in range(5)}


def test_folds_do_not_go_by_the_order_of_the_articles():
    articles = [plain(position, "1 " * position) for position in range(1, 8)]
    assert folds(articles) == folds(articles[::-1])


def test_issues_of_one_article_do_not_meet_in_one_fold(article):
    found = Counter(
        folds([article.model_copy(update={"issue_id": f"day-{day}"})])[article.article_id] for day in range(200)
    )
    # 40 are to be expected in each.
    assert set(found) == set(range(5))
    assert min(found.values()) > 20


def test_an_issue_without_articles_has_no_sentences():
    assert tagged([], []) == []


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_what_goes_on_is_the_number_after_what_begins(number):
    if NAMES[number].startswith("I-"):
        assert NAMES[number - 1] == "B" + NAMES[number][1:]

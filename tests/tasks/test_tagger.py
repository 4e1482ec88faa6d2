"""The tagger that the card compares with: what it learns from four folds, it finds in the fifth."""

import pytest

from bench.tagger import cross_validated, spans
from dianshang.schema.codes import Tag
from dianshang.schema.sentence import Sentence

NUMBERS = ("12", "305", "47", "8.6", "1900")
TOWNS = ("北湖市", "青石镇", "东渡港")
LABELS = [tag.value for tag in Tag]


def sentence(fold, number, told):
    """A sentence of parts: words, or words with the measure that they state."""
    text = "".join(words for words, _ in told)
    tags = [
        LABELS.index(f"{'I' if at else 'B'}-{measure}" if measure else "O")
        for words, measure in told
        for at in range(len(words))
    ]
    start = 100 * number
    article = f"news-2014-06-{fold + 1:02d}"
    return Sentence(
        sentence_id=f"{article}-s{start:05d}",
        article_id=article,
        issue_id="news-2014-06",
        char_start=start,
        char_end=start + len(text),
        text=text,
        kind="paragraph",
        fold=fold,
        tokens=tuple(text),
        tags=tags,
    )


@pytest.fixture(scope="module")
def sentences():
    """Fifteen in five folds; in the first alone the name of a town is tagged too."""
    return [
        sentence(
            fold,
            number,
            [
                (town, "change" if fold == 0 else None),
                ("去年销售额", None),
                (f"{amount}万元", "level"),
                ("，增长", None),
                (f"{fold + 3}%", "growth"),
                ("。", None),
            ],
        )
        for fold, amount in enumerate(NUMBERS)
        for number, town in enumerate(TOWNS)
    ]


@pytest.fixture(scope="module")
def found(sentences):
    return cross_validated(sentences)


def test_what_four_folds_show_is_found_in_the_fifth(sentences, found):
    texts = {(one.article_id, one.char_start): one.text for one in sentences}

    def words(row):
        start = row["char_start"] // 100 * 100
        text = texts[row["article_id"], start]
        return text[row["char_start"] - start : row["char_end"] - start], row["measure"], row["value"], row["unit"]

    second = [words(row) for row in found if row["article_id"] == "news-2014-06-02"]
    assert second == [("305万元", "level", 3_050_000, "CNY"), ("4%", "growth", 4, "%")] * len(TOWNS)


def test_a_fold_is_tagged_by_a_model_that_has_not_seen_it(found):
    # Only the first fold tags towns: its own model cannot know, and those of the others are outvoted by the rest.
    assert {row["measure"] for row in found if row["article_id"] == "news-2014-06-01"} == {"level", "growth"}


def test_it_finds_the_same_every_time(sentences, found):
    assert cross_validated(sentences) == found


def test_labels_spell_mentions():
    assert list(spans(["B-level", "B-level", "I-level", "O"])) == [(0, 1, "level"), (1, 3, "level")]
    assert list(spans(["O", "O"])) == []

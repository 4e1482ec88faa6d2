"""What a tagged sentence must hold."""

import pytest
from pydantic import ValidationError

from dianshang.schema.sentence import Sentence

# 增 8 % 。: a growth of two characters.
SOUND = {
    "sentence_id": "news-2014-05-01-s00014",
    "article_id": "news-2014-05-01",
    "issue_id": "news-2014-05",
    "char_start": 14,
    "char_end": 18,
    "text": "增8%。",
    "kind": "paragraph",
    "fold": 4,
    "metric_ids": ["news-2014-05-01-00015"],
    "tokens": ["增", "8", "%", "。"],
    "tags": [0, 5, 6, 0],
}


def test_a_sound_one_is_taken():
    assert Sentence.model_validate(SOUND).tags == (0, 5, 6, 0)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"char_end": 19}, "span exactly `text`"),
        ({"sentence_id": "news-2014-05-01-s00015"}, "sentence_id is article_id"),
        ({"tokens": ["增", "8", "%"]}, "each has one tag"),
        ({"tokens": ["增8", "%", "。", ""]}, "tokens are the characters"),
        ({"tags": [0, 5, 6]}, "each has one tag"),
        ({"tags": [0, 6, 6, 0]}, "goes on only where"),
        ({"tags": [0, 3, 6, 0]}, "goes on only where"),
        ({"tags": [6, 6, 6, 0]}, "goes on only where"),
        ({"tags": [0, 5, 9, 0]}, "less than 9"),
        ({"tags": [0, 5, -1, 0]}, "greater than or equal to 0"),
        ({"fold": 5}, "less than 5"),
    ],
)
def test_a_broken_rule_is_named(fields, rule):
    with pytest.raises(ValidationError, match=rule):
        Sentence.model_validate(SOUND | fields)


def test_two_mentions_may_touch():
    assert Sentence.model_validate(SOUND | {"tags": [5, 5, 6, 1]})

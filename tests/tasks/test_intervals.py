"""Intervals over articles: where they must be a point, and where they must be wide."""

import pytest

from dianshang.tasks.scoring import score


def claim(article, start, value=1):
    return {"article_id": f"d-{article:02d}", "char_start": start, "char_end": start + 2, "value": value, "unit": "%"}


GOLD = [claim(article, start) for article in range(1, 11) for start in (0, 10)]


def test_what_is_right_in_every_article_has_no_spread():
    found = score(GOLD, GOLD)
    assert found.intervals["span"] == {"precision": (1.0, 1.0), "recall": (1.0, 1.0), "f1": (1.0, 1.0)}
    assert found.field_intervals["value"] == (1.0, 1.0)


def test_half_of_every_article_has_no_spread_either():
    """Each article gives one of its two claims: recall is 0.5 whichever articles are drawn, F1 2/3."""
    found = score([row for row in GOLD if row["char_start"] == 0], GOLD)
    assert found.intervals["span"] == {"precision": (1.0, 1.0), "recall": (0.5, 0.5), "f1": (0.6667, 0.6667)}


def test_half_of_the_articles_has_a_wide_one():
    """Of ten articles drawn, those that are right are binomial (10, ½): 2 to 8 of them in the middle 95 %."""
    found = score([row for row in GOLD if row["article_id"] <= "d-05"], GOLD)
    assert found.intervals["span"]["recall"] == (0.2, 0.8)


def test_one_article_gives_none():
    assert score(GOLD[:2], GOLD[:2]).intervals["span"] == {"precision": None, "recall": None, "f1": None}


def test_the_draws_are_the_same_each_time():
    rows = [row for row in GOLD if row["article_id"] != "d-03"]
    assert score(rows, GOLD).to_dict() == score(rows, GOLD).to_dict()


@pytest.mark.parametrize("rows", [[], GOLD[:3]])
def test_a_score_is_json(rows):
    import json

    told = json.loads(json.dumps(score(rows, GOLD).to_dict()))
    assert told["articles"] == 10
    assert told["span"]["hits"] == len(rows)

"""The words around a number that the rules look at."""

import pytest

from dianshang.extraction.claims.placing import AFTER, Place, placed
from dianshang.extraction.claims.scene import scene, sentence_index
from dianshang.extraction.claims.setting import setting


def place(text: str, figure: str) -> Place:
    stage = scene(text, None)
    quantity = next(one.quantity for one in stage.readings if one.quantity and one.quantity.text == figure)
    return placed(stage, setting(stage, sentence_index(stage, quantity.char_start, 0)), quantity, None)


# Sentence, figure → noun phrase, the clause before where there is none, all before it in its clause, what follows.
PLACES = [
    ("2013年全市出口额达到45亿元，增长8%。", "45亿元", ("全市出口额", "", "2013年全市出口额达到", "，增长8%。")),
    ("全市出口额，达到45亿元。", "45亿元", ("", "全市出口额", "达到", "。")),
    ("出口增长。全市进口额为31亿元。", "31亿元", ("全市进口额", "", "全市进口额为", "。")),
    ("45亿元", "45亿元", ("", "", "", "")),
]


@pytest.mark.parametrize(("text", "figure", "expected"), PLACES)
def test_the_words_around_a_number(text: str, figure: str, expected: tuple[str, str, str, str]) -> None:
    found = place(text, figure)
    assert (found.phrase, found.lead, found.near, found.after) == expected


def test_not_more_than_a_few_words_behind_a_number_are_looked_at() -> None:
    text = f"出口45亿元{'稳' * 40}。"
    assert place(text, "45亿元").after == "稳" * AFTER

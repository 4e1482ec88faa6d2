"""What a sentence takes from the text around it (published on 20 May 2014)."""

from datetime import date

import pytest

from dianshang.extraction.claims.scene import scene
from dianshang.extraction.claims.setting import headings_above, setting


def test_headings_above_a_sentence_are_the_nearest_and_the_title() -> None:
    text = "经济概况\n一、工业\n产值45亿元。\n二、外贸\n进口额31亿元。\n"
    stage = scene(text, None)
    told = [[text[one.start : one.end] for one in headings_above(stage, index)] for index in range(5)]
    assert told[0] == []
    assert told[2] == ["一、工业", "经济概况"]
    assert told[4] == ["二、外贸", "经济概况"]


def test_a_heading_does_not_reach_beyond_a_dozen_sentences() -> None:
    text = "经济概况\n" + "出口平稳。" * 20 + "\n一、工业\n" + "出口平稳。" * 20
    stage = scene(text, None)
    last = len(stage.sentences) - 1
    assert [text[one.start : one.end] for one in headings_above(stage, last)] == ["经济概况"]


def test_a_text_without_headings_has_none_above() -> None:
    assert headings_above(scene("出口平稳。进口平稳。", None), 1) == []


# Text, index of the sentence → the time expression and the label that hold for its numbers.
SETTINGS = [
    ("一季度出口额为52亿元。进口额为31亿元。", 1, "一季度", None),
    ("2013年对外贸易\n出口额为52亿元。", 1, "2013年", None),
    ("3、市场份额：甲公司占12%。乙公司占8%。", 1, None, "market_share"),
    # 去年建成 only dates the bridge.
    ("全市最长的去年建成的大桥通车。进口额为31亿元。", 1, None, None),
]


@pytest.mark.parametrize(("text", "index", "time", "label"), SETTINGS)
def test_what_holds_for_the_numbers_of_a_sentence(text: str, index: int, time: str | None, label: str | None) -> None:
    found = setting(scene(text, date(2014, 5, 20)), index)
    assert (found.time.text if found.time else None, found.label) == (time, label)

"""A text with what was found in it."""

from datetime import date

import pytest

from dianshang.extraction.claims.scene import (
    periods_between,
    phrase_before,
    phrase_marks,
    scene,
    sentence_index,
    without_periods,
)

TEXT = "外贸概况\n2012年出口增长。2013年4月，出口下降。\n一、进口\n进口额31亿元，2013年平稳。"
STAGE = scene(TEXT, date(2014, 5, 20))


def test_headings_are_short_lines_without_the_marks_of_prose() -> None:
    told = [TEXT[STAGE.sentences[at].start : STAGE.sentences[at].end] for at in STAGE.headings]
    assert told == ["外贸概况", "一、进口"]


HEADINGS = [
    ("出口增长\n进口下降。", ["出口增长"]),
    ("出口增长。\n进口下降。", []),
    ("出口增长；\n进口下降。", []),
    # A line that goes on is no heading.
    ("出口增长！进口下降", []),
    # The last line may be one.
    ("进口下降。\n出口增长", ["出口增长"]),
    ("甲" * 46, []),
    ("甲" * 45, ["甲" * 45]),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_what_is_a_heading(text: str, expected: list[str]) -> None:
    stage = scene(text, None)
    assert [text[stage.sentences[at].start : stage.sentences[at].end] for at in stage.headings] == expected


def test_times_that_begin_in_a_stretch() -> None:
    second = TEXT.index("2013年4月")
    assert [one.text for one in periods_between(STAGE, 0, len(TEXT))] == ["2012年", "2013年4月", "2013年"]
    assert [one.text for one in periods_between(STAGE, second, second + 1)] == ["2013年4月"]
    assert periods_between(STAGE, second + 1, second + 2) == []


def test_the_sentence_of_a_place() -> None:
    assert [sentence_index(STAGE, TEXT.index(word), 0) for word in ("外贸", "2012", "下降", "31")] == [0, 1, 2, 4]
    assert sentence_index(STAGE, TEXT.index("31"), 2) == 4


WITHOUT = [
    ("去年全市出口额", "全市出口额"),
    ("全市2013年出口额", "全市出口额"),
    # A single particle between times goes too.
    ("2013年的出口额", "的出口额"),
    ("出口额", "出口额"),
    ("2012年和2013年", ""),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT)
def test_a_stretch_without_its_times(text: str, expected: str) -> None:
    assert without_periods(scene(text, date(2014, 5, 20)), 0, len(text)) == expected


def test_an_empty_text_is_an_empty_scene() -> None:
    stage = scene("", None)
    assert (stage.sentences, stage.periods, stage.headings, stage.readings) == ([], [], [], [])


PHRASES = [
    ("去年，全市新增就业12万人", "12", "全市新增就业"),
    ("出口：3亿元", "3亿", ""),
    ("合计（不含农户）12亿元", "12", ""),
    ("全市新增就业12万人", "12", "全市新增就业"),
]


@pytest.mark.parametrize(("text", "figure", "expected"), PHRASES)
def test_a_noun_phrase_begins_after_the_nearest_mark(text: str, figure: str, expected: str) -> None:
    end = text.index(figure)
    assert text[phrase_before(phrase_marks(text), end, 0) : end] == expected


def test_a_noun_phrase_begins_not_before_the_floor() -> None:
    assert phrase_before(phrase_marks("全市新增就业12万人"), 6, 2) == 2


def test_a_noun_phrase_has_no_more_than_two_hundred_characters() -> None:
    assert phrase_before([], 300, 0) == 100

"""Gatherings: their names, days, places and hosts."""

from datetime import date

import pytest

from dianshang.extraction.speech.events import events
from tests.extraction.pages import page

PUBLISHED = date(2011, 4, 20)

ROWS = [
    # name, first and last day, place, hosts
    (
        "由甲省商务厅、乙市政府联合主办的“第五届中国茶叶博览会”将于2011年5月8日—10日在杭州和平会展中心举行。",
        ("第五届中国茶叶博览会", date(2011, 5, 8), date(2011, 5, 10), "杭州和平会展中心", "甲省商务厅；乙市政府"),
    ),
    (
        "第三届亚洲物流论坛2010年11月6日在天津举行。",
        ("第三届亚洲物流论坛", date(2010, 11, 6), date(2010, 11, 6), "天津", None),
    ),
    (
        "昨天下午，北京饭店二楼里，湖南商会召开理事年会。",
        ("理事年会", date(2011, 4, 19), date(2011, 4, 19), "北京饭店二楼", "湖南商会"),
    ),
    ("陈大年曾在世界奶业大会上谈到此事。", ("世界奶业大会", None, None, None, None)),
    ("去年的全国糖酒会吸引了不少客商。", ("全国糖酒会", date(2010, 1, 1), date(2010, 12, 31), None, None)),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_one_event(sentence: str, expected: tuple[object, ...]) -> None:
    (found,) = events(page(sentence, published=PUBLISHED))
    assert (found.name, found.start_date, found.end_date, found.venue, found.organisers) == expected


NONE = [
    "本次大会吸引了上万人。",  # only points back
    "代表们走进会议室。",
    "人民大会堂今天开放。",
    "股市论坛报今日停刊。",
    "今年会不会降价？",
    "各种促销活动让人眼花。",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_event(sentence: str) -> None:
    assert events(page(sentence, published=PUBLISHED)) == []


def test_one_gathering_makes_one_row_however_often_it_is_named() -> None:
    article = page(
        "第二届华南纺织博览会将于2011年6月3日在佛山举行。",
        "第二届华南纺织博览会由丙协会主办。",
        title="第二届华南纺织博览会开幕在即",
    )
    (found,) = events(article)
    assert (found.start_date, found.venue, found.ref_area) == (date(2011, 6, 3), "佛山", "CN-GD")


def test_what_is_held_at_the_same_time_has_the_same_days() -> None:
    article = page("第六届丝绸博览会将于2011年9月1日—3日在苏州举行。同期还将举办：中国面料设计论坛。")
    main, beside = events(article)
    assert (beside.name, beside.start_date, beside.end_date) == ("中国面料设计论坛", main.start_date, main.end_date)
    assert beside.date_text == "同期"


def test_last_times_fair_is_another() -> None:
    article = page("第四届渔业博览会将于2011年8月5日在大连举行。上届渔业博览会于2010年8月6日在青岛举行。")
    assert [(one.name, one.venue) for one in events(article)] == [
        ("第四届渔业博览会", "大连"),
        ("上届渔业博览会", "青岛"),
    ]

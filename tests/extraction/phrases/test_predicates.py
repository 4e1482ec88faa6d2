"""The words between a noun phrase and its number."""

from datetime import date

import pytest

from dianshang.extraction.phrases.predicates import Predicate, predicate
from dianshang.extraction.times.periods import periods


def before(text: str, figure: str, floor: int = 0) -> Predicate:
    found = {period.char_end: period for period in periods(text, date(2014, 5, 20))}
    return predicate(text, text.index(figure), floor, found)


# Sentence, figure → the phrase left over, and what the predicate says.
WORDS = [
    ("销售额同比增长了约24%", "24", "销售额", {"move": "增长", "sign": 1, "compared": "同比", "to": False}),
    ("煤炭产量环比大幅下滑近12%", "12", "煤炭产量", {"move": "下滑", "sign": -1, "compared": "环比"}),
    ("水泥价格跌幅达到5%", "5%", "水泥价格", {"move": "跌幅", "sign": -1, "noun": True}),
    ("水泥价格涨幅达到5%", "5%", "水泥价格", {"move": "涨幅", "sign": 1, "noun": True}),
    # A destination: the number is what is reached.
    ("吞吐量增至3.2亿吨", "3.2", "吞吐量", {"move": "增至", "to": True}),
    ("准备金率上调到了20%", "20", "准备金率", {"move": "上调到", "to": True}),
    # 高 and 少 move only against something.
    ("均价比2012年高5%", "5%", "均价", {"move": "高", "weak": True, "against_seen": True}),
    ("房租高涨5%", "5%", "房租高", {"move": "涨", "weak": False}),
    ("房租高5%", "5%", "房租", {"move": "高", "weak": True, "against_seen": False}),
    ("民营企业约占83%", "83", "民营企业", {"share": True, "move": None}),
    ("第三名诺基亚（8.3%）", "8.3", "第三名诺基亚", {"opened": True, "move": None}),
    ("产值：45亿元", "45", "产值", {"opened": False, "move": None}),
    # The nearest word of change decides.
    ("库存减少使价格上涨3%", "3%", "库存减少使价格", {"move": "上涨", "sign": 1}),
    ("常住人口540万人", "540", "常住人口", {"move": None, "sign": 0, "share": False, "compared": None}),
]


@pytest.mark.parametrize(("text", "figure", "phrase", "said"), WORDS)
def test_what_the_words_before_a_number_say(text: str, figure: str, phrase: str, said: dict[str, object]) -> None:
    found = before(text, figure)
    assert text[: found.start] == phrase
    assert {name: getattr(found, name) for name in said} == said


# Sentence, figure → the time it is compared with, the time it holds for.
TIMES = [
    ("用户数较2012年增长19%", "19", "2012年", None),
    ("用户数与2012年相比增长19%", "19", "2012年", None),
    ("产值2013年达到45亿元", "45", None, "2013年"),
    ("用户数较2012年的2.6亿人", "2.6", "2012年", None),
]


@pytest.mark.parametrize(("text", "figure", "base", "when"), TIMES)
def test_times_inside_a_predicate(text: str, figure: str, base: str | None, when: str | None) -> None:
    found = before(text, figure)
    assert (found.base.text if found.base else None, found.when.text if found.when else None) == (base, when)


def test_nothing_is_read_before_the_floor() -> None:
    text = "同比增长24%"
    assert before(text, "24", floor=2)._replace(base=None).start == 2
    assert before(text, "24", floor=2).compared is None
    # A word that begins before the floor is not cut in two.
    assert before(text, "24", floor=3).move is None


def test_a_time_before_the_floor_is_not_read() -> None:
    text = "2013年达到45亿元"
    assert before(text, "45", floor=2).when is None


def test_a_number_without_words_before_it_has_an_empty_predicate() -> None:
    assert before("45亿元", "45")[:3] == (0, None, 0)

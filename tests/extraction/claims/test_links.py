"""Which level a growth, a share or a change describes."""

import pytest

from dianshang.extraction.claims.claims import extract

# Sentence → mention of each ratio and of the level it describes.
LINKS = [
    # The level before it, named by the same words or by none of its own.
    ("去年营业收入35亿元，同比增长5%。", {"5%": "35亿元"}),
    ("去年营业收入35亿元，净利润2亿元，增长5%。", {"5%": "2亿元"}),
    ("截至4月末，贷款余额为850亿元，比年初增加36亿元。", {"36亿元": "850亿元"}),
    # Something of its own: no level of it is stated.
    ("去年营业收入35亿元，净利润增长5%。", {"5%": None}),
    # The level that follows as its result.
    ("去年营业收入增长18%，达到35亿元。", {"18%": "35亿元"}),
    ("去年净利润增长1.2倍至35亿元。", {"1.2倍": "35亿元"}),
    # A number of something else that follows is none.
    ("去年营业收入增长18%，净利润达到2亿元。", {"18%": None}),
    # Not over a full stop.
    ("去年营业收入为35亿元。同比增长5%。", {"5%": None}),
    # Not the level of another time.
    ("2012年营业收入35亿元，2013年增长5%。", {"5%": None}),
    # Two growths named together belong to two levels in turn.
    ("一季度接待游客320万人次，旅游收入28亿元，分别增长12%和15%。", {"12%": "320万人次", "15%": "28亿元"}),
    ("一季度销售轮胎320万条，实现销售额28亿元，同比增长12%和15%。", {"12%": "320万条", "15%": "28亿元"}),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_the_level_of_a_ratio(text: str, expected: dict[str, str | None], news_day) -> None:
    found = extract(text, news_day)
    by_key = {one.key: one.mention for one in found}
    told = {one.mention: by_key.get(one.relates_to or "") for one in found if one.measure != "level"}
    assert told == expected


def test_a_growth_takes_the_period_of_its_level(claim) -> None:
    found = claim("营业收入增长18%，达到2013年的35亿元。", "18%")
    assert (str(found.period_start), str(found.period_end)) == ("2013-01-01", "2013-12-31")


def test_a_level_relates_to_nothing(claim) -> None:
    assert claim("去年营业收入35亿元，净利润2亿元。", "2亿元").relates_to is None

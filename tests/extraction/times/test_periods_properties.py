"""What holds of the periods of any text."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dianshang.extraction.times.periods import periods

PIECES = """
2012年 08年 二〇一二年 9999年 1000年 9月 十二月 31日 3号 底 初 末 上半年
三季度 Q4 前 后 以前 以后 及以前 起 以来 来 止 至今 自 从 截至 到 至 - — ～ 、 ，
。 今年 去年 上年 明年 当年 次年 本月 上月 昨日 上周四 周末 近日 目前 春节 国庆 双十一
“十二五” 期间 同期 近三年 未来五年 三年前 80年代 上世纪 21世纪 2012-09-03
2012/9/3 2.1.3 学年 财年 的 比 《 》 预计 将 中国 亿元 1 0 一 十 全年 年底
上旬 第二周 前两个月
"""
# Text made of the words of time, and any text at all.
TIMES = st.lists(st.sampled_from([*PIECES.split(), " ", "\n"]), max_size=14).map("".join)
ANYTHING = st.one_of(TIMES, st.text(max_size=80))
PUBLISHED = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(9998, 12, 31)), st.sampled_from([date.min, date.max]))


@given(ANYTHING, PUBLISHED)
@example("2012年前周末", None)
@settings(max_examples=400, deadline=None)
def test_periods_slice_back_and_stand_in_order(text: str, published: date | None) -> None:
    end = 0
    for period in periods(text, published):
        assert text[period.char_start : period.char_end] == period.text != ""
        assert period.char_start >= end
        end = period.char_end
        if period.period_start is not None and period.period_end is not None:
            assert period.period_start <= period.period_end
        assert (period.basis is None) == (period.period_start is None and period.period_end is None)


@given(TIMES)
@settings(max_examples=100, deadline=None)
def test_a_paragraph_reads_the_same_after_another(text: str) -> None:
    line = text.replace("\n", "").replace("《", "").replace("同期", "")
    alone = periods(line)
    after = periods("一" * 50 + "\n" + line)
    assert [p[2:] for p in alone] == [p[2:] for p in after]


@pytest.mark.parametrize(
    "piece",
    ["1", "一", "二十", "1-", "2012年", "比上年同期", "6月", "近", "“", "《今年", "到", "1、", "春节", " ", "年"],
)
def test_long_monotonous_text_is_read_in_bounded_work(piece: str) -> None:
    text = piece * 20_000
    for period in periods(text, date(2013, 2, 6)):
        assert period.char_end - period.char_start < 60

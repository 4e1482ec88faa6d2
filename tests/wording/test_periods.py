"""Periods in English and in Chinese."""

from datetime import date

import pytest

from dianshang.wording.periods import chinese_period, english_period

SPANS = [
    ((date(2013, 1, 1), date(2013, 12, 31)), "2013", "2013年"),
    ((date(2011, 1, 1), date(2015, 12, 31)), "2011–2015", "2011—2015年"),
    ((date(2014, 4, 1), date(2014, 4, 30)), "April 2014", "2014年4月"),
    ((date(2012, 2, 1), date(2012, 2, 29)), "February 2012", "2012年2月"),
    ((date(2014, 1, 1), date(2014, 3, 31)), "first quarter of 2014", "2014年第一季度"),
    ((date(2014, 2, 1), date(2014, 4, 30)), "February–April 2014", "2014年2月至4月"),
    ((date(2014, 7, 1), date(2014, 12, 31)), "second half of 2014", "2014年下半年"),
    ((date(2014, 1, 1), date(2014, 8, 31)), "January–August 2014", "2014年1月至8月"),
    ((date(2013, 7, 1), date(2014, 6, 30)), "July 2013 – June 2014", "2013年7月至2014年6月"),
    ((date(2014, 4, 30), date(2014, 4, 30)), "30 April 2014", "2014年4月30日"),
    ((date(2014, 5, 16), date(2014, 5, 20)), "16–20 May 2014", "2014年5月16日至20日"),
    ((date(2014, 4, 30), date(2014, 5, 2)), "30 April – 2 May 2014", "2014年4月30日至5月2日"),
    ((date(2013, 12, 30), date(2014, 1, 5)), "30 December 2013 – 5 January 2014", "2013年12月30日至2014年1月5日"),
    ((date(2010, 1, 1), None), "from 1 January 2010", "2010年1月1日起"),
    ((None, date(2014, 4, 30)), "to 30 April 2014", "至2014年4月30日"),
    ((None, None), "", ""),
    # The last day there is has no day after it.
    ((date(9999, 12, 1), date(9999, 12, 31)), "1–31 December 9999", "9999年12月1日至31日"),
]


@pytest.mark.parametrize(("days", "english", "chinese"), SPANS)
def test_a_period_in_its_shortest_form(days: tuple[date | None, date | None], english: str, chinese: str) -> None:
    assert (english_period(*days), chinese_period(*days)) == (english, chinese)

"""Days of publication: written in full, in an address, in a news line."""

from datetime import date

import pytest

from dianshang.reading.dates import NewsDay, completed, news_day, stated_date, url_date

STATED = [
    ("某某日报2014年3月5日", date(2014, 3, 5)),
    ("2014-03-05 10:20:31", date(2014, 3, 5)),
    ("2014/3/5", date(2014, 3, 5)),
    ("２０１４年３月５日", date(2014, 3, 5)),
    ("二〇一四年三月二十五日", date(2014, 3, 25)),
    ("二○一四年十二月十日", date(2014, 12, 10)),
    ("二〇一四年二月三十日", None),
    ("2014.3.5", date(2014, 3, 5)),
    ("某某日报1975年3月5日", None),  # before any newsletter of this kind
    ("2014年3月", None),  # a month is no day
    ("2014年13月5日", None),
    ("2014-02-30", None),
    ("编号12014-03-051", None),
]

ADDRESSES = [
    ("http://example.com/20140305/67643.shtml", date(2014, 3, 5)),
    ("http://example.com/renwu/35/2014/0305/263403.shtml", date(2014, 3, 5)),
    ("http://example.com/html/2014-03/05/content_1.htm", date(2014, 3, 5)),
    ("http://example.com/2014/03/05/1.html", date(2014, 3, 5)),
    ("http://example.com/201403/05/1.html", date(2014, 3, 5)),
    ("http://example.com/2014-03-05/1.html", date(2014, 3, 5)),
    ("http://example.com/a/t20140305_12.htm", date(2014, 3, 5)),
    ("http://money.example.com/14/0305/09/AB12.html", date(2014, 3, 5)),
    ("http://example.com/detail--6081771.html", None),
    ("http://example.com/p/3088.html", None),
    ("http://example.com/news/12014030512.html", None),  # digits inside a longer number
    ("http://example.com/20141305/1.html", None),
    ("http://example.com/201403/1.html", None),
    ("http://20140305.example.com/1.html", None),  # the host is no path
    ("http://example.com/1.html?t=20140305", None),
]

NEWS_LINES = [
    ("(某某网讯)3月5日消息，", NewsDay(None, 3, 5)),
    ("北京时间3月5日晚间消息，", NewsDay(None, 3, 5)),
    ("某某社北京3月5日电 （记者", NewsDay(None, 3, 5)),
    ("某某网2014年3月5日讯 ", NewsDay(2014, 3, 5)),
    ("3月5日，某公司发布报告。", None),  # what happened that day, not when it was printed
    ("去年3月5日的消息", None),
]


@pytest.mark.parametrize(("line", "day"), STATED)
def test_a_full_date(line, day):
    found = stated_date(line)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_the_day_in_an_address(url, day):
    assert url_date(url) == day


@pytest.mark.parametrize(("head", "day"), NEWS_LINES)
def test_the_day_of_a_news_line(head, day):
    assert news_day(head) == day


@pytest.mark.parametrize(
    ("day", "year", "neighbours", "expected"),
    [
        (NewsDay(2012, 3, 5), 2014, [], date(2012, 3, 5)),
        (NewsDay(None, 3, 5), None, [date(2014, 3, 9)], date(2014, 3, 5)),
        (NewsDay(None, 12, 30), 2014, [date(2014, 1, 4), date(2014, 1, 6)], date(2013, 12, 30)),
        (NewsDay(None, 1, 2), 2013, [date(2013, 12, 28)], date(2014, 1, 2)),
        (NewsDay(None, 3, 5), 2014, [], date(2014, 3, 5)),
        (NewsDay(None, 8, 5), None, [date(2014, 1, 20)], None),  # too far from the others to be certain
        (NewsDay(None, 3, 5), None, [], None),
        (NewsDay(None, 2, 30), 2014, [date(2014, 2, 27)], None),
        (NewsDay(2014, 2, 30), None, [], None),
    ],
)
def test_a_news_day_gets_its_year_where_that_is_certain(day, year, neighbours, expected):
    assert completed(day, year, neighbours) == expected

"""The day of publication in whatever form a record gives it."""

from datetime import date, datetime

import pytest

from dianshang.reading.days import stated_day

DAY = date(2014, 7, 20)


@pytest.mark.parametrize(
    "value",
    [
        *["2014-07-20", "2014-7-20", "2014/07/20", "2014.07.20", "2014年7月20日", "20140720", " 2014-07-20T08:30:00Z"],
        *[DAY, datetime(2014, 7, 20, 23, 59)],
    ],
)
def test_forms(value):
    assert stated_day(value) == DAY


@pytest.mark.parametrize(
    "value", [None, "", "last week", "2014-13-20", "2014-07", "20/07/2014", 20140720, True, "2014-7-200"]
)
def test_no_day(value):
    assert stated_day(value) is None

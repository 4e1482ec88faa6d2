"""The day of publication, as a record states it."""

import re
from datetime import date, datetime

_DAY = re.compile(r"\s*(\d{4})\s*([-/.年])\s*(\d{1,2})\s*(?:\2|月)\s*(\d{1,2})(?!\d)")


def stated_day(value: object) -> date | None:
    """Reads the day of publication from a field of a record.

    Args:
        value: A date, a time of a day, or their text: 2014-7-20, 2014/07/20, 2014.07.20, 2014年7月20日, 20140720, with
            or without a time after it.

    Returns:
        The day; None for any other value, which loses the date and nothing else.

    >>> stated_day("2014年7月20日"), stated_day("last week")
    (datetime.date(2014, 7, 20), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    found = _DAY.match(value) or re.fullmatch(r"\s*(\d{4})()(\d\d)(\d\d)\s*", value)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None

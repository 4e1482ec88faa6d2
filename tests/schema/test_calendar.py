"""The tables of the calendar against two packages kept by others: holidays and lunardate."""

from datetime import date, timedelta

import holidays as kept
import pytest
from lunardate import LunarDate

from dianshang.schema.calendar import Holiday, LunarYear, holidays, public_calendar

CHINA = kept.country_holidays("CN", years=range(2007, 2027))
# The break of May 2019 was made longer by a notice of its own, which the package leaves out in its older versions.
EXTENDED = {date(2019, 5, 2), date(2019, 5, 3)}
OFFICIAL = [(holiday, *off) for holiday in holidays().holiday for off in holiday.off]


@pytest.mark.parametrize(("holiday", "first", "last"), OFFICIAL, ids=lambda value: getattr(value, "code", str(value)))
def test_every_day_of_a_break_is_off(holiday: Holiday, first: date, last: date) -> None:
    days = [first + timedelta(count) for count in range((last - first).days + 1)]
    assert all(day in CHINA or day in EXTENDED or day.weekday() >= 5 for day in days)
    assert any(day in CHINA for day in days)


@pytest.mark.parametrize("code", ["new_year", "spring_festival", "labour", "national"])
def test_a_break_for_every_year(code: str) -> None:
    holiday = next(holiday for holiday in holidays().holiday if holiday.code == code)
    assert [last.year for _, last in holiday.off] == list(range(2007, 2027))


def test_a_break_holds_its_holiday() -> None:
    spring = next(holiday for holiday in holidays().holiday if holiday.code == "spring_festival")
    assert all(any(first <= day <= last for day in spring.dates) for first, last in spring.off)


@pytest.mark.parametrize("year", public_calendar().lunar_year, ids=lambda year: str(year.first.year))
def test_the_months_of_a_lunar_year(year: LunarYear) -> None:
    at = year.first
    numbers = [(month, leap) for month in range(1, 13) for leap in ((False, True) if month == year.leap else (False,))]
    for (month, leap), long in zip(numbers, year.long, strict=True):
        assert LunarDate(year.first.year, month, 1, leap).to_solar_date() == at
        at += timedelta(29 + int(long))
    assert LunarDate(year.first.year + 1, 1, 1).to_solar_date() == at

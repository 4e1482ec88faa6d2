"""A bar and line chart, from the residue of its labels."""

from decimal import Decimal

import pytest

from dianshang.audit import recover
from dianshang.audit.residue import residue

# Bars 50.0, 60.0, 75.0, 90.0, 99.0 of 2015–2019, their points lost; growth 20.0, 25.0, 20.0, 10.0 of 2016–2019.
WHOLE = "200% 250% 200% 100%\n990\n900\n& 750\n600\n500\n2015 2O16 2017 2018e 2019e"


@pytest.fixture
def anchors(told, grew):
    return [
        told("75.0亿元", "7500000000", "童装销售额", when=2017),
        grew("25.0%", "25", "童装销售额增幅", when=2017),
    ]


def values(points):
    return {(point.measure.value, point.period_start.year): point.value for point in points}


def test_a_chart_whose_points_are_lost(anchors):
    points = recover(WHOLE, anchors)
    expected = {2015: "50", 2016: "60", 2017: "75", 2018: "90", 2019: "99"}
    levels = {("level", year): Decimal(value) * 10**8 for year, value in expected.items()}
    growths = {("growth", year): Decimal(value) for year, value in {2016: 20, 2017: 25, 2018: 20, 2019: 10}.items()}
    assert values(points) == levels | growths
    assert {point.basis.value for point in points} == {"read"}
    assert {point.confidence.value for point in points} == {"high"}
    assert [point.period_start.year for point in points if point.obs_status == "forecast"] == [2018, 2019] * 2


def test_what_is_not_legible_is_computed_or_unknown(anchors):
    # The bar of 2015 and of 2019 are lost, and so is the growth of 2018; 25.0 of 2017 is the article's.
    text = "2I0% 250% W% 100%\n&9\n900\n750\n600\n2015 2016 2017 2018 2019"
    points = {(point.measure.value, point.period_start.year): point for point in recover(text, anchors)}
    assert points["level", 2015].value is None and points["level", 2015].basis.value == "unknown"
    # One label of the row stands alone, so its place does not give the others' years.
    assert points["level", 2019].value is None
    assert points["growth", 2018].value == 20 and points["growth", 2018].basis.value == "computed"
    assert points["growth", 2016].value is None


def test_a_lost_bar_from_its_neighbour_and_a_whole_label(anchors):
    # Labels of 2017 and 2018 fix the row, so 100% is of 2019: 90.0 × 1.1 = 99.0.
    points = {
        (point.measure.value, point.period_start.year): point for point in recover(WHOLE.replace("990", "W"), anchors)
    }
    assert points["level", 2019].value == 9_900_000_000
    assert (points["level", 2019].basis.value, points["level", 2019].confidence.value) == ("computed", "medium")


def test_a_label_that_lost_a_digit_gives_nothing(anchors):
    points = recover(WHOLE.replace("990", "W").replace("100%", "10%"), anchors)
    assert values(points)["level", 2019] is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "900\n750\n600",  # no axis
        "2015 2019 2017\n900\n750",  # years that don't agree on a beginning
        "900\n2016 2017 2018",  # one bar
        WHOLE.replace("750", "751").replace("600", "640"),  # contradicts the article
    ],
)
def test_nothing_is_invented(anchors, text):
    assert recover(text, anchors) == []


def test_without_a_yearly_level_nothing_fixes_the_unit(grew):
    assert recover(WHOLE, [grew("25.0%", "25", when=2017)]) == []


def test_the_parts_of_a_residue():
    chart = residue("[image: x.png] 图3\n12.5% N% 8%\n＝ 1200\n980\n2 3\n2011 2Ol2 2013\n研究中心 2014.1")
    assert chart.years == (2011, 2012, 2013)
    assert [label.text for label in chart.bars] == ["1200", "980"]
    assert [[label and label.text for label in row] for row in chart.lines] == [["12.5%", None, "8%"]]

"""Which charts the claims give ground for: rules over indicator, subject, claimant and period."""

from datetime import date

from dianshang.publishing.page.chart import texts, unit_words
from dianshang.publishing.page.claimed import over_time, share_lists, side_by_side
from dianshang.publishing.page.wording import Names

NAMES = Names()


def values(chart):
    """Every value as (category, series, number), in English."""
    return [
        (chart.categories[row].en, chart.series[column].en, texts(chart, cell).en)
        for (row, column), cell in sorted(chart.cells.items())
    ]


def test_two_years_make_a_chart_and_the_year_between_stays_empty(metric, year):
    (chart,) = over_time([metric(value="100000000", **year(2010)), metric(value="300000000", **year(2012))], NAMES)
    assert [tick.en for tick in chart.categories] == ["2010", "2011", "2012"]
    assert values(chart) == [("2010", "source not named", "100"), ("2012", "source not named", "300")]
    assert unit_words(chart) == ("million CNY", "亿元")


def test_one_year_makes_none(metric, year):
    assert over_time([metric(**year(2010)), metric(claimant="沿江日报", **year(2010))], NAMES) == []


def test_each_claimant_is_a_series_and_a_forecast_is_told_apart(metric, year):
    ahead = metric(claimant="甲所", obs_status="forecast", value="400000000", **year(2013))
    (chart,) = over_time(
        [metric(claimant="甲所", **year(2012)), metric(claimant="乙所", value="900000000", **year(2012)), ahead], NAMES
    )
    assert values(chart) == [("2012", "甲所", "850"), ("2012", "乙所", "900"), ("2013", "甲所", "400")]
    assert [cell.settled for _, cell in sorted(chart.cells.items())] == [True, True, False]


def test_a_repeated_figure_counts_once_and_the_exact_one_is_kept(metric, year):
    vague = metric(claimant="甲所", value="800000000", qualifier="over", **year(2012))
    exact = metric(claimant="甲所", value="850000000", **year(2012))
    unnamed = metric(value="850000000", **year(2012))
    (chart,) = over_time([vague, exact, unnamed, metric(claimant="甲所", value="500000000", **year(2011))], NAMES)
    assert values(chart) == [("2011", "甲所", "500"), ("2012", "甲所", "850")]


def test_a_bound_keeps_its_sign(metric, year):
    (chart,) = over_time([metric(value="800000000", qualifier="over", **year(2012)), metric(**year(2011))], NAMES)
    assert values(chart)[1][2] == ">800"


def test_halves_and_years_are_not_mixed(metric, year):
    half = {"period_start": date(2012, 1, 1), "period_end": date(2012, 6, 30)}
    assert over_time([metric(**year(2011)), metric(**half)], NAMES) == []


def test_three_subjects_of_one_source_stand_side_by_side(metric, year):
    claims = [
        metric(
            indicator="investment", indicator_text="投资", claimant="甲所", subject=subject, value=value, **year(2013)
        )
        for subject, value in (
            ("东海工业园区", "100000000"),
            ("西山工业园区", "300000000"),
            ("南江工业园区", "200000000"),
        )
    ]
    (chart,) = side_by_side(claims, NAMES)
    # The largest first; the ending they share goes into the title.
    assert values(chart) == [("西山", "2013", "300"), ("南江", "2013", "200"), ("东海", "2013", "100")]
    assert chart.title == ("Investment · 工业园区", "工业园区投资额")
    assert side_by_side(claims[:2], NAMES) == []


def test_a_chart_side_by_side_is_not_drawn_again_over_time(metric, year):
    claims = [
        metric(indicator="investment", indicator_text="投资", claimant="甲所", subject=subject, **year(number))
        for subject in ("东区", "西区", "南区")
        for number in (2012, 2013)
    ]
    assert over_time(claims, NAMES) == []
    assert len(side_by_side(claims, NAMES)) == 1


def test_a_share_list_is_sorted_and_needs_three_members(metric, year):
    share = {"measure": "share", "unit": "%", "denominator": "童车市场", "indicator": "market_share"}
    claims = [
        metric(subject=subject, value=value, **share, **year(2013))
        for subject, value in (("甲", "3.5"), ("乙", "52"), ("丙", "9"))
    ]
    (chart,) = share_lists(claims, NAMES)
    assert values(chart) == [("乙", "2013", "52%"), ("丙", "2013", "9%"), ("甲", "2013", "3.5%")]
    assert chart.title == ("Market share · 童车市场", "占童车市场的份额")
    english = [claim.model_copy(update={"indicator_en": "Share of the pram market"}) for claim in claims]
    assert share_lists(english, NAMES)[0].title.en == "Share of the pram market"
    assert share_lists(claims[:2], NAMES) == []


def test_month_and_mid_year_figures_have_axes_of_their_own(metric):
    march = {"period_start": date(2012, 3, 1), "period_end": date(2012, 3, 31)}
    april = {"period_start": date(2012, 4, 1), "period_end": date(2012, 4, 30)}
    (chart,) = over_time([metric(value="200000000", **march), metric(value="100000000", **april)], NAMES)
    assert values(chart) == [("March 2012", "source not named", "200"), ("April 2012", "source not named", "100")]
    # An instant in mid-year, and days that fill no month, have no axis.
    day = {"period_start": date(2012, 6, 30), "period_end": date(2012, 6, 30)}
    days = {"period_start": date(2012, 6, 8), "period_end": date(2012, 6, 10)}
    assert over_time([metric(**day), metric(**days), metric(period_start=None)], NAMES) == []


def test_year_ends_are_years_of_a_stock(metric):
    ends = [{"period_start": date(year, 12, 31), "period_end": date(year, 12, 31)} for year in (2010, 2012)]
    (chart,) = over_time([metric(**end) for end in ends], NAMES)
    assert [tick.en for tick in chart.categories] == ["2010", "2011", "2012"]


def test_undated_projects_stand_side_by_side(metric):
    claims = [
        metric(indicator="investment", indicator_text="投资", subject=subject, period_start=None)
        for subject in ("东桥", "西桥", "南桥")
    ]
    (chart,) = side_by_side(claims, NAMES)
    assert chart.subtitle.en == "undated, source not named"
    assert side_by_side(claims[:2], NAMES) == []


def test_a_source_under_two_names_is_one_series(metric, year):
    claims = [
        metric(claimant="甲所", claimant_id="x_1", **year(2012)),
        metric(claimant="甲研究所", claimant_id="x_1", value="900000000", **year(2013)),
    ]
    (chart,) = over_time(claims, NAMES)
    assert len(chart.series) == 1


def test_a_mean_is_not_drawn_among_totals(metric, year):
    assert over_time([metric(**year(2012)), metric(statistic="mean", per="person", **year(2013))], NAMES) == []


def test_english_titles_have_no_chinese_where_every_subject_has_a_name(metric, year):
    areas = (("东海工业园区", "Donghai Park"), ("西山工业园区", "Xishan Park"), ("南江工业园区", "Nanjiang Park"))
    claims = [
        metric(indicator="investment", subject=subject, subject_en=english, **year(2013)) for subject, english in areas
    ]
    (chart,) = side_by_side(claims, NAMES)
    assert chart.title == ("Investment", "工业园区投资额")
    assert {category.en for category in chart.categories} == {english for _, english in areas}

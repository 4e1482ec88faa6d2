from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dianshang.publishing.page.audited import ledger, recovered, verdicts
from dianshang.publishing.page.bilingual import Both, same
from dianshang.publishing.page.charts import charts, told_apart
from dianshang.publishing.page.wording import Names
from dianshang.schema.figure import FigurePoint

NAMES = Names()


def point(year, value, **fields):
    known = {"basis": "read", "confidence": "high", "residue": "1310"} if value else {"basis": "unknown"}
    return FigurePoint(
        **{
            "point_id": f"news-2014-05-01-f1-level-{year}-01-01",
            "figure_id": "news-2014-05-01-f1",
            "article_id": "news-2014-05-01",
            "series": "童车销售额",
            "measure": "level",
            "period_start": date(year, 1, 1),
            "period_end": date(year, 12, 31),
            "value": value and Decimal(value),
            "unit": "CNY",
            "confidence": None,
            "reason": "Legible.",
        }
        | known
        | fields
    )


@pytest.fixture
def points():
    return [
        point(2013, "1500000000", obs_status="forecast"),
        point(2012, "1310000000", confidence="low"),
        point(2011, None),
    ]


def test_a_recovered_figure_tells_its_values_apart(points):
    (chart,) = recovered(points, NAMES)
    cells = [cell for _, cell in sorted(chart.cells.items())]
    assert [tick.en for tick in chart.categories] == ["2011", "2012", "2013"]
    assert [cell.value for cell in cells] == [None, Decimal(1_310_000_000), Decimal(1_500_000_000)]
    assert [cell.uncertain for cell in cells] == [True, True, False]
    assert [cell.settled for cell in cells] == [True, True, False]
    assert cells[1].note.en == "read; uncertain; read from “1310”; Legible."


def test_its_table_gives_the_reasons(points):
    (group,) = charts([], NAMES, points=points)
    (figure,) = group.figures
    notes = [line.cells[0].notes.en for line in figure.rows.lines]
    assert all(note.endswith("Legible.") for note in notes)
    assert "not recoverable" in [key.name.en for key in figure.legend]


def test_checks_are_counted_by_kind_and_verdict(check):
    fine = check.model_copy(update={"verdict": "consistent"})
    (chart,) = verdicts([check, fine, fine])
    assert {key: int(cell.value) for key, cell in chart.cells.items()} == {(0, 0): 2, (0, 2): 1}


def test_a_check_that_fails_leads_to_its_claims(check, level, growth):
    (group,) = charts([level, growth], NAMES, [check])
    (told,) = group.disagreements
    assert told.said == (check.sentence_en, check.sentence_zh)
    assert told.claims == {level.metric_id: "8.5亿元", growth.metric_id: "12.5%"}


def test_charts_of_one_title_are_told_apart_by_their_first_difference(points):
    (chart,) = recovered(points, NAMES)
    money, people = (replace(chart, traits=(same("yearly"), same(unit))) for unit in ("CNY", "people"))
    titles = [one.title.en for one in told_apart([money, people, replace(chart, title=same("Other"))])]
    assert titles == ["童车销售额, CNY", "童车销售额, people", "Other"]


def test_charts_of_one_title_in_one_language_are_told_apart_in_it(points):
    (chart,) = recovered(points, NAMES)
    whole, part = (
        replace(chart, title=Both("Sales", chinese), traits=(same(length),))
        for chinese, length in (("销售额", "by year"), ("销售额（含团购）", "by half"))
    )
    assert [one.title for one in told_apart([whole, part])] == [
        ("Sales, by year", "销售额"),
        ("Sales, by half", "销售额（含团购）"),
    ]


def test_numerals_are_counted_by_kind(numeral):
    (chart,) = ledger([numeral, numeral])
    assert [name.en for name in chart.categories] == ["money"]
    assert chart.cells[0, 0].value == 2


def test_nothing_makes_no_chart():
    assert (recovered([], NAMES), verdicts([]), ledger([]), charts([], NAMES)) == ([], [], [], [])

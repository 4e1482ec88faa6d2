from decimal import Decimal
from xml.etree import ElementTree

import pytest

from dianshang.publishing.page.bilingual import Both, same
from dianshang.publishing.page.chart import Cell, Chart, Form
from dianshang.publishing.page.drawing import drawing

SVG = "{http://www.w3.org/2000/svg}"


def chart(cells, form=Form.COLUMNS, categories=("2011", "2012"), series=("",)):
    return Chart(
        key="k",
        form=form,
        title=Both("Sales <1>", "销售额"),
        subtitle=same(""),
        categories=[same(text) for text in categories],
        series=[same(text) for text in series],
        cells=cells,
        unit="%",
        heading=same("period"),
    )


def parsed(drawn):
    return ElementTree.fromstring(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


@pytest.mark.parametrize("form", Form)
def test_it_is_well_formed_and_says_what_it_shows(form):
    svg = parsed(drawing(chart({(0, 0): Cell(Decimal(10)), (1, 0): Cell(Decimal(20))}, form), "en"))
    assert svg.get("role") == "img"
    assert svg.find(f"{SVG}title").text == "Sales <1>"
    assert svg.find(f"{SVG}desc").text == "%: 2011 10%; 2012 20%"
    assert svg.get("aria-labelledby").split() == [svg.find(f"{SVG}title").get("id"), svg.find(f"{SVG}desc").get("id")]


def test_columns_are_as_tall_as_their_values():
    svg = parsed(drawing(chart({(0, 0): Cell(Decimal(10)), (1, 0): Cell(Decimal(20))}), "en"))
    low, high = (float(rect.get("height")) for rect in svg.iter(f"{SVG}rect"))
    assert high == 2 * low


def test_forecast_uncertain_and_unknown_values_are_told_apart():
    cells = {
        (0, 0): Cell(Decimal(10), status="forecast"),
        (1, 0): Cell(Decimal(20), uncertain=True),
        (2, 0): Cell(None, uncertain=True),
    }
    svg = parsed(drawing(chart(cells, categories=("2011", "2012", "2013")), "en"))
    classes = [rect.get("class") for rect in svg.iter(f"{SVG}rect")]
    assert classes == ["mark s0 forecast", "mark s0 uncertain", "mark s0 uncertain unknown"]
    assert "?" in [text.text for text in svg.iter(f"{SVG}text")]


def test_columns_too_many_for_their_numbers_lie_down():
    many = {(row, 0): Cell(Decimal("123.45")) for row in range(20) if row != 3}
    svg = parsed(drawing(chart(many, categories=[str(2000 + row) for row in range(20)]), "en"))
    assert len({rect.get("x") for rect in svg.iter(f"{SVG}rect")}) == 1


def test_no_style_of_its_own():
    # The page's policy forbids style attributes.
    assert "style=" not in drawing(chart({(0, 0): Cell(Decimal(10))}), "en")

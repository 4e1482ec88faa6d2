from decimal import Decimal

from dianshang.publishing.page.bilingual import Both, same
from dianshang.publishing.page.chart import Cell, Chart, Form
from dianshang.publishing.page.drawing import drawing


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


def test_it_says_what_it_shows():
    made = drawing(chart({(0, 0): Cell(Decimal(10)), (1, 0): Cell(Decimal(20))}), "en")
    assert (made.title, made.description) == ("Sales <1>", "%: 2011 10%; 2012 20%")
    assert [bar.said for bar in made.bars] == ["2011, 10%", "2012, 20%"]


def test_columns_are_as_tall_as_their_values():
    made = drawing(chart({(0, 0): Cell(Decimal(10)), (1, 0): Cell(Decimal(20))}), "en")
    low, high = (float(bar.height) for bar in made.bars)
    assert high == 2 * low


def test_forecast_uncertain_and_unknown_values_are_told_apart():
    cells = {
        (0, 0): Cell(Decimal(10), status="forecast"),
        (1, 0): Cell(Decimal(20), uncertain=True),
        (2, 0): Cell(None, uncertain=True),
    }
    made = drawing(chart(cells, categories=("2011", "2012", "2013")), "en")
    assert [bar.classes for bar in made.bars] == ["mark s0 forecast", "mark s0 uncertain", "mark s0 uncertain unknown"]
    assert "?" in [word.text for word in made.words]


def test_columns_too_many_for_their_numbers_lie_down():
    many = {(row, 0): Cell(Decimal("123.45")) for row in range(20) if row != 3}
    made = drawing(chart(many, categories=[str(2000 + row) for row in range(20)]), "en")
    assert len({bar.x for bar in made.bars}) == 1
    assert made.axis is None


def test_a_stack_ends_in_its_parts():
    made = drawing(
        chart({(0, 0): Cell(Decimal(1)), (0, 1): Cell(Decimal(2))}, Form.STACKS, ("2011",), ("a", "b")), "en"
    )
    assert [word.text for word in made.words] == ["2011", "1% + 2%"]

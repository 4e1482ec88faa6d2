"""The workbook, as spreadsheet programs read it."""

import datetime
import io
import zipfile

import openpyxl
import pandas
import polars
import pytest

from dianshang.publishing.exports import workbook


@pytest.fixture
def book(exported):
    return openpyxl.load_workbook(exported / "dianshang.xlsx")


def test_a_sheet_for_each_table_after_the_dictionary(book):
    assert book.sheetnames == ["dictionary", "articles", "metrics", "checks", "numerals"]
    assert book.properties.title.endswith(" 1.2.3")


def test_heads_stay_in_sight(book):
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet["A1"].font.bold


def test_days_are_days_numbers_are_numbers_and_nothing_is_null(book):
    head, _, row, other = book["metrics"].iter_rows()
    cells = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert cells["period_end"].value == datetime.datetime(2013, 12, 31)
    assert cells["period_end"].is_date
    assert cells["value"].value == 850000000
    assert cells["reviewed"].value is False
    assert {name.value: cell.value for name, cell in zip(head, other, strict=True)}["period_end"] is None


def test_nothing_in_it_is_computed(book):
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}
    head, row = book["checks"].iter_rows(values_only=True)
    assert dict(zip(head, row, strict=True))["formula"] == "=later/earlier-1"


def test_a_text_beyond_a_cell_says_how_long_it_is(book):
    head, row = book["articles"].iter_rows(values_only=True)
    body = dict(zip(head, row, strict=True))["body"]
    assert len(body) == 32_767
    assert body.endswith("电… [40000]")


def test_a_table_beyond_a_sheet_goes_on_in_the_next(tables, monkeypatch, exported):
    from dianshang.publishing.shards import shards

    monkeypatch.setattr(workbook, "ROWS", 2)
    book = openpyxl.load_workbook(io.BytesIO(workbook.workbook(shards({"metrics": tables["metrics"]}), "1")))
    assert [(sheet.title, sheet.max_row) for sheet in book][1:] == [("metrics", 3), ("metrics (2)", 2)]


def test_pandas_and_polars_read_it(exported):
    path = exported / "dianshang.xlsx"
    assert pandas.read_excel(path, sheet_name="metrics")["period_end"].dtype.kind == "M"
    assert polars.read_excel(path, sheet_name="metrics", engine="openpyxl")["value"].to_list() == [850e6, 850e6, 12.5]


def test_no_clock_is_in_it(exported):
    with zipfile.ZipFile(exported / "dianshang.xlsx") as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in packed.read("docProps/core.xml")

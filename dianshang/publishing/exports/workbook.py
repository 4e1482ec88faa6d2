"""All tables as one workbook: a sheet for each, heads that stay in sight, days as days, and the dictionary."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dianshang.publishing.about import about
from dianshang.publishing.dictionary import HEAD, lines
from dianshang.publishing.exports.cells import flat
from dianshang.publishing.shards import Shard

FILE = "dianshang.xlsx"
DICTIONARY = "dictionary"
# What a sheet and a cell of the format can hold, its head apart.
ROWS, CHARACTERS = 1_048_575, 32_767
# The calendar of the format begins here.
FIRST_DAY = date(1900, 3, 1)
# No text is a formula, a number or a link but by its type; the clock stays out of the file.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
EPOCH = datetime(1980, 1, 1)
NARROW, WIDE, DAY_WIDTH = 14, 32, 12


def workbook(published: Sequence[Shard], version: str) -> bytes:
    """Writes the workbook.

    Args:
        published: The tables.
        version: Version of the dataset.

    Returns:
        The `.xlsx` file: first the dictionary of all fields, then a sheet a table, more where one can not hold it.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> workbook(units, "1.2.0")[:2]
    b'PK'
    """
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, OPTIONS) as book:
        words = about()
        properties = {"title": f"{words.title_en} {version}", "author": words.creator, "created": EPOCH}
        book.set_properties(properties)
        head = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        _sheet(book.add_worksheet(DICTIONARY), list(HEAD), lines(published), (head, day))
        for shard in published:
            rows = _rows(shard.table)
            for part in range(1 + (shard.table.num_rows - 1) // ROWS):
                name = shard.spec.name if part == 0 else f"{shard.spec.name} ({part + 1})"
                sheet = book.add_worksheet(name)
                _sheet(sheet, shard.schema.names, islice(rows, ROWS), (head, day))
                for column, field in enumerate(shard.schema):
                    sheet.set_column(column, column, _width(field.type))
    return sink.getvalue()


def _sheet(sheet: Worksheet, heads: list[str], rows: Iterable[Sequence[Any]], formats: tuple[Format, Format]) -> None:
    head, day = formats
    sheet.write_row(0, 0, heads, head)
    sheet.freeze_panes(1, 1)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, date) and cell >= FIRST_DAY:
                sheet.write_datetime(last, column, cell, day)
            elif isinstance(cell, date | str):
                sheet.write_string(last, column, _cut(str(cell)))
            else:
                sheet.write(last, column, cell)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)


def _rows(table: pa.Table) -> Iterator[list[Any]]:
    for row in table.to_pylist():
        yield [flat(cell) for cell in row.values()]


def _cut(text: str) -> str:
    """A cell holds no more; what is left out stands in every other form of the table."""
    end = f"… [{len(text)}]"
    return text if len(text) <= CHARACTERS else text[: CHARACTERS - len(end)] + end


def _width(kind: pa.DataType) -> int:
    if pa.types.is_date32(kind):
        return DAY_WIDTH
    return WIDE if pa.types.is_string(kind) or pa.types.is_nested(kind) else NARROW

"""A table as CSV that spreadsheets open without a question: UTF-8 with its mark, days as ISO 8601, no formulas."""

import csv
import io
from typing import Any

from dianshang.publishing.exports.cells import flat, harmless
from dianshang.publishing.shards import Shard

FOLDER = "csv"


def separated(shard: Shard) -> bytes:
    """Writes a table as CSV.

    Args:
        shard: The table.

    Returns:
        RFC 4180 with a head, in UTF-8 with a byte order mark; an empty cell is null, lists and records are JSON.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> separated(units[0]).decode("utf-8-sig")[:5]
    'unit,'
    """
    page = io.StringIO()
    lines = csv.writer(page)
    lines.writerow(shard.schema.names)
    for row in shard.table.to_pylist():
        lines.writerow([_text(cell) for cell in row.values()])
    return page.getvalue().encode("utf-8-sig")


def _text(cell: Any) -> Any:
    value = flat(cell)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return harmless(value) if isinstance(value, str) else value

"""What pandas is told of a table's columns by the metadata of its schema."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

# The key of that metadata.
FRAMES = "pandas"
# The first pandas with columns of Arrow's own types. Neither its installed version nor ours may change a file's bytes.
FIRST = "2.0.0"


def frames(fields: Sequence[pa.Field]) -> dict[str, Any] | None:
    """The columns of days, each as a column of days in pandas, which else makes objects of them.

    Args:
        fields: The columns of a table.

    Returns:
        What pandas looks up; None for a table without a column of days.

    >>> frames([pa.field("name", pa.string())])
    >>> told = frames([pa.field("name", pa.string()), pa.field("day", pa.date32())])
    >>> [(column["name"], column["numpy_type"]) for column in told["columns"]]
    [('day', 'date32[day][pyarrow]')]
    """
    days = [_day(field.name) for field in fields if pa.types.is_date32(field.type)]
    if not days:
        return None
    own = {"creator": {"library": "dianshang", "version": ""}, "pandas_version": FIRST}
    return {"index_columns": [], "column_indexes": [], "columns": days, **own}


def _day(name: str) -> dict[str, Any]:
    kind = {"pandas_type": "date", "numpy_type": "date32[day][pyarrow]"}
    return {"name": name, "field_name": name, **kind, "metadata": None}

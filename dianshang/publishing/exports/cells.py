"""A cell of a published table as files without lists hold it, and as a spreadsheet may open it."""

import json
import re
from typing import Any

# A spreadsheet computes a text that begins so, full-width forms included; a number alone does no harm.
FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"^[+-]?\d[\d,]*(\.\d+)?%?$")


def flat(cell: Any) -> Any:
    """Brings a cell to one value: a list or a record becomes its JSON text.

    Args:
        cell: A cell as `to_pylist` gives it.

    Returns:
        A text, number, day, truth value or None.

    >>> flat(["a", "b"]), flat(12.5), flat(None)
    ('["a", "b"]', 12.5, None)
    """
    return json.dumps(cell, ensure_ascii=False, default=str) if isinstance(cell, list | dict) else cell


def harmless(text: str) -> str:
    """Keeps a spreadsheet from computing a text: an apostrophe comes before what would be a formula.

    Args:
        text: The text of a cell.

    Returns:
        The text, unchanged unless it begins like a formula and is no number.

    >>> harmless("=1+1"), harmless("-2+3"), harmless("-12.5%"), harmless("电商")
    ("'=1+1", "'-2+3", '-12.5%', '电商')
    """
    return f"'{text}" if FORMULA.match(text) and not NUMBER.match(text) else text

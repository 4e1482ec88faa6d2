"""Claims from any source in one comparable form: where each stands, and its fields as plain typed cells."""

import json
import math
import operator
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from dianshang.review.errors import AnswersError
from dianshang.review.matching import Place
from dianshang.schema.claim import Claim
from dianshang.schema.problems import Problem

Cell = str | int | Decimal | date | tuple[str, ...] | None

REQUIRED = ("article_id", "char_start", "char_end", "value", "unit")
DOC = "doc"
# Made by the build or told by the offsets; comparing them would count the same thing twice.
UNCOMPARED = frozenset({"mention", "char_start", "char_end", "sentence", "subject_id", "claimant_id"}) | {
    "indicator_en",
    "subject_en",
    "claimant_en",
    "gloss_en",
}
COMPARED = tuple(name for name in Claim.model_fields if name not in UNCOMPARED)

EPOCH = date(1970, 1, 1)
# A person mends the first few and tries again.
SHOWN = 20


class Answer(NamedTuple):
    """A claim to compare."""

    place: Place
    cells: Mapping[str, Cell]


class Answers(NamedTuple):
    """Claims to compare, and which of the fields in `COMPARED` they have."""

    rows: Sequence[Answer]
    columns: frozenset[str]


class CellType(NamedTuple):
    """How the cells of a column are read, raising TypeError or ValueError, and what they should be."""

    read: Callable[[Any], Cell]
    expected: str


def answers(rows: Iterable[Mapping[str, Any]], where: str, line: int | None = None) -> Answers:
    """Brings rows of any source into comparable form.

    Args:
        rows: Mappings with the columns `REQUIRED` (`doc` may stand for `article_id`) and any of `COMPARED`; dates as
            dates or ISO text, values as numbers or text. Columns of other names are passed over.
        where: What to call the source in an error.
        line: The number of the first row, where rows are lines of a file; otherwise rows are counted from 1.

    Returns:
        The same rows with typed cells: NaN and empty text are null, a bare offset in `relates_to` is an id.

    Raises:
        AnswersError: A required column is missing, or cells hold something that cannot be compared.

    >>> found = answers([{"doc": "d", "char_start": 0, "char_end": 3, "value": 6.1, "unit": "%"}], "mine")
    >>> found.rows[0].cells["value"]
    Decimal('6.1')
    """
    kept: list[Answer] = []
    columns: set[str] = set()
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1 if line is None else line):
        faults: list[str] = []
        answer = _answer(row, faults)
        if faults:
            at = where if line is not None else f"{where}, row {number}"
            remedy = f"Every row needs {', '.join(REQUIRED)} (doc may stand for article_id), each of its type"
            problems.extend(Problem(at, fault, remedy, line=number if line is not None else None) for fault in faults)
            if len(problems) >= SHOWN:
                break
        else:
            kept.append(answer)
            columns.update(answer.cells)
    if problems:
        raise AnswersError(*problems)
    return Answers(kept, frozenset(columns))


def missing_columns(columns: Collection[str]) -> list[str]:
    """The required columns that are not among `columns`, where `doc` may stand for `article_id`.

    >>> missing_columns(["doc", "char_start", "char_end", "value"])
    ['unit']
    """
    return [name for name in REQUIRED if name not in columns and not (name == REQUIRED[0] and DOC in columns)]


def _answer(row: Mapping[str, Any], faults: list[str]) -> Answer:
    if missing := missing_columns(row.keys()):
        faults.append(f"lacks the columns {', '.join(missing)}")
        return Answer(Place("", 0, 0), {})
    named = {REQUIRED[0]: row.get(DOC)} | dict(row)
    cells = {name: _cell(name, named[name], faults) for name in COMPARED if name in named}
    doc, start, end = (_cell(name, named[name], faults) for name in REQUIRED[:3])
    if faults:
        return Answer(Place("", 0, 0), {})
    if not (isinstance(doc, str) and isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
        faults.append(f"stands at {start}–{end} of {doc!r}, which is no place in a text")
        return Answer(Place("", 0, 0), {})
    if "relates_to" in cells:
        cells["relates_to"] = _level(doc, cells["relates_to"])
    return Answer(Place(doc, start, end), cells)


def typed(name: str, given: Any) -> Cell:
    """Reads a cell as its column asks.

    Args:
        name: The column.
        given: What stands in it; NaN and empty text are null.

    Returns:
        The cell in the type of its column.

    Raises:
        ValueError: It is none; the message says what it should be.

    >>> typed("value", "6.10"), typed("period_start", 1356998400000)
    (Decimal('6.10'), datetime.date(2013, 1, 1))
    """
    given = given.tolist() if hasattr(given, "tolist") else given
    # NaN and NaT, the nulls of data frames, are the only values unlike themselves.
    if given is None or given == "" or given != given:
        return None
    kind = _TYPES.get(name, _TEXT)
    try:
        return kind.read(given)
    except (TypeError, ValueError, InvalidOperation, OverflowError) as error:
        raise ValueError(f"{name} is {given!r}, which is not {kind.expected}") from error


def _cell(name: str, given: Any, faults: list[str]) -> Cell:
    try:
        return typed(name, given)
    except ValueError as error:
        faults.append(str(error))
        return None


def _whole(given: Any) -> int:
    # Whole numbers come as text from CSV, and as 8.0 from a data frame with gaps.
    number: Any = float(given) if isinstance(given, str) else given
    return int(number) if isinstance(number, float) and number.is_integer() else operator.index(number)


def _number(given: Any) -> Decimal:
    if isinstance(given, bool):
        raise TypeError
    number = Decimal(given) if isinstance(given, str | int | Decimal) else Decimal(repr(float(given)))
    if not math.isfinite(number):
        raise ValueError
    return number


def _day(given: Any) -> date:
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, int | float) and not isinstance(given, bool):
        # As `Dataset.to_json` and pandas write days: milliseconds since 1970.
        return EPOCH + timedelta(milliseconds=given)
    return given if isinstance(given, date) else date.fromisoformat(given[:10])


def _text(given: Any) -> str:
    if not isinstance(given, str | int | float | Decimal) or isinstance(given, bool):
        raise TypeError
    return str(given)


def _names(given: Any) -> tuple[str, ...] | None:
    """Names in any order; in files without lists they stand as JSON."""
    names = json.loads(given) if isinstance(given, str) and given.startswith("[") else given
    listed = [names] if isinstance(names, str) else list(names)
    return tuple(sorted(map(_text, listed))) or None


_WHOLE = CellType(_whole, "a whole number")
_NUMBER = CellType(_number, "a number")
_DAY = CellType(_day, "a date (YYYY-MM-DD)")
_TEXT = CellType(_text, "a text")
_NAMES = CellType(_names, "a list of names")
_TYPES = {
    **dict.fromkeys(("char_start", "char_end", "unit_mult"), _WHOLE),
    **dict.fromkeys(("value", "value_max"), _NUMBER),
    **dict.fromkeys(("period_start", "period_end", "base_period_start", "base_period_end"), _DAY),
    **dict.fromkeys(("start_date", "end_date"), _DAY),
    **dict.fromkeys(("organisers", "capacity_metrics"), _NAMES),
}


def _level(doc: str, level: Cell) -> Cell:
    bare = isinstance(level, str) and re.fullmatch(r"\d+", level)
    return f"{doc}-{int(bare.group()):05d}" if bare else level

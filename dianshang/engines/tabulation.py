"""One document to its rows: the pure function that every run applies."""

from typing import NamedTuple

from dianshang.engines.documents import RawDocument
from dianshang.engines.patience import TooSlowError, patience
from dianshang.engines.plain import text_issue
from dianshang.engines.records import Reject, RejectKind, rejected
from dianshang.extraction.tables import extract_issue
from dianshang.issue_tables import issue_tables
from dianshang.publishing.arrow import exact_float
from dianshang.reading.errors import ReadingError
from dianshang.reading.issue import Issue, parse_issue
from dianshang.schema.claim import Metric
from dianshang.schema.problems import Problem
from dianshang.schema.tables import Tables

REMEDY = "This is a fault of the package: report it with the document"


class Limits(NamedTuple):
    """What one document may take.

    Attributes:
        size: Bytes.
        seconds: Processor time.
    """

    size: int = 8 << 20
    seconds: float = 120.0


def _storable(tables: Tables) -> Tables:
    """Refuses a number that no column can hold, while only its own document pays for it.

    Raises:
        ArrowError: A number has no exact float64.
    """
    for row in tables["metrics"]:
        if isinstance(row, Metric):
            exact_float(row.value)
            if row.value_max is not None:
                exact_float(row.value_max)
    return tables


def tabulated(document: RawDocument, limits: Limits) -> Tables | Reject:
    """Reads a document, whatever is in it.

    Args:
        document: The document. A file of its own is an issue; a line or a row is read as `text_issue` says.
        limits: What it may take.

    Returns:
        Its rows, or why there are none: never an exception.

    >>> tables = tabulated(RawDocument(1, "a.jsonl", 1, "a", "某市去年引资5亿元。", None), Limits())
    >>> [metric.mention for metric in tables["metrics"]]
    ['5亿元']
    """
    try:
        with patience(limits.seconds):
            issue = _issue(document)
            return _storable(issue_tables(issue, extract_issue(issue)))
    except ReadingError as error:
        kind, problem = RejectKind.NO_ARTICLE, error.problems[0]
    except TooSlowError:
        what = f"took more than {limits.seconds:g} seconds of processor time, the limit for one document"
        kind, problem = RejectKind.TOO_SLOW, Problem(document.file, what, "Split it or raise --patience")
    except MemoryError:
        what = "took more memory than there was"
        kind, problem = RejectKind.FAULT, Problem(document.file, what, "Split it or give the machine more memory")
    except Exception as error:
        # One document out of a hundred thousand must not stop the others; the reason stands in its row.
        what = f"could not be processed: {type(error).__name__}: {str(error)[:500]}"
        kind, problem = RejectKind.FAULT, Problem(document.file, what, REMEDY)
    return rejected(document.ordinal, document.file, document.line, kind, problem)


def fatal_document(document: RawDocument) -> Reject:
    """The reject of a document whose reading was ended twice from outside, as a system does that lacks memory.

    >>> fatal_document(RawDocument(1, "a.jsonl", 1, "a", "某市", None)).message
    'ended the process that read it, twice. Split it or give the machine more memory.'
    """
    problem = Problem(
        document.file, "ended the process that read it, twice", "Split it or give the machine more memory"
    )
    return rejected(document.ordinal, document.file, document.line, RejectKind.FAULT, problem)


def _issue(document: RawDocument) -> Issue:
    if document.line is None:
        return parse_issue(document.issue_id, document.text, document.file, document.year)
    return text_issue(document.issue_id, document.text, document.file, document.published)

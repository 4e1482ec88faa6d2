"""One document to its rows: the pure function that every run applies."""

from typing import NamedTuple

from dianshang.engines.documents import RawDocument
from dianshang.engines.patience import TooSlowError, patience
from dianshang.engines.plain import text_issue
from dianshang.engines.records import Reject, RejectKind, rejected
from dianshang.extraction.ledger import ledger
from dianshang.extraction.tables import extract_issue
from dianshang.publishing.tables import Tables
from dianshang.reading.errors import ReadingError
from dianshang.reading.issue import Issue, parse_issue
from dianshang.schema.problems import Problem

REMEDY = "This is a fault of the package: report it with the document"


class Limits(NamedTuple):
    """What one document may take.

    Attributes:
        size: Bytes.
        seconds: Processor time.
    """

    size: int = 8 << 20
    seconds: float = 120.0


def issue_tables(issue: Issue) -> Tables:
    """Makes the rows of an issue.

    Args:
        issue: The parsed issue.

    Returns:
        Records by table name.

    Raises:
        LedgerError: A numeral is unaccounted for.
    """
    extracted = extract_issue(issue)
    return {
        "articles": issue.articles,
        "metrics": extracted.metrics,
        "numerals": ledger(issue, extracted.readings, extracted.metrics),
    }


def tabulated(document: RawDocument, limits: Limits) -> Tables | Reject:
    """Reads a document, whatever is in it.

    Args:
        document: The document. A file of its own is an issue; a line or a row is read as `text_issue` says.
        limits: What it may take.

    Returns:
        Its rows, or why there are none: never an exception.
    """
    try:
        with patience(limits.seconds):
            return issue_tables(_issue(document))
    except ReadingError as error:
        kind, problem = RejectKind.NO_ARTICLE, error.problems[0]
    except TooSlowError:
        what = f"took more than {limits.seconds:g} seconds of processor time, the limit for one document"
        kind, problem = RejectKind.TOO_SLOW, Problem(document.file, what, "Split it or raise --patience")
    except Exception as error:
        # One document out of a hundred thousand must not stop the others; the reason stands in its row.
        what = f"could not be processed: {type(error).__name__}: {str(error)[:500]}"
        kind, problem = RejectKind.FAULT, Problem(document.file, what, REMEDY)
    return rejected(document.ordinal, document.file, document.line, kind, problem)


def _issue(document: RawDocument) -> Issue:
    if document.line is None:
        return parse_issue(document.issue_id, document.text, document.file)
    return text_issue(document.issue_id, document.text, document.file, document.published)

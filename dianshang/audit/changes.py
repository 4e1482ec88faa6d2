"""Two shares, rates or levels and the change between them."""

from dianshang.audit.accounts import compatible
from dianshang.audit.book import Book, base_span, once, span
from dianshang.audit.intervals import negative, total
from dianshang.audit.names import quantity, whole_names
from dianshang.audit.precision import printed
from dianshang.audit.ties import Tie, tie
from dianshang.schema import Metric
from dianshang.schema.codes import CheckKind, Measure, Qualifier


def change_ties(book: Book) -> list[Tie]:
    r"""The changes, in percentage points or in a unit, that the values before and after them test.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "沿江公司\n2013年沿江公司的市场份额为15%，比2012年提高3个百分点。2012年沿江公司的市场份额为12%。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(tie.exact, tie.stated) for tie in change_ties(book)]
    [(Decimal('3'), Decimal('3'))]
    """
    ties = []
    for change, after, before in changed_values(book):
        if after is None or before is None:
            continue
        points = change.unit == "pp"
        kind = CheckKind.POINT_CHANGE if points else CheckKind.DIFFERENCE
        formula = "later share or rate − earlier one" if points else "later level − earlier level"
        computed = total((printed(after), negative(printed(before))))
        ties.append(tie(kind, (after, before), change, "{0} − {1}", formula, after.value - before.value, computed))
    return ties


@once
def changed_values(book: Book) -> list[tuple[Metric, Metric | None, Metric | None]]:
    r"""Every change with the value after it and the value before it, as far as the issue states them.

    >>> from dianshang.audit.book import books
    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "沿江公司\n2013年沿江公司的市场份额为15%，比2012年提高3个百分点。"
    >>> [book] = books(extract_issue(parse_issue("news-2014-03", text)).metrics)
    >>> [(change.mention, after.mention, before) for change, after, before in changed_values(book)]
    [('3个百分点', '15%', None)]
    """
    found = []
    for change in book.of(Measure.CHANGE):
        if change.qualifier is Qualifier.SEVERAL:
            continue
        unit = "%" if change.unit == "pp" else change.unit
        after = book.related(change) or _find(book, change, unit)
        if after is not None and (after.unit != unit or after.measure not in (Measure.SHARE, Measure.LEVEL)):
            after = None
        before = None
        if after is not None:
            before = book.find(quantity(after), after.measure, base_span(change), change)
        if after and before and not _comparable(after, before):
            before = None
        found.append((change, after, before))
    return found


def _find(book: Book, change: Metric, unit: str | None) -> Metric | None:
    for measure in (Measure.SHARE, Measure.LEVEL):
        found = book.find(quantity(change), measure, span(change), change)
        if found is not None and found.unit == unit:
            return found
    return None


def _comparable(after: Metric, before: Metric) -> bool:
    one_whole = whole_names(after.denominator or "") == whole_names(before.denominator or "")
    return before is not after and before.unit == after.unit and one_whole and compatible(after, before)

"""Every tie between the numbers of an issue, recomputed."""

from collections.abc import Callable, Iterable

from dianshang.audit.book import Book, books
from dianshang.audit.changes import change_ties
from dianshang.audit.containment import containment_ties
from dianshang.audit.growth import growth_ties
from dianshang.audit.parts import part_ties
from dianshang.audit.repeats import repeat_ties
from dianshang.audit.sentences import check
from dianshang.audit.shares import share_ties, whole_ties
from dianshang.audit.sums import sum_ties
from dianshang.audit.ties import Tie
from dianshang.schema import Metric
from dianshang.schema.check import Check

_RULES: tuple[Callable[[Book], list[Tie]], ...] = (
    growth_ties,
    share_ties,
    whole_ties,
    sum_ties,
    change_ties,
    part_ties,
    repeat_ties,
    containment_ties,
)


def checks(metrics: Iterable[Metric]) -> list[Check]:
    """Every pair or group of metrics that arithmetic ties, with the verdict on it.

    Ties are found by `relates_to` and by equal quantity, place, time and compatible source, within one issue. Nothing
    but the printed digits decides: see `dianshang.audit.precision.printed`.

    Args:
        metrics: The metrics of any number of issues, in any order.

    Returns:
        One row a tie, in the order of `check_id`.

    >>> checks([])
    []
    """
    return checks_of(books(metrics))


def checks_of(laid: Iterable[Book]) -> list[Check]:
    """The same for metrics that are laid out already.

    >>> checks_of(books([]))
    []
    """
    found = [check(tie) for book in laid for rule in _RULES for tie in rule(book)]
    return sorted(found, key=lambda one: one.check_id)

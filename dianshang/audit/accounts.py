"""Which statements may be of one account, and which of them goes best with another."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dianshang.audit.precision import is_bound
from dianshang.schema import Claim, Metric
from dianshang.schema.codes import ObsStatus, Qualifier

_SCOPE = re.compile(r"(?:包含|包括|含)([\u4e00-\u9fffA-Za-z0-9]{2,10}?)(?:在内|[)）])")
_FACTS = frozenset({ObsStatus.ACTUAL, ObsStatus.ESTIMATE})


def place(metric: Metric) -> tuple[str, int]:
    r"""Where a metric stands: its article, then its offset.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> issue = parse_issue("news-2014-03", "河湾市旅游\n2013年河湾市旅游收入60亿元。")
    >>> place(*extract_issue(issue).metrics)
    ('news-2014-03-01', 18)
    """
    return metric.article_id, metric.char_start


def compatible(a: Claim, b: Claim) -> bool:
    """Whether two statements may be of one account: the same claimant and the same scope, or one that names none.

    >>> from dianshang import extract
    >>> ours, theirs = extract("艾瑞咨询称，童装市场规模为120亿元"), extract("易观国际称，童装市场规模为90亿元")
    >>> compatible(*ours, *theirs)
    False
    """
    return _one_account(a.claimant, scope(a), b.claimant, scope(b))


def scope(metric: Claim) -> str | None:
    """What a statement says that it includes (含海外门店): by its name, else by the last such words before it.

    >>> from dianshang import extract
    >>> scope(*extract("去年营业收入（含海外门店）为120亿元"))
    '海外门店'
    """
    for said in (metric.indicator_text or "", metric.sentence.partition(metric.mention)[0]):
        if found := _SCOPE.findall(said):
            return str(found[-1])
    return None


def one_standing(a: Claim, b: Claim) -> bool:
    """Whether two statements are both facts, both forecasts or both targets.

    >>> from dianshang import extract
    >>> fact, forecast = extract("2012年童装市场有120亿元，预计2013年将达到150亿元")
    >>> one_standing(fact, forecast)
    False
    """
    return a.obs_status == b.obs_status or {a.obs_status, b.obs_status} <= _FACTS


class _Account(NamedTuple):
    """What statements of one account and article have in common; bounds are apart from numbers."""

    bound: bool
    article_id: str
    claimant: str | None
    scope: str | None


class Shelf:
    r"""Statements of one thing, laid out so that the one which goes best with another is found without asking all.

    Args:
        statements: The statements; those of several (数十亿) go with none.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市旅游\n2013年河湾市旅游收入超过50亿元。2013年旅游收入60亿元，增长20%。"
    >>> over, exact, growth = extract_issue(parse_issue("news-2014-03", text)).metrics
    >>> Shelf([over, exact]).nearest(growth).mention
    '60亿元'
    """

    def __init__(self, statements: Iterable[Metric]) -> None:
        self._accounts: defaultdict[_Account, list[Metric]] = defaultdict(list)
        for one in sorted(statements, key=place):
            if one.qualifier is not Qualifier.SEVERAL:
                self._accounts[_Account(is_bound(one), one.article_id, one.claimant, scope(one))].append(one)

    def nearest(self, near: Metric) -> Metric | None:
        """The statement that goes best with another; None if none is compatible.

        Args:
            near: The other.

        Returns:
            Of the compatible ones a number before a bound, then one of its article, of its source, the closest.
        """
        found = min(self._fitting(near), default=None, key=lambda pair: pair[0])
        return found and found[1]

    def _fitting(self, near: Metric) -> Iterator[tuple[tuple[object, ...], Metric]]:
        """The closest of each account, with its rank."""
        own = scope(near)
        for account, statements in self._accounts.items():
            if not _one_account(account.claimant, account.scope, near.claimant, own):
                continue
            at = bisect_left(statements, near.char_start, key=lambda one: one.char_start)
            for one in statements[max(at - 1, 0) : at + 1]:
                far = abs(one.char_start - near.char_start)
                elsewhere = (account.article_id != near.article_id, account.claimant != near.claimant)
                yield (account.bound, *elsewhere, far, *place(one)), one


def nearest(candidates: Sequence[Metric], near: Metric) -> Metric | None:
    r"""The candidate that goes best with `near`: of a compatible source, a number before a bound, then the closest.

    >>> from dianshang.extraction.tables import extract_issue
    >>> from dianshang.reading.issue import parse_issue
    >>> text = "河湾市旅游\n2013年河湾市旅游收入超过50亿元。2013年旅游收入60亿元，增长20%。"
    >>> over, exact, growth = extract_issue(parse_issue("news-2014-03", text)).metrics
    >>> nearest([over, exact], growth).mention
    '60亿元'
    """
    return Shelf(candidates).nearest(near)


def _one_account(claimant: str | None, includes: str | None, other: str | None, includes_too: str | None) -> bool:
    named = claimant is None or other is None or claimant == other
    return named and (includes is None or includes_too is None or includes == includes_too)

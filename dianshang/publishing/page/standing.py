"""What the audit says of each metric: the checks it takes part in, and the gravest verdict of those that test it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dianshang.schema.check import Check
from dianshang.schema.codes import CheckKind, Verdict

# In these every number tests every other; in all other kinds the last is tested by the rest.
MUTUAL = frozenset({CheckKind.SUM, CheckKind.REPEAT})
GRAVITY = (Verdict.CONSISTENT, Verdict.ROUNDING, Verdict.SOURCES_DIFFER, Verdict.INCONSISTENT)


class Standing(NamedTuple):
    """The audit of one metric: the verdict (None where nothing tests it) and its checks, by place in the table."""

    verdict: Verdict | None
    checks: tuple[int, ...]


UNCHECKED = Standing(None, ())


def standings(checks: Iterable[Check]) -> Mapping[str, Standing]:
    """The audit of every metric that some check names.

    Args:
        checks: The table of checks.

    Returns:
        By metric id; a metric that is not there takes part in no check.

    >>> standings([])
    {}
    """
    found: dict[str, Standing] = {}
    for place, check in enumerate(checks):
        members = check.metric_ids
        for key in dict.fromkeys(members):
            before = found.get(key, UNCHECKED)
            tests = key == members[-1] or check.kind in MUTUAL
            verdicts = [before.verdict, check.verdict if tests else None]
            found[key] = Standing(_gravest(verdicts), (*before.checks, place))
    return found


def _gravest(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    return max((verdict for verdict in verdicts if verdict is not None), key=GRAVITY.index, default=None)

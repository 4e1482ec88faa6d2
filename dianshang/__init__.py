"""Quantified claims in Chinese business news: the dataset, its records and the reader that made them.

Everything is loaded on first use, so that `import dianshang` costs next to nothing.
"""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dianshang.access import articles, load, metrics, read
    from dianshang.extraction.claims.claims import Reason, explained, extract
    from dianshang.extraction.numbers.quantities import quantities
    from dianshang.extraction.times.periods import periods
    from dianshang.schema import Article, Claim, DianshangError, Metric, Numeral, Problem
    from dianshang.tasks.scoring import score

# The contract stands beside this folder: in a checkout whose file system has no symlinks, it is found there.
_HERE = Path(__file__).resolve().parent
if not (_HERE / "schema").is_dir():
    __path__.append(str(_HERE.parent))

__version__ = "0.9.0"

__all__ = [
    "Article",
    "Claim",
    "DianshangError",
    "Metric",
    "Numeral",
    "Problem",
    "Reason",
    "articles",
    "explained",
    "extract",
    "load",
    "metrics",
    "periods",
    "quantities",
    "read",
    "score",
]

_HOMES = {
    "dianshang.access": ("articles", "load", "metrics", "read"),
    "dianshang.extraction.claims.claims": ("Reason", "explained", "extract"),
    "dianshang.extraction.times.periods": ("periods",),
    "dianshang.extraction.numbers.quantities": ("quantities",),
    "dianshang.schema": ("Article", "Claim", "DianshangError", "Metric", "Numeral", "Problem"),
    "dianshang.tasks.scoring": ("score",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

"""What the numbers of an issue say to each other: checks, implied values and figures recovered from residue."""

from dianshang.audit.checks import checks
from dianshang.audit.figures import recover
from dianshang.audit.implied import implied

__all__ = ["checks", "implied", "recover"]

"""What the numbers of an issue say to each other: checks and implied values."""

from dianshang.audit.checks import checks
from dianshang.audit.implied import implied

__all__ = ["checks", "implied"]

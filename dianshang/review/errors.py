"""What stops a review."""

from dianshang.schema.problems import DianshangError


class ReviewError(DianshangError):
    """Curated data do not fit the issue they belong to, or a sheet would overwrite a curator's work."""


class AnswersError(DianshangError):
    """Records given to be scored lack a column or hold something that cannot be compared."""

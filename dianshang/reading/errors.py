"""What stops a reading."""

from dianshang.schema.problems import DianshangError


class ReadingError(DianshangError):
    """An issue cannot be read: a file is missing, damaged, or not an issue."""

"""The libraries of the extra `documents`, asked for only where a document needs one."""

import importlib
from typing import Any

from dianshang.reading.errors import ReadingError
from dianshang.schema.problems import Problem


def needed(module: str, where: str, what: str) -> Any:
    """Imports a library that reads a kind of document.

    Args:
        module: Its name.
        where: The document that needs it.
        what: The kind of document, in the plural.

    Returns:
        The module.

    Raises:
        ReadingError: It is not installed.

    >>> needed("json", "a.docx", "Word documents").__name__
    'json'
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        problem = Problem(where, f"needs a library that reads {what}", 'Install it: pip install "dianshang[documents]"')
        raise ReadingError(problem) from error

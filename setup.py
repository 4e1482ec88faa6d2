"""What pyproject.toml cannot say: with DIANSHANG_COMPILE=1 the reader of claims is compiled, by mypyc."""

import os
from pathlib import Path
from typing import Any

from setuptools import setup


def compiled() -> list[str]:
    """The modules to compile, as paths from here: those of extraction but for `speech`, which no claim needs.

    One that defines records or else uses Pydantic stays as it is: models are made from interpreted classes only.
    """
    modules = sorted(Path("dianshang", "extraction").rglob("*.py"))
    return [str(path) for path in modules if path.parent.name != "speech" and _plain(path)]


def _plain(path: Path) -> bool:
    code = path.read_text("utf-8")
    return path.name != "__init__.py" and "(Record)" not in code and "pydantic" not in code


def extensions() -> list[Any]:
    """What setuptools is to compile: nothing unless asked, so that the usual build needs no compiler."""
    if os.environ.get("DIANSHANG_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    return mypycify(compiled(), group_name="dianshang")


if __name__ == "__main__":
    setup(ext_modules=extensions())

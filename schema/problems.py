"""What can be wrong, as data: one `Problem` a fault, gathered and raised together."""

from collections.abc import Sequence
from dataclasses import dataclass

from dianshang.schema.display import harmless


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in something a person gave us.

    Args:
        where: File, folder, table or field, as the person knows it.
        what: What is wrong, in plain words.
        remedy: What to do about it.
        line: Line in that file, counted from 1, or None.
        offset: Byte or character offset, or None.
    """

    where: str
    what: str
    remedy: str
    line: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        place = self.where
        if self.line is not None:
            place += f":{self.line}"
        elif self.offset is not None:
            place += f" (offset {self.offset})"
        # A question ends itself: did you mean CNY?
        stop = "" if self.what.endswith("?") else "."
        return harmless(f"{place}: {self.what}{stop} {self.remedy}.")


class DianshangError(Exception):
    """Root of every error this package raises on purpose.

    Args:
        problems: The faults, all that were found, in the order they stand in the input.
    """

    def __init__(self, *problems: Problem) -> None:
        self.problems: Sequence[Problem] = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class UnfinishedError(DianshangError):
    """The work broke off by no fault of what it was given: the same command takes it up again."""


class VocabularyError(DianshangError):
    """A vocabulary file is missing or does not fit its model."""

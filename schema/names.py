"""What bounds a known name in running text: the words around it that make it part of another word."""

from typing import Self

from pydantic import Field, model_validator

from dianshang.schema.record import Record


class Guard(Record):
    """A name is not one right after `preceded` or right before `followed`: 中|国美|术, 不|同程|度."""

    name: str = Field(min_length=2)
    preceded: frozenset[str] = frozenset()
    followed: frozenset[str] = frozenset()

    @model_validator(mode="after")
    def _bounds(self) -> Self:
        if not self.preceded and not self.followed:
            raise ValueError(f"the guard of {self.name!r} names no word before or after it")
        return self


class Tail(Record):
    """Names with this ending (any name, if empty) are not one before `followed`, unless before `unless`: 银行|业."""

    ending: str = ""
    followed: frozenset[str] = Field(min_length=1)
    unless: frozenset[str] = frozenset()


def repeated(names: list[str]) -> list[str]:
    """The names that stand more than once, in order of first repetition, Latin letters in either case.

    >>> repeated(["IDC", "国美", "idc"])
    ['idc']
    """
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for name in names:
        folded = name.lower()
        if folded in seen:
            twice[name] = None
        seen.add(folded)
    return list(twice)

"""The words of the card that are set between the figures, in English and in Chinese."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import model_validator

from dianshang.schema.record import Record

FILE = "words.toml"
Language = Literal["en", "zh"]


class Words(Record):
    """The file `words.toml`: words by key in each language, and Chinese words for the terms of the quality report."""

    source: str
    en: dict[str, str]
    zh: dict[str, str]
    terms: dict[str, str]

    @model_validator(mode="after")
    def _paired(self) -> Self:
        if odd := self.en.keys() ^ self.zh.keys():
            raise ValueError(f"words in one language only: {sorted(odd)}")
        return self


@cache
def _words() -> Words:
    return Words.model_validate(tomllib.loads((files(__package__) / FILE).read_text("utf-8")))


def words(language: Language) -> Mapping[str, str]:
    """The words of a language by key.

    >>> words("zh")["table"]
    '数据表'
    """
    return _words().en if language == "en" else _words().zh


def terms(language: Language) -> Mapping[str, str]:
    """What a language says for the English terms of the quality report.

    >>> terms("zh")["recall"], dict(terms("en"))
    ('召回率', {})
    """
    return {} if language == "en" else _words().terms


def template(name: str) -> str:
    """The text of a page, with `$name` where something is to be set in.

    >>> "$" in template("en.md")
    True
    """
    return (files(__package__) / name).read_text("utf-8")

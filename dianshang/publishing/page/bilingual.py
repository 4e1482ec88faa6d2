"""Words in English and Chinese, and how the page carries both at once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, model_validator

FILE = "labels.toml"


class Both(NamedTuple):
    """The same words in English and in Chinese."""

    en: str
    zh: str

    @property
    def untranslated(self) -> bool:
        """Whether the English words are Chinese, for want of others."""
        return any("\u3400" <= letter <= "\u9fff" for letter in self.en)


class Labels(BaseModel):
    """The file `labels.toml`: the words of the page itself, and the names of the codes that records carry."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: dict[str, Both]
    codes: dict[str, dict[str, Both]]

    @model_validator(mode="after")
    def _filled(self) -> "Labels":
        groups = [self.page, *self.codes.values()]
        if empty := [key for group in groups for key, words in group.items() if not all(words)]:
            raise ValueError(f"labels without a word in one of the languages: {empty}")
        return self


@cache
def labels() -> Labels:
    """The labels, read once."""
    return Labels.model_validate(tomllib.loads((files(__package__) / FILE).read_text("utf-8")))


def label(key: str) -> Both:
    """The words of the page for `key`.

    >>> label("download")
    Both(en='Download CSV', zh='下载 CSV')
    """
    return labels().page[key]


def code(group: str, value: str) -> Both:
    """The name of a code; the code itself where the labels do not know it.

    >>> code("status", "forecast")
    Both(en='forecast', zh='预测')
    """
    return labels().codes[group].get(value, Both(value, value))


def same(text: str) -> Both:
    """Words that are the same in both languages.

    >>> same("GB 2312")
    Both(en='GB 2312', zh='GB 2312')
    """
    return Both(text, text)


def joined(parts: list[Both], en: str = ", ", zh: str = "，") -> Both:
    """Parts put together in each language, empty ones left out.

    >>> joined([Both("revenue", "收入"), same(""), same("2013")])
    Both(en='revenue, 2013', zh='收入，2013')
    """
    return Both(en.join(part.en for part in parts if part.en), zh.join(part.zh for part in parts if part.zh))

"""Who is named as a source, and the words in which a name is sought: what the rules of names share."""

from typing import NamedTuple

from dianshang.extraction.phrases.owner import Owner


class Source(NamedTuple):
    """Who is named: the name, None for somebody without one (业内人士); pointer for a word that points back (公司)."""

    name: str | None
    pointer: str = ""


class SourceCase(NamedTuple):
    """Words that may name a source; named tells whether any name among them is one."""

    text: str
    raw: str
    name: str
    owners: list[Owner]
    issuer: str | None
    cited: bool
    named: bool

"""Credits: the lines and brackets that name an article's outlet, address, day and authors."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from dianshang.reading.addresses import address
from dianshang.reading.dates import stated_date
from dianshang.reading.names import HAN, is_outlet, outlet, outlet_of, persons
from dianshang.reading.shapes import ends_sentence
from dianshang.schema.article import Author
from dianshang.schema.codes import AuthorRole, SourceRelation
from dianshang.schema.press import press

LONGEST = 300

_OPEN, _CLOSE = "（([【［〔", "）)]】］〕"
_MARK = re.compile(r"^[□■⊙◎●○◇◆]\s*")
_PARTIAL_DATE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:第\d+期)?|\d{1,2}[:：]\d\d(?:[:：]\d\d)?")
_COUNT = re.compile(r"[\d,\s:：次]*")
_ROLES = {"reporter": AuthorRole.REPORTER, "correspondent": AuthorRole.CORRESPONDENT, "author": AuthorRole.AUTHOR}
_TAIL = re.compile(r"[（(【\[]([^（()）【】\[\]]{2,200})[）)】\]][。.\s]*$")
_ENDING = re.compile(r"[）)】\]][。.\s]*$")


class Credit(NamedTuple):
    """What a credit says; `relation` is set where it names the source of the article.

    hosted: whether the name is only that of the address's host, which the credit itself does not write.
    """

    name: str | None = None
    url: str | None = None
    relation: SourceRelation | None = None
    first: str | None = None
    published: date | None = None
    authors: tuple[Author, ...] = ()
    hosted: bool = False

    @property
    def is_source(self) -> bool:
        """Whether it names an outlet or an address, and not authors or a day alone."""
        return self.relation is not None


class _Field(NamedTuple):
    part: str
    value: str
    colon: bool


@cache
def _label() -> re.Pattern[str]:
    labels = press().labels

    def any_of(words: frozenset[str]) -> str:
        return "|".join(sorted(words, key=lambda word: (-len(word), word)))

    apart = r"(?:^|(?<=[\s；;，,|｜、/／(（]))"
    return re.compile(
        rf"{apart}(?:(?P<reprint>{any_of(labels.reprint)})\s*[:：]?"
        rf"|(?P<first>{any_of(labels.first)})\s*[:：]?"
        rf"|(?P<source>{any_of(labels.source)})\s*[:：]"
        rf"|(?P<other>{any_of(labels.other)})\s*[:：]"
        rf"|(?P<author>{any_of(labels.author)})\s*[:：/／]"
        rf"|[{HAN}]{{0,8}}?(?P<reporter>{any_of(labels.reporter)})[:：]?"
        rf"|[{HAN}]{{0,8}}?(?P<correspondent>{any_of(labels.correspondent)})[:：]?)"
    )


@cache
def _sign() -> re.Pattern[str]:
    """A label or a slash: without one, a line with no bracket, address or day around it names nobody."""
    labels = press().labels
    words = labels.reprint | labels.first | labels.source | labels.other | labels.author
    return re.compile("|".join(map(re.escape, sorted(words | labels.reporter | labels.correspondent))) + "|/|／")


def credit(line: str) -> Credit | None:
    """Reads a whole line, or the inside of a bracket, as a credit.

    Args:
        line: A line without white space around it.

    Returns:
        What it says, or None where the line says anything else besides.

    >>> credit("（某某网2014年3月5日http://example.com/1.html ）").published
    datetime.date(2014, 3, 5)
    """
    if len(line) > LONGEST or "。" in line[:-1]:
        return None
    core, bracketed = _unwrapped(_MARK.sub("", line))
    found = address(core)
    rest = f"{core[: found.start]} {core[found.end :]}" if found else core
    day = stated_date(rest)
    if not (found or day or bracketed or _sign().search(rest)):
        return None
    if day:
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    rest = _PARTIAL_DATE.sub(" ", rest).strip()
    bare, fields = _fields(rest)
    said = Credit(url=found.url if found else None, published=day.day if day else None)
    labelled = _with_fields(said, fields) if fields else said
    if labelled is None:
        return None
    completed = _with_bare(labelled, bare, bracketed) if bare else labelled
    if completed is None or (not fields and not bare and not (said.url or said.published)):
        return None
    return _with_address(completed, found.host if found else None, bracketed)


def tail_credit(paragraph: str) -> tuple[Credit, int] | None:
    """Reads the bracket that ends a paragraph as a credit.

    Returns:
        The credit and the offset of its bracket, or None where the paragraph ends otherwise.

    >>> tail_credit("全文完。（作者：王小明；来源：某某日报）")[0].name
    '某某日报'
    """
    offset = max(0, len(paragraph) - LONGEST)
    match = _TAIL.search(paragraph, offset) if _ENDING.search(paragraph, max(0, len(paragraph) - 4)) else None
    if not match:
        return None
    said = credit(f"（{match[1]}）")
    return (said, match.start()) if said else None


def closing_source(paragraph: str) -> tuple[Credit, int] | None:
    """Reads the source line that a paragraph ends with instead of one on a line of its own.

    Returns:
        The credit and the offset of its bracket; None for an address that belongs to a sentence (登录某网（www.…）).

    >>> closing_source("增长三成。（某某网http://example.com/1.html）")[1]
    5
    """
    found = tail_credit(paragraph)
    if found is None or found[0].url is None or found[0].name is None:
        return None
    return found if ends_sentence(paragraph[: found[1]].rstrip()) else None


def _unwrapped(line: str) -> tuple[str, bool]:
    shut = line.rstrip("。. ")
    if line[:1] and line[0] in _OPEN:
        inner = shut[1:-1] if shut[-1] in _CLOSE else line[1:]
        # A bracket that closes before the end of the line holds a part of it only.
        return (inner.strip(), True) if not any(mark in inner for mark in "）】］〕") else (line, False)
    return line, False


def _fields(text: str) -> tuple[str, tuple[_Field, ...]]:
    marks = list(_label().finditer(text))
    if not marks:
        return text, ()
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    fields = tuple(
        _Field(
            str(mark.lastgroup),
            text[mark.end() : end].strip(" \t\u3000；;，,|｜、/／(（"),
            mark.group().endswith((":", "：")),
        )
        for mark, end in zip(marks, ends, strict=True)
    )
    return text[: marks[0].start()].strip(), fields


def _with_fields(said: Credit, fields: tuple[_Field, ...]) -> Credit | None:
    for part, value, colon in fields:
        if part in _ROLES:
            names = persons(value, signed=part == "author")
            if not names:
                return None
            said = said._replace(authors=said.authors + tuple(_signed(names, _ROLES[part])))
        elif part == "other":
            if value and not persons(value, signed=True) and not _COUNT.fullmatch(value):
                return None
        else:
            name = outlet(value)
            if value and name is None:
                return None
            # Without a colon or an address 转载自… may open any sentence.
            if name and not (colon or said.url or value.startswith("《") or is_outlet(name)):
                return None
            if part == "first":
                said = said._replace(first=name)
            else:
                relation = SourceRelation.REPRINT if part == "reprint" else SourceRelation.ORIGINAL
                said = said._replace(name=name, relation=relation)
    return said


def _with_bare(said: Credit, bare: str, bracketed: bool) -> Credit | None:
    head, slash, byline = bare.replace("／", "/").rpartition("/")
    if byline == "文" and (names := persons(head)):
        return said._replace(authors=said.authors + tuple(_signed(names, AuthorRole.AUTHOR)))
    if slash and bracketed and is_outlet(head) and (names := persons(byline)):
        return said._replace(authors=said.authors + tuple(_signed(names, AuthorRole.AUTHOR)))
    if bracketed and not said.url and not said.published and (names := persons(bare)):
        return said._replace(authors=said.authors + tuple(_signed(names, AuthorRole.AUTHOR)))
    name = outlet(bare)
    if name is None or said.name is not None:
        return None
    dated = said.url or said.published
    if (bracketed and dated) or ((bracketed or dated) and is_outlet(name)):
        return said._replace(name=name, relation=said.relation or SourceRelation.ORIGINAL)
    return None


def _with_address(said: Credit, host: str | None, bracketed: bool) -> Credit | None:
    if host is None:
        return said if said.relation is None or said.name else None
    relation = said.relation or SourceRelation.ORIGINAL
    if said.name is not None:
        return said._replace(relation=relation)
    known = outlet_of(host)
    return said._replace(name=known, relation=relation, hosted=known is not None)


def _signed(names: tuple[str, ...], role: AuthorRole) -> Iterator[Author]:
    return (Author(name=name, role=role) for name in names)

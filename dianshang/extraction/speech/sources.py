"""The name of a source, read out of the words before a verb of saying."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.extraction.names.entities import canonical
from dianshang.extraction.patterns import words
from dianshang.schema.cues import cues

SHORTEST_NAME, LONGEST_NAME = 2, 18
TITLED = r"《[^》\n]{1,60}》(?:中|里)?"
SHOWS = "显示"
_OPEN_ENDS = "上等来可以能要会在去向对将有是被把让使都"
_JOURNAL = re.compile(r"《([^》]{2,16})》$")
_TOWARDS = re.compile(r"(?<=.)(?:对|向|就|为|在|于|给)[^对向]{1,10}$")


class _Names(NamedTuple):
    """What the vocabulary says about the names of sources, compiled."""

    lead: re.Pattern[str]
    tail: re.Pattern[str]
    person: re.Pattern[str]
    titled: re.Pattern[str]
    office_only: re.Pattern[str]
    office_end: re.Pattern[str]
    organisation_end: re.Pattern[str]
    unnamed_end: re.Pattern[str]
    no_name: re.Pattern[str]
    person_name: re.Pattern[str]


@cache
def _names() -> _Names:
    v = cues()
    office = words(v.office)
    data = rf"的?(?:{words(v.source_data_lead)})*(?:{words(v.source_data)})(?:数据)?"
    return _Names(
        tail=re.compile(
            rf"(?:{TITLED}|{data}|(?:{words(v.source_adverb)}|{words(v.source_work)})"
            rf"|接受[^，。]{{0,16}}采访时|在[^，。]{{0,20}}(?:上|中|时|里|内)|[：:]|(?:本?周|星期)[一二三四五六日]"
            rf"|[0-9一二三四五六七八九十]+[年月日]?|(?:{words(v.source_release)})(?:的|了)?)++$"
        ),
        lead=re.compile(
            rf"^(?:{words(v.source_lead)}|(?:{words(v.source_descriptor)})+(?:研究)?(?:机构|公司)(?=.{{2}}))+"
        ),
        person=re.compile(
            rf"(?:{office})(?:之一|兼[^，]{{0,8}})?([\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff]{{1,6}}·[\u4e00-\u9fff]{{1,6}})$"
        ),
        titled=re.compile(rf"(?:.*(?:{office}))?((?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}})(?:{office})"),
        office_only=re.compile(rf"(?:{office})+"),
        office_end=re.compile(rf"(?:{office})$"),
        organisation_end=re.compile(rf"(?:{words(v.organisation_ending)})$"),
        unnamed_end=re.compile(rf"(?:{words(v.unnamed_ending)})$"),
        no_name=re.compile(words(v.no_name)),
        person_name=re.compile(rf"(?:{words(v.surname)})[\u4e00-\u9fff]{{1,2}}$"),
    )


@lru_cache(maxsize=4096)
def claimant_in(raw: str, verb: str) -> tuple[bool, str | None]:
    """Reads the name out of the words before a verb of saying.

    Args:
        raw: The words, such as 电商分析师李成东 or 根据某研究院发布的《某报告》.
        verb: The verb that follows them.

    Returns:
        Whether a source is meant at all, and its name, or None where it is unnamed.

    >>> claimant_in("根据国家统计局发布的数据", "显示")
    (True, '国家统计局')
    """
    names = _names()
    cited = raw.startswith(("据", "根据", "援引", "另据"))
    if (journal := _JOURNAL.search(raw)) is not None and verb.startswith("报道"):
        return True, journal.group(1)
    name = names.lead.sub("", names.tail.sub("", raw)).rstrip("的所")
    name = _TOWARDS.sub("", name)
    if name in ("", "有", "另有"):
        return (cited or name != "" or verb.endswith(SHOWS)), None
    if canonical(name) is not None:
        return True, name
    if person := names.person.search(name):
        return True, person.group(1)
    if (person := names.titled.fullmatch(name)) is not None and not names.office_only.fullmatch(name):
        return True, person.group(1)
    if (
        name.startswith("某")
        or name in cues().unnamed
        or names.unnamed_end.search(name)
        or names.office_end.search(name)
    ):
        return True, None
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or names.no_name.match(name):
        return False, None
    if (name[-1] in _OPEN_ENDS or (verb in cues().say_weak and not cited)) and not _looks_like_a_name(name, names):
        return False, None
    return True, name


def _looks_like_a_name(name: str, names: _Names) -> bool:
    return bool(names.organisation_end.search(name) or names.person_name.match(name) or name.isascii())

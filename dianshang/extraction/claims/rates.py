"""What a level is a mean or an extreme of, and what it is for one of (户均, 每股, 元/吨, 日均)."""

import re
from functools import cache, lru_cache

from dianshang.extraction.numbers.quantities import quantities
from dianshang.extraction.patterns import led, words
from dianshang.schema.codes import Statistic
from dianshang.schema.phrases import phrase_words

_EACH = re.compile(r"每[一1]?个?(?P<unit>[\u4e00-\u9fff]{1,4}?)(?=的|约|为|是|达|高|近|超|：|:|$|[^\u4e00-\u9fff])")
_SLASH = re.compile(r"[/／每](?P<unit>[^/／·]+)$")
_BEHIND = re.compile("的?[\u4e00-\u9fff]{1,4}")
_NEAREST = 12


@cache
def _statistics() -> re.Pattern[str]:
    v = phrase_words()
    return led(
        f"(?P<mean>{words(v.mean_word)})|(?P<minimum>{words(v.minimum_word)})|(?P<maximum>{words(v.maximum_word)})",
        v.mean_word | v.minimum_word | v.maximum_word,
    )


@cache
def _averaged() -> re.Pattern[str]:
    return re.compile("([人户日月年天店场件单亩篇周])均(?!价|衡|匀)")


def statistic(noun: str, near: str, behind: str) -> Statistic | None:
    """Whether a level is a mean, a minimum or a maximum.

    >>> statistic("平均贷款余额", "", "").value, statistic("贷款余额", "", "")
    ('mean', None)
    """
    found = None
    for match in _statistics().finditer(f"{noun}|{near[-_NEAREST:]}|{_right_behind(behind)}"):
        found = match.lastgroup
    return Statistic(found) if found else None


def _right_behind(behind: str) -> str:
    # 触及370元的低点; but not 6.1万元，最高…
    match = _BEHIND.match(behind)
    return match.group() if match else ""


def per(noun: str, near: str, mention: str) -> str | None:
    """The unit that a level is for one of, by the words around it or by a written compound.

    >>> per("贷款余额", "每户贷款余额为", "6.1万元"), per("价格", "价格为", "129元/月"), per("价格", "", "3元")
    ('household', 'month', None)
    """
    if slash := _SLASH.search(mention):
        return _unit_of(slash["unit"])
    if averaged := _averaged().search(noun + near):
        return _unit_of(averaged[1])
    found = None
    for match in _EACH.finditer(near):
        found = _unit_of(match["unit"]) or found
    if found is None:
        for match in _each_word().finditer(near):
            found = _unit_of(match[1]) or found
    return found


@cache
def _each_word() -> re.Pattern[str]:
    return re.compile(f"每[一1]?({words(phrase_words().each | set(phrase_words().each_time))})")


@lru_cache(maxsize=4096)
def _unit_of(word: str) -> str | None:
    if word in phrase_words().each_time:
        return phrase_words().each_time[word]
    read = quantities(f"5{word}")
    return read[0].unit if len(read) == 1 and read[0].text == f"5{word}" else None

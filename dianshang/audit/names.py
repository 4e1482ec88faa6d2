"""When two names are names of one quantity: the words of a claim brought to a form that can be compared."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from dianshang.schema import Claim, Record
from dianshang.schema.codes import Measure
from dianshang.schema.indicators import indicators
from dianshang.schema.record import Code
from dianshang.schema.vocabulary import load

_ASIDE = re.compile(r"\([^()]*\)")
_OF_A_PART = frozenset({Measure.SHARE, Measure.CHANGE})
_SPACE = re.compile(r"\s+")


class TieWords(Record):
    """The file `ties.toml`."""

    source: str
    same: tuple[tuple[str, ...], ...]
    empty: tuple[str, ...]
    tail: tuple[str, ...]
    share_tail: tuple[str, ...]
    opposite: tuple[tuple[str, str], ...]
    group: tuple[str, ...]
    rate: tuple[str, ...]
    increase: tuple[str, ...]
    exclusive: tuple[Code, ...]


class Quantity(NamedTuple):
    """What a claim measures, whatever its time: equal for two claims of one quantity."""

    name: str
    indicator: str | None
    ref_area: str | None


class _Endings(NamedTuple):
    """Words that may end a name, and how long they are, the longest first."""

    words: frozenset[str]
    lengths: tuple[int, ...]


@cache
def words() -> TieWords:
    """The vocabulary, read once."""
    return load("ties", TieWords)


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name without asides, white space and empty words, each word in the form it is compared in.

    >>> plain("全国楼市") == plain("我国房地产市场(含二手房)")
    True
    """
    text = unicodedata.normalize("NFKC", name)
    text = _SPACE.sub("", _ASIDE.sub("", text)).lower()
    return _rewriter().sub(lambda found: _forms()[found[0]], text)


@lru_cache(maxsize=65536)
def stem(name: str) -> str:
    """A plain name without the word of its indicator at the end: what is left says whose, or of what.

    >>> stem("全球PC销售总额")
    '全球pc'
    """
    return _cut(plain(name), _every_cue())


def quantity(metric: Claim) -> Quantity | None:
    """What a metric measures; None where nothing names it.

    The growth, the change and the level of one thing have the same quantity. A share has that of the part.

    >>> from dianshang import extract
    >>> level, growth = extract("去年北湖市旅游收入60亿元，增长20%")
    >>> quantity(level) == quantity(growth)
    True
    """
    return _quantity(metric.subject or "", _part(metric), metric.indicator, metric.ref_area)


@lru_cache(maxsize=8192)
def _quantity(subject: str, part: str, indicator: str | None, ref_area: str | None) -> Quantity | None:
    name = _name(subject, part, indicator)
    return Quantity(name, indicator, ref_area) if name else None


def part_name(metric: Claim) -> str:
    """The name of a metric's quantity when its indicator does not matter: two indicators of one thing share it.

    >>> from dianshang import extract
    >>> sales, profit = extract("2012年沿江公司的销售额为60亿元，利润为8亿元")
    >>> part_name(sales) == part_name(profit)
    True
    """
    return _name(metric.subject or "", _part(metric), None)


@lru_cache(maxsize=8192)
def whole_names(name: str) -> frozenset[str]:
    """The forms in which a whole is looked for: as named, and without the word of its indicator.

    >>> sorted(whole_names("全球PC销售总额"))
    ['全球pc', '全球pc销售额']
    """
    return frozenset({plain(name), stem(name)} - {""})


def names_indicator(name: str) -> bool:
    """Whether a name says what is counted (全球销售额), not only where (全球市场).

    >>> names_indicator("全球销售额"), names_indicator("全球市场")
    (True, False)
    """
    return stem(name) != plain(name)


def indicator_of(name: str) -> str | None:
    """The indicator whose word ends a name: that of 地方财政收入; None where no word or several indicators do.

    >>> indicator_of("北湖市零售额")
    'retail_sales'
    """
    text = plain(name)
    longest = _ending(text, _every_cue())
    codes = [code for code in indicators() if longest in _cues(code).words]
    return codes[0] if len(codes) == 1 else None


def is_group(name: str) -> bool:
    """Whether a name stands for several at once, so that its share contains others'.

    >>> is_group("前十名"), is_group("北湖商城")
    (True, False)
    """
    return any(word in name for word in words().group)


def adds_up(metric: Claim) -> bool:
    """Whether a quantity of a year is the sum of that of its parts, as far as its name tells.

    >>> from dianshang import extract
    >>> [adds_up(claim) for claim in extract("去年北湖市零售额为60亿元，网民有80万人")]
    [True, False]
    """
    text = metric.indicator_text or ""
    entry = indicators().get(metric.indicator or "")
    return entry is not None and entry.nature == "flow" and not any(word in text for word in words().rate)


def opposite(a: str, b: str) -> bool:
    """Whether two names differ in one place only, where one says the opposite of the other.

    >>> opposite("浙江省内企业占比", "浙江省外企业占比")
    True
    """
    if a == b:
        return False
    for one, other in words().opposite:
        for here, there in ((one, other), (other, one)):
            start = a.find(here)
            while start >= 0:
                if a[:start] + there + a[start + len(here) :] == b:
                    return True
                start = a.find(here, start + 1)
    return False


def _part(metric: Claim) -> str:
    text = metric.indicator_text or ""
    if metric.measure not in _OF_A_PART:
        return text
    whole = metric.denominator or ""
    # What stands before the whole, or before "makes up", is the part.
    ends = [place for place in (text.find("占"), text.find(whole) if whole else 0) if place > 0]
    return text[: min(ends)] if ends else text


@lru_cache(maxsize=65536)
def _name(subject: str, text: str, indicator: str | None) -> str:
    whose = plain(subject)
    what = _cut(plain(text), _tails())
    what = _cut(what, _cues(indicator) if indicator in indicators() else _every_cue())
    # Words of the subject that the text repeats say nothing more.
    while common := _common(what, whose):
        what = what.replace(common, "", 1)
    return whose + what


def _common(a: str, b: str) -> str:
    for size in range(min(len(a), len(b)), 1, -1):
        for start in range(len(a) - size + 1):
            if a[start : start + size] in b:
                return a[start : start + size]
    return ""


def _cut(name: str, endings: _Endings) -> str:
    while ending := _ending(name, endings):
        name = name[: -len(ending)]
    return name


def _ending(name: str, endings: _Endings) -> str:
    """The longest of the words that end a name, or an empty text."""
    return next((name[-length:] for length in endings.lengths if name[-length:] in endings.words), "")


def _endings(names: set[str]) -> _Endings:
    plain_names = frozenset(plain(name) for name in names) - {""}
    return _Endings(plain_names, tuple(sorted({len(word) for word in plain_names}, reverse=True)))


@cache
def _tails() -> _Endings:
    return _endings({*words().tail, *words().share_tail})


@cache
def _cues(indicator: str) -> _Endings:
    return _endings(set(indicators()[indicator].cues))


@cache
def _every_cue() -> _Endings:
    return _endings({cue for entry in indicators().values() for cue in entry.cues})


@cache
def _forms() -> dict[str, str]:
    forms = {word.lower(): group[0].lower() for group in words().same for word in group}
    return dict.fromkeys(words().empty, "") | forms


@cache
def _rewriter() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))

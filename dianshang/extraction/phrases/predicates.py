"""What stands between a noun phrase and its number (同比增长了约, 占…的, 较去年提高了), read leftwards."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.words import MOVE, Role, against_words, predicate_words
from dianshang.extraction.records import Period, Quantity
from dianshang.schema.phrases import phrase_words


class Predicate(NamedTuple):
    """The words before a number.

    start is where the predicate begins, that is where the noun phrase before it ends. `move` is the nearest word of
    change, `sign` its direction (1, -1; 0 without one), `noun` whether it is a noun (涨幅), `weak` whether it counts
    only against a base (高), `to` whether it ends in a destination (增至), `share` whether a word of sharing stands
    there (占), `compared` the word of comparison (同比, 环比), `base` the period compared with, `against_seen` whether
    较/比 stands before the words, `when` a plain period inside the predicate, `opened` whether a bracket was passed,
    `verb` the nearest verb of what happens over a time (投资, 新建).
    """

    start: int
    move: str | None = None
    sign: int = 0
    noun: bool = False
    weak: bool = False
    to: bool = False
    share: bool = False
    compared: str | None = None
    base: Period | None = None
    when: Period | None = None
    opened: bool = False
    against_seen: bool = False
    verb: str | None = None


Step = tuple[Predicate, int]
_EDITIONS = "第[0-9]{1,4}[届期次轮]"
_AGAINST_NEAR = re.compile(
    rf"(?:相?较于?|相?(?<![占同环对])比(?![例重率价较如])于?)(?:{_EDITIONS})?[^，,。；;：:\n0-9]{{0,16}}$"
    rf"|[同环]比{_EDITIONS}$|[与同和跟][^，,。；;：:\n0-9]{{1,16}}相比$"
)
# 比上届同期, 较上一个工作日（6月6日）
_EDITION = re.compile("(?:上一?[届期]|上一?个?(?:工作|交易)日[（(])$")
_DESCRIBED = re.compile(r"的?[\u4e00-\u9fff]{1,6}")
REACH = 20
_TERM = re.compile("(?:CFR|FOB|CIF|C&F|FCA|DDP)[\u4e00-\u9fff]{0,6}$")
_POINTS = re.compile("[0-9.一二两三四五六七八九]+个?(?:百分点|百分比)")
_GAP = re.compile(
    r"(?P<above>高于|低于|高出|超过|快于|慢于)[^，,。；;：:\n0-9]{1,12}$"
    r"|(?<![占同环对相])比[^，,。；;：:\n0-9]{1,12}?(?<![提减增升降缩扩])(?P<more>高|低|快|慢|多|少|大|小)出?(?:了|约|近)?$"
)
_LIKENED, _WITH = "相比", ("和", "跟")
LONGEST_EACH, LONGEST_EDITION, LONGEST_DESCRIBED = 8, 7, 7
# 减少收入 is no 少收入, 至少卖 no 少卖.
_OF_ANOTHER = ("减", "缺", "增")
_OF_AN_EXTREME = ("至", "最", "许", "大", "很", "众", "诸", "不", "更")
_GAPS = frozenset(" \t\u3000：:")
_BRACKETS = frozenset("（(")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(f"每[一1]?(?:{words(phrase_words().each)})$")


def predicate(text: str, start: int, floor: int, periods_by_end: Mapping[int, Period]) -> Predicate:
    """Reads the words before the number that starts at `start`.

    Args:
        text: The text.
        start: Where the mention starts.
        floor: Where to stop at the latest (the sentence's start or the end of the number before).
        periods_by_end: The time expressions of the text by their end.

    Returns:
        The predicate; an empty one starts at `start`.

    >>> text = "网络零售额同比增长20%"
    >>> predicate(text, 9, 0, {}).start
    5
    """
    said = _apart(text, start, floor) or Predicate(start)
    at, before = said.start, -1
    while at > floor and at != before:
        before = at
        said, at = _step(text, said, at, floor, periods_by_end)
    said = said if at == said.start else said._replace(start=at)
    if said.move and said.base is None:
        said = _held_against(text, said, floor, periods_by_end)
    against = _AGAINST_NEAR.search(text, max(floor, said.start - REACH), said.start) if said.move else None
    if against is not None and said.base is None:
        # 较春季展会减少: what it is compared with is none of the noun phrase.
        return said._replace(start=against.start(), against_seen=True)
    if said.start >= floor and said.base is None and not said.against_seen:
        return said
    return said._replace(start=max(said.start, floor), against_seen=said.base is not None)


def _apart(text: str, start: int, floor: int) -> Predicate | None:
    """增幅高于全国0.7个百分点: what it is held against is none of the noun phrase."""
    gap = _GAP.search(text, max(floor, start - REACH), start) if _POINTS.match(text, start) else None
    if gap is None:
        return None
    above = gap["above"] or gap["more"]
    return Predicate(gap.start(), move=above, sign=-1 if above[0] in "低慢少小" else 1, against_seen=True)


def _held_against(text: str, said: Predicate, floor: int, periods_by_end: Mapping[int, Period]) -> Predicate:
    """比3月初的高点下跌, 比9月均价低: what a time compared with only describes is none of the noun phrase either."""
    ends = range(max(floor, said.start - LONGEST_DESCRIBED), said.start)
    at = next((end for end in ends if end in periods_by_end and _DESCRIBED.fullmatch(text, end, said.start)), None)
    if at is None or (period := periods_by_end[at]).char_start <= floor:
        return said
    against = against_words().before(text, period.char_start, floor)
    return said if against is None else said._replace(start=period.char_start - len(against[0]), base=period)


def _step(text: str, said: Predicate, at: int, floor: int, periods_by_end: Mapping[int, Period]) -> Step:
    """The predicate with what ends at a place, and where that begins: the same place where it is none of it."""
    mark = text[at - 1]
    if mark in _GAPS:
        return said, at - 1
    if mark in _BRACKETS:
        return said._replace(opened=True), at - 1
    if (period := _period(text, at, floor, periods_by_end)) is not None:
        return _time(text, said, period, floor, periods_by_end)
    return _word(text, said, at, floor)


def _period(text: str, at: int, floor: int, periods_by_end: Mapping[int, Period]) -> Period | None:
    period = periods_by_end.get(at) or (periods_by_end.get(at - 1) if text[at - 1] in "）)" else None)
    if period is None and text.endswith(_LIKENED, 0, at):
        period = periods_by_end.get(at - len(_LIKENED))
    return None if period is None or period.char_start < floor else period


def _time(text: str, said: Predicate, period: Period, floor: int, periods_by_end: Mapping[int, Period]) -> Step:
    """A time, which is compared with where 较 or 比 stands before it."""
    # 比“十一五”末
    begin = period.char_start - text.endswith("“", floor, period.char_start)
    if edition := _EDITION.search(text, max(floor, begin - LONGEST_EDITION), begin):
        begin = edition.start()
    listed = _listed(text, period, begin, floor, periods_by_end)
    against = against_words().before(text, listed, floor) if begin > floor else None
    begin = listed if against is not None else begin
    if against is None and text.startswith(_LIKENED, period.char_end) and text.endswith(_WITH, floor, begin):
        against = (text[begin - 1], Role.AGAINST)
    if against is None:
        return said._replace(when=said.when or period), begin
    return said._replace(base=said.base or period), begin - len(against[0])


def _listed(text: str, period: Period, begin: int, floor: int, periods_by_end: Mapping[int, Period]) -> int:
    """Where what is held against begins: 较去年春节同期, 较一季度和上半年分别收窄."""
    while begin > floor:
        joined = text[begin - 1] in "和与、及"
        before = periods_by_end.get(begin - 1 if joined else begin)
        if before is None or before.char_start <= floor:
            break
        begin = before.char_start
    return begin


def _word(text: str, said: Predicate, at: int, floor: int) -> Step:
    """A word of the predicate; one that is none of it, or that begins it, does not move the place."""
    # 均价每升4.6美元: no 升 that rises.
    if each := _each().search(text, max(floor, at - LONGEST_EACH), at):
        return said, each.start()
    found = predicate_words().before(text, at, floor)
    if found is None and (term := _TERM.search(text, max(floor, at - REACH), at)):
        # 收盘CFR中国1435美元: the term of delivery is none of the noun phrase.
        return said, term.start()
    if found is None:
        return said, at
    word, role = found
    of_another = _OF_ANOTHER if len(word) == 1 else (*_OF_ANOTHER, *_OF_AN_EXTREME)
    if role & Role.WEAK and text.endswith(of_another, floor, at - len(word)):
        return said, at
    if role & Role.VERB:
        said = said._replace(verb=said.verb or word)
        if not role & Role.FILLER:
            return said, at
    if role & MOVE:
        moved = _moved(said, word, role, at)
        if moved is None:
            return said, at
        said = moved
    elif role & Role.COMPARED:
        said = said._replace(compared=said.compared or word)
    elif role & Role.SHARE:
        said = said._replace(share=said.share or said.move is None or said.to or said.weak)
    return said, at - len(word)


def _moved(said: Predicate, word: str, role: int, at: int) -> Predicate | None:
    """The predicate with a word of change; None where that is none of it."""
    sign = 1 if role & Role.RISE else -1
    if said.move is None:
        to = said.to or bool(role & Role.DESTINATION) or _up_to(said, at)
        # 少挣了20万元 tells by itself that something is less than it was; 高, 便宜 and 低于 do so against a base.
        weak = bool(role & Role.WEAK) and not (len(word) > 1 and word[0] in "多少")
        return said._replace(to=to, move=word, sign=sign, noun=bool(role & Role.NOUN), weak=weak)
    if role & Role.WEAK:
        return None
    if said.weak and role & Role.NOUN:
        # 增幅均低于10%
        return said._replace(move=word, sign=sign, noun=True, weak=False)
    # 增速回落到15%: what is reached is itself a growth.
    return said._replace(noun=True, sign=sign) if said.to and role & Role.NOUN else said


def _up_to(said: Predicate, at: int) -> bool:
    # 增长到2010年的150亿元: the 到 of the verb was read with the time.
    return said.when is not None and said.when.char_start == at and said.when.text.startswith(("到", "至"))


def only_compares(said: Predicate, quantity: Quantity) -> bool:
    """Whether a number is only compared with (较2011年的2.03亿人); a multiple is not (比2013年翻一番).

    >>> from dianshang.extraction.numbers.quantities import quantities
    >>> from dianshang.extraction.times.periods import periods
    >>> text = "较2011年的2.03亿人"
    >>> said = predicate(text, 7, 0, {period.char_end: period for period in periods(text)})
    >>> only_compares(said, quantities(text)[0])
    True
    """
    if said.base is None or said.move is not None or said.compared is not None:
        return False
    return quantity.unit != "x" and not quantity.text.startswith("翻")

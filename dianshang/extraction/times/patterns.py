"""Fragments that the patterns of time are built from, and the ways to join words into fast alternations."""

import re
from collections.abc import Iterable
from typing import Protocol


class GuardedWords(Protocol):
    """Words with the characters beside which they are another word."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The words."""

    @property
    def unless_after(self) -> tuple[str, ...]:
        """Words behind which they are that word after all."""

    @property
    def not_after(self) -> str:
        """Characters that may not stand before them."""

    @property
    def not_before(self) -> str:
        """Characters that may not stand after them."""


DIGIT = "[0-9０-９]"
ONES = "[一二三四五六七八九]"
SPACE = "[ \u3000\xa0]{0,2}"
DASH = f"{SPACE}(?:——|--|[-－‐–—―─~～〜至到]){SPACE}"
YEAR = f"(?:[1１]{DIGIT}|[2２][01０１]){DIGIT}{DIGIT}"
MONTH = f"(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|{ONES}|元)"
DAY = f"(?:[3３][01０１]|[12１２]{DIGIT}|[0０]?[1-9１-９]|三十一?|二?十{ONES}?|廿{ONES}?|{ONES})"
LUNAR_DAY = f"(?:初(?:十|{ONES})|十{ONES}?|二十{ONES}?|廿{ONES}?|三十)(?![十百千万亿点%％.个家年天])"
COUNT = f"(?:[一二三四五六七八九]?十{ONES}?|[一二两三四五六七八九几数]|[1-9１-９]{DIGIT}?)"
QUARTER = "[一二三四1-4１-４]"
HAN_YEAR = (
    f"(?:[一二][〇零○Ｏ一二三四五六七八九]{{3}}|[一二两]千零[一二三四五六七八九十]{{1,3}}"
    f"|[一二]千[一二三四五六七八九]百(?:零?{ONES}?十?{ONES}?)"
    f"|[一二两]千(?=年{SPACE}(?:{ONES}|十[一二]?|[0-9]{{1,2}})月))"
)
CENTURY = "(?:1[89]|2[01]|十[八九]|二十一?)"
WEEKDAY = "(?:[周週]|星期|礼拜|禮拜)"
QUOTES = '“"‘「『'
QUOTE, UNQUOTE = f"[{QUOTES}]", '[”"’」』]'

NUMERAL = "0-9０-９〇零○一二两三四五六七八九十廿元几数半"
# A numeral opens an atom of time only at its own beginning: after none of these.
INSIDE_NUMERAL = "[0-9０-９.．〇零一二两三四五六七八九十百千万亿第几数半多余]"
# What makes a number of years, months or days a length of time or a name instead of a date.
NOT_YEARS = "(?!代|[的之]?历史|期|级|薪|龄|多)"
NOT_MONTHS = "(?!期|龄|度[^假]|嫂|饼|球|[、或和]半年(?![报度线期]))"
NOT_DAYS = "(?!均线|线|游|年化|龄|元|圆)"
NOT_CENTURY = "(?!经济|报|不动产|教育|网|药|论坛|酒店|环球|财经|商业|英语)"


def one_of(words: Iterable[str]) -> str:
    """The words as one alternation, the longest first.

    >>> one_of(["年", "年底"])
    '(?:年底|年)'
    """
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


def one_character_of(characters: Iterable[str]) -> str:
    """The class of the characters.

    >>> one_character_of("年月年")
    '[年月]'
    """
    return "[" + "".join(map(re.escape, sorted(set(characters)))) + "]"


def guarded(entry: GuardedWords, form: str) -> str:
    """The pattern of one of the words, from its second character on, with its neighbours forbidden.

    They are looked for after the word has matched, so that the engine can pass over it by its second character alone.

    >>> from dianshang.schema.calendar import TimeWord
    >>> word = TimeWord(forms=("明年",), unit="year", anchor="publication", offset=1, not_after="光")
    >>> guarded(word, "明年")
    '年(?<![光]明年)'
    """
    word = re.escape(form)
    behind = f"(?<![{re.escape(entry.not_after)}]{word})" if entry.not_after else ""
    if entry.unless_after:
        # 超过去年 is no 过去.
        behind = "(?:" + "|".join([behind, *(f"(?<={re.escape(before)}{word})" for before in entry.unless_after)]) + ")"
    ahead = f"(?![{re.escape(entry.not_before)}])" if entry.not_before else ""
    return re.escape(form[1:]) + behind + ahead

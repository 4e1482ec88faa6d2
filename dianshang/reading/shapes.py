"""What a line looks like: prose, a headline, an item of a list, a rule."""

import re

from dianshang.reading.names import HAN

LONGEST_TITLE = 60
LONGEST_LATIN_TITLE = 160
LONGEST_HEADING = 50

_CLOSERS = "”’\"'』」）)》】 "
_PAUSES = "，、：:；;,—"
_LETTER = re.compile(rf"[{HAN}A-Za-z]")
_HAN = re.compile(rf"[{HAN}]+")
_ITEM = re.compile(
    r"(?:[(（]?\d{1,2}[)）]|\d{1,2}\s*[、．](?!\d{1,3}(?!\d))|\d{1,2}\.(?!\d)|[①-⑳]|[•●◆■◇□▪·]|[-*–]\s)\s*(?=\S)"
)
_HAN_ITEM = re.compile(r"(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s*[、．.])\s*(?=\S)")
_RULE = re.compile(r"[-—=_*~·.\s]{5,}")


def han_count(text: str) -> int:
    """Counts the Chinese characters of a line.

    >>> han_count("B2C市场")
    2
    """
    return sum(map(len, _HAN.findall(text)))


def is_rule(text: str) -> bool:
    """Tells whether a line only separates, as ------ does.

    >>> is_rule("--------")
    True
    """
    return bool(_RULE.fullmatch(text))


def is_item(text: str) -> bool:
    """Tells whether a line opens with a bullet or the number of an item: 1、 （2） ③ • but not 1.5亿.

    >>> is_item("3、市场份额：……"), is_item("3.5亿元")
    (True, False)
    """
    return bool(_ITEM.match(text))


def is_han_item(text: str) -> bool:
    """Tells whether a line opens with an item number in Chinese numerals: 一、 （二）.

    >>> is_han_item("一、按年付费")
    True
    """
    return bool(_HAN_ITEM.match(text))


def ends_sentence(text: str) -> bool:
    """Tells whether a line ends as sentences do, closing quotation marks aside.

    >>> ends_sentence("他说：“市场很大。”"), ends_sentence("描绘“蓝图”")
    (True, False)
    """
    bare = text[-8:].rstrip(_CLOSERS)
    if not bare:
        return False
    if bare[-1] == ".":
        return len(text) > LONGEST_TITLE and not han_count(text[-40:])
    return bare[-1] in "。！？!?…；;"


def is_prose(text: str) -> bool:
    """Tells whether a line is running text: it holds a full stop, or is too long for a title.

    >>> is_prose("市场在变，谁会胜出？"), is_prose("谁会胜出？")
    (True, False)
    """
    if "。" in text or text[-1] in _PAUSES:
        return True
    if len(text) > LONGEST_TITLE and (len(text) > LONGEST_LATIN_TITLE or _HAN.search(text)):
        return True
    return ends_sentence(text) and (text[-1] not in "？！?!" or any(pause in text for pause in "，,；"))


def is_title(text: str) -> bool:
    """Tells whether a line can be a title: a short line without a full stop; a question may hold a comma.

    >>> is_title("市场在变，谁会胜出？"), is_title("市场在变。"), is_title("一、市场")
    (True, False, False)
    """
    if len(text) < 2 or is_item(text) or is_han_item(text) or not _LETTER.search(text):
        return False
    return not is_prose(text) or ("。" not in text and len(text) <= LONGEST_TITLE and text[-1] in "？！?!")


def is_heading(text: str) -> bool:
    """Tells whether a line can head a part of an article: as a title, and never a question with a comma.

    >>> is_heading("一、市场"), is_heading("市场在变，谁会胜出？")
    (True, False)
    """
    return 2 <= len(text) <= LONGEST_HEADING and bool(_LETTER.search(text)) and not is_prose(text)

"""Names that a text itself gives its bodies, by which these are known wherever they stand."""

import re
from functools import cache

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

_ALIAS = re.compile(
    r"[（(](?:以下简称|以下称|下称|简称|又名|即)?[“\"‘]?([\u4e00-\u9fffA-Za-z]{2,10})[”\"’]?(?:[，,]\d{6}(?:\.[A-Z]{2})?)?[）)]"
)
_CALLED = re.compile("下称|简称")
# 网贷平台海澜财富的成交额: what it is stands before its name.
_CALLED_AFTER = re.compile("(?:平台|网站|楼盘)(?P<name>[\u4e00-\u9fffA-Za-z]{3,6}?)的")
_OTHERS = ("公司", "集团", "企业", "股东", "方面", "部门", "网讯", "快讯", "消息")


def everywhere(text: str, name: str, owner: Owner) -> list[Owner]:
    """An owner at every place where a name of its stands.

    >>> firm = Owner(0, 2, "蓝岭", OwnerKind.BODY, None, None)
    >>> [one.char_start for one in everywhere("蓝岭涨，蓝岭跌", "蓝岭", firm)]
    [0, 4]
    """
    found, at = [], text.find(name)
    while at >= 0:
        found.append(owner._replace(char_start=at, char_end=at + len(name)))
        at = text.find(name, at + len(name))
    return found


def aliases(text: str, found: list[Owner]) -> list[Owner]:
    """The short names that the text itself gives its bodies (某集团公司（下称“某集团”）), wherever they stand.

    >>> firm = Owner(0, 5, "甲水泥公司", OwnerKind.BODY, None, None)
    >>> [one.name for one in aliases("甲水泥公司（下称“甲水”）", [firm])]
    ['甲水', '甲水']
    """
    by_end = {one.char_end: one for one in found if one.kind is OwnerKind.BODY}
    shorter = []
    for match in _ALIAS.finditer(text):
        full = by_end.get(match.start())
        short = match.group(1)
        if full is None or not (_CALLED.search(match.group()) or _abbreviates(short, text[slice(*full[:2])])):
            continue
        name = full.name if full.entity_id else short
        shorter.append(full._replace(name=name))
        shorter += everywhere(text, short, Owner(0, 0, name, OwnerKind.BODY, full.entity_id, full.area))
    return shorter


def _abbreviates(short: str, full: str) -> bool:
    return full.endswith("公司") or set(short) <= set(full)


@cache
def _announces() -> re.Pattern[str]:
    v = phrase_words()
    day = "(?:今日|今天|昨日|日前|近日|[0-9]{1,2}月[0-9]{1,2}日)?(?:[早午晚]间?|盘后)?"
    name = "(?P<name>[\u4e00-\u9fffA-Za-z]{3,6}?)"
    made_known = f"公告|(?:{words(v.makes_known)})(?:{words(v.announcement)})"
    return re.compile(rf"(?:^|[\n。；;！？】，,讯丨 ]){name}{day}(?:{made_known})")


def announcing(text: str, found: list[Owner]) -> list[Owner]:
    """Bodies known by the announcement that they make (某某环保晚间公告), or by what they are, wherever they stand.

    Args:
        text: Any text.
        found: The owners known by form or registry: who is one of them needs no second name.

    >>> [one.char_start for one in announcing("海澜生科公告，海澜生科营收5亿元", [])]
    [0, 7]
    """
    names = {match["name"] for match in _announces().finditer(text) if _is_a_name(match["name"])}
    names |= {match["name"] for match in _CALLED_AFTER.finditer(text) if _recurs(text, match["name"])}
    names -= {text[one.char_start : one.char_end] for one in found}
    bare = Owner(0, 0, "", OwnerKind.BODY, None, None)
    return [one for name in sorted(names) for one in everywhere(text, name, bare._replace(name=name))]


def _recurs(text: str, name: str) -> bool:
    ordinary = name.endswith(tuple("者员人方户商们")) or head_of(name)[0]
    return text.count(name) > 1 and not ordinary and _is_a_name(name)


def _is_a_name(name: str) -> bool:
    v = phrase_words()
    pointing = name.startswith(tuple(v.pointer | v.generic | cues().opener)) or name.endswith(_OTHERS)
    bounds = [bound for bound in _bounds().finditer(name) if bound.lastgroup]
    return not pointing and not bounds


@cache
def _bounds() -> re.Pattern[str]:
    v = phrase_words()
    return re.compile(f"(?:{words(v.bound_guard)})|(?P<bound>{words(v.name_bound - v.bound_guard)})")

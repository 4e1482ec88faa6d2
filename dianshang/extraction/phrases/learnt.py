"""Names that no form and no registry tells, learnt from the words beside them: an office, a stock code, a deed."""

import re
from functools import cache

from dianshang.extraction.names.entities import canonical
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.edges import left, opener
from dianshang.extraction.phrases.nouns import head_of
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.signs import signed
from dianshang.extraction.phrases.things import is_thing
from dianshang.schema.cues import cues
from dianshang.schema.phrases import phrase_words

SHORTEST, LONGEST, SHORTEST_CODED, LONGEST_CODED = 3, 6, 2, 8
# The farthest back from the deed at which the name of who announces is looked for.
REACH = 110
_NAME = re.compile("[\u4e00-\u9fffA-Za-z]+")
_CODED = re.compile(r"[（(](?<=[\u4e00-\u9fff].)(?:\d{6}(?:\.S[HZ])?|\d{5}(?:\.HK)?|\d{4}\.HK)[，、；;）)]")
# 甲地源（600001，收盘价：5.6元）7月8日晚间: a name at the head of its sentence, with the day of the deed behind.
_WHO = re.compile(
    r"(?:^|[。！？!?\n：:丨]|[讯日息悉晚电][，,]|讯[（(][^（()）\n]{2,20}[)）]|讯[\]】])[ \u3000]*"
    rf"(?P<name>[\u4e00-\u9fffA-Za-z*]{{2,{LONGEST}}}?)(?P<code>(?:[（(][^（()）\n]{{1,40}}[)）])*)[ ，,]*"
    r"(?:(?:[0-9]{1,2}月[0-9]{1,2}日|[今昨]日|[今昨]天|日前|近日|最新|周[一二三四五六日]|[早午晚]间?|早上|盘后|傍晚"
    r"|在?官网|在[^，,。]{2,3})[ ，,]*)*$"
)
# 网贷平台海澜财富的成交额: what it is stands before its name.
_CALLED_AFTER = re.compile(f"(?:平台|网站|楼盘)(?P<name>[\u4e00-\u9fffA-Za-z]{{{SHORTEST},{LONGEST}}}?)的")
_HEADS = re.compile(
    rf"^[ \t\u3000]*(?P<name>[\u4e00-\u9fff]{{{SHORTEST},{LONGEST}}})(?<![讯读报评])[：:]"
    r"(?=公司|[去今]年|[0-9]{2,4}年|[上下]半年|[一二三四前]+季度|[0-9]{1,2}月|预计|实现|拟|净利)",
    re.MULTILINE,
)
_PEOPLE = tuple("者员人方户商们")
# 公司控股|股东, 第一大|股东: what kind of one it is, and no name.
_OF_A_KIND = re.compile(".*(?:[控持参]股|[大原新老])$")
_NO_NAME = re.compile("[早午晚]间|多家|同一|[各某]|.*(?:公司|公告|发布)")


def learnt(text: str, floors: list[int], known: list[Owner]) -> list[Owner]:
    """Finds the names that the words beside them tell, wherever they stand in the text.

    Args:
        text: Any text.
        floors: Places that no name goes across, in order.
        known: The owners known by registries, in order.

    >>> [(one.name, one.char_start) for one in learnt("合美源公告，营收增长5%。合美源预计全年增长6%。", [], [])]
    [('合美源', 0), ('合美源', 13)]
    """
    names = {*_before_offices(text, floors, known), *_announcing(text), *_behind_a_kind(text), *_heading(text)}
    bare = Owner(0, 0, "", OwnerKind.BODY, None, None)
    called = dict.fromkeys(sorted(names)) | signed(text, floors, known)
    found = [one for name in called for one in everywhere(text, name, bare._replace(name=called[name] or name))]
    for match in _CODED.finditer(text):
        start, _ = left(text, match.start(), floors, known)
        if SHORTEST_CODED <= match.start() - start <= LONGEST_CODED:
            # 甲工（000528） is 甲工 wherever it stands.
            written = text[start : match.start()]
            name, entity = canonical(written) or (written, None)
            found += everywhere(text, written, Owner(0, 0, name, OwnerKind.BODY, entity, None))
    return found


def everywhere(text: str, name: str, owner: Owner) -> list[Owner]:
    """The owner at each place where its name stands.

    >>> [one.char_start for one in everywhere("甲工与甲工", "甲工", Owner(0, 0, "甲工", OwnerKind.BODY, None, None))]
    [0, 3]
    """
    found, at = [], text.find(name)
    while at >= 0:
        found.append(owner._replace(char_start=at, char_end=at + len(name)))
        at = text.find(name, at + len(name))
    return found


@cache
def office() -> re.Pattern[str]:
    """What stands behind a name and tells that it is one (某网CEO).

    >>> office().match("总裁") is not None
    True
    """
    v = phrase_words()
    return re.compile(f"(?:{words({word for word in cues().office if len(word) > 1} | v.named_before)})")


@cache
def _announces() -> re.Pattern[str]:
    v = phrase_words()
    issued = rf"(?=[^，,。；;\n]{{0,16}}?(?:{words(cues().document)}))"
    # Every branch opens with a literal: only then does a search skip all that opens none of them.
    behind = {
        "公告": "(?=[，,：:称])",
        **dict.fromkeys(v.announcing, "(?![的日书了会后前])"),
        **dict.fromkeys(v.issuing, issued),
    }
    return re.compile("|".join(word + behind[word] for word in sorted(behind)))


def _before_offices(text: str, floors: list[int], known: list[Owner]) -> set[str]:
    names = set()
    for match in office().finditer(text):
        start, opened = left(text, match.start(), floors, known)
        name = text[start : match.start()]
        told_again = SHORTEST <= len(name) <= LONGEST and _again(text, name) and _NAME.fullmatch(name)
        if not opened and told_again and not _OF_A_KIND.match(name):
            names.add(name)
    return names


def _again(text: str, name: str) -> bool:
    """Whether a name stands twice; the text is read no farther than that."""
    return text.find(name, text.find(name) + len(name)) >= 0


def _announcing(text: str) -> set[str]:
    """Who announces at the head of a sentence (合美源4月16日晚发布业绩快报)."""
    found = (_WHO.search(text, max(0, at.start() - REACH), at.start()) for at in _announces().finditer(text))
    named = {(who["name"], bool(who["code"])) for who in found if who is not None}
    # A short one must stand again.
    return {
        name
        for name, coded in named
        if _may_announce(name, coded) and (coded or len(name) >= SHORTEST or _again(text, name))
    }


def _behind_a_kind(text: str) -> set[str]:
    """What a kind of firm is called by, where the name stands again (网贷平台海澜财富的成交额)."""
    names = {match["name"] for match in _CALLED_AFTER.finditer(text)}
    return {name for name in names if _again(text, name) and not name.endswith(_PEOPLE) and _may_announce(name, False)}


def _heading(text: str) -> set[str]:
    """Who heads a line that tells of it (步步高：上半年实现营业收入42亿元)."""
    return {match["name"] for match in _HEADS.finditer(text) if _may_announce(match["name"], False)}


def _may_announce(name: str, coded: bool) -> bool:
    if _NO_NAME.match(name) or opener().match(name) or name in cues().unnamed:
        return False
    # 某某支付通（08325.HK）: what has a code is a company, whatever it is made of.
    plain = is_thing(name) and not head_of(name)[0] and not name.endswith(tuple(cues().unnamed_ending))
    return coded or plain

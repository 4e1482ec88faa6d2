"""Names of persons and outlets, as credits print them."""

import re
from functools import cache

from dianshang.schema.press import press

HAN = "\u4e00-\u9fff"
LONGEST_OUTLET = 24

_SEPARATOR = re.compile(r"[\s、,，/／&]+")
_PEN_NAME = re.compile(rf"[{HAN}A-Za-z·.\-]{{2,8}}|[A-Za-z.\-]{{2,20}}")
_AFTER_NAMES = re.compile(rf"\s*(?:[{HAN}]{{0,6}}(?:报道|摄影|文图)|发自[{HAN}]{{2,6}})$|[/／](?:文|摄|图|文图)$")
_SENTENCE = re.compile(r"[。！？；!?;，（()）【】]")
_TRIM = " \t\u3000:：,，;；、|｜/／-—()（）[]【】"


@cache
def _person() -> re.Pattern[str]:
    names = press().names
    compound = "|".join(sorted(names.compound_surnames))
    chinese = rf"(?:{compound})[{HAN}]{{1,2}}|[{names.surnames}](?:[{HAN}]{{1,2}}|\s[{HAN}])"
    foreign = f"[{HAN}]{{2,6}}(?:·[{HAN}]{{1,6}})+"
    return re.compile(rf"(?:{chinese}|{foreign})(?=[\s、,，/／&]|$)")


@cache
def _outlet_ending() -> re.Pattern[str]:
    endings = "|".join(sorted(press().outlet_endings, key=len, reverse=True))
    return re.compile(rf"(?:{endings})$")


def persons(text: str, *, signed: bool = False) -> tuple[str, ...]:
    """Reads a run of persons' names and nothing else.

    Args:
        text: What stands after a label such as 记者.
        signed: True after 作者：, where a pen name will do.

    Returns:
        The names, a surname and a given name set apart (陈 墨) joined again; nothing where it is no run of names.

    >>> persons("刘建强 陈 墨 北京报道")
    ('刘建强', '陈墨')
    """
    run = _AFTER_NAMES.sub("", text.strip(_TRIM)).strip(_TRIM)
    found: list[str] = []
    at = 0
    while at < len(run):
        match = _person().match(run, at)
        if not match:
            break
        found.append(re.sub(r"\s", "", match.group()))
        gap = _SEPARATOR.match(run, match.end())
        at = gap.end() if gap else match.end()
    if run and at >= len(run):
        return tuple(found)
    pen_names = _SEPARATOR.split(run)
    if signed and all(_PEN_NAME.fullmatch(name) for name in pen_names):
        return tuple(pen_names) if re.search(f"[{HAN}]", run) else (run,)
    return ()


def outlet(text: str) -> str | None:
    """Reads the name of an outlet: a short phrase without the marks of a sentence.

    >>> outlet("《某某日报》：")
    '某某日报'
    """
    name = text.strip(_TRIM)
    if name.startswith("《") and name.endswith("》"):
        name = name[1:-1]
    if not name or len(name) > LONGEST_OUTLET or _SENTENCE.search(name) or not re.search(rf"[{HAN}A-Za-z]", name):
        return None
    return None if any(word in name for word in press().labels.not_an_outlet) else name


def is_outlet(name: str) -> bool:
    """Tells whether a name ends as the names of outlets do.

    >>> is_outlet("某某日报"), is_outlet("王小明")
    (True, False)
    """
    return bool(_outlet_ending().search(name)) or name in press().outlets.values()


def outlet_of(host: str) -> str | None:
    """Names the outlet of a host, where it is a known one.

    >>> outlet_of("finance.sina.com.cn")
    '新浪网'
    """
    parts = host.lower().split(".")
    known = press().outlets
    return next((known[end] for at in range(len(parts)) if (end := ".".join(parts[at:])) in known), None)

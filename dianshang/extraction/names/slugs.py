"""Readable ids made of names: Latin words as they are, Chinese characters in pinyin."""

import hashlib
import re
from functools import lru_cache

_WORD = re.compile("[a-z0-9]+")
_LATIN = re.compile(r"[\x00-\x7f‘’·]+")


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """A name in small Latin letters, digits and underscores.

    >>> slug("Warby Parker"), slug("汕头市"), slug("58同城")
    ('warby_parker', 'shan_tou_shi', '58_tong_cheng')
    """
    if _LATIN.fullmatch(name):
        spelled = name
    else:
        # Its dictionary takes a third of a second to load: only who needs it waits.
        from pypinyin import lazy_pinyin

        spelled = " ".join(lazy_pinyin(name))
    return "_".join(_WORD.findall(re.sub("['‘’]", "", spelled.lower())))


def own_slug(name: str) -> str:
    """A slug that no other name has: 李琪 and 李奇 sound alike, so a few digits made of the characters follow.

    >>> own_slug("Warby Parker"), own_slug("李琪"), own_slug("李奇")
    ('warby_parker', 'li_qi_e6c0', 'li_qi_5bb9')
    """
    if _LATIN.fullmatch(name):
        return slug(name)
    return f"{slug(name)}_{hashlib.sha256(name.encode()).hexdigest()[:4]}".lstrip("_")

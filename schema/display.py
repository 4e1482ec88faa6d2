"""Text of anybody's, shown so that it moves no cursor, clears no screen and turns no line around."""

import re

# Control characters, line and paragraph separators, marks that turn the direction of a line, halves of pairs.
_HARMFUL = "\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff"
_ONE_LINE = re.compile(f"[{_HARMFUL}]")
_LINES = re.compile(f"(?![\n\t])[{_HARMFUL}]")


def harmless(text: str, lines: bool = False) -> str:
    r"""Writes the characters by which a text could act on a terminal as escapes.

    Args:
        text: Any text: of an article, a title, a path, an id.
        lines: Whether its lines and tabs shall stand.

    Returns:
        The same text, in which a person sees what is there.

    >>> print(harmless("电商\x1b[2J"), harmless("一\n二"))
    电商\x1b[2J 一\n二
    """
    pattern = _LINES if lines else _ONE_LINE
    return pattern.sub(_escape, text.replace("\r\n", "\n") if lines else text)


def harmless_json(text: str) -> str:
    r"""The same for JSON text, which stays the same value.

    >>> print(harmless_json('"\x9b2J"'))
    "\u009b2J"
    """
    return _ONE_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()

"""Texts that a regular expression fails on as late as it can: one of its own repeats over and over, and no end."""

import random
import re
from collections.abc import Iterator
from re import _constants as code
from re import _parser as parser

# What forces another try: a character that no pattern of news knows, and the end of the text.
KILLERS = ("\x00", "")
REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
LETTERS = "甲1a，（ "


def attacks(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Texts as long as `length` or so for each repeat of a pattern: what may stand before it, it, a killer."""
    draw = random.Random(repr(pattern))
    for before, body in repeats(list(parser.parse(pattern, flags)), []):
        for _ in range(2):
            head = "".join(sample(one, draw) for one in before)
            once, twice = (sampled(body, draw) for _ in range(2))
            for unit in {once, once + twice}:
                for killer in KILLERS:
                    yield head + unit * (length // max(len(unit), 1) or 1) + killer


def repeats(ops, before):
    """The repeats of a parsed pattern, the inner ones too: what stands before each, and what is repeated."""
    for place, (op, data) in enumerate(ops):
        above = [*before, *ops[:place]]
        if op in REPEATS and data[1] > 3:
            yield above, data[2]
        for inner in below(op, data):
            yield from repeats(list(inner), above)


def below(op, data):
    """The sequences that a piece of a pattern is made of."""
    if op in REPEATS:
        return [data[2]]
    if op is code.SUBPATTERN:
        return [data[3]]
    if op is code.ATOMIC_GROUP:
        return [data]
    if op in (code.ASSERT, code.ASSERT_NOT):
        return [data[1]]
    return data[1] if op is code.BRANCH else []


def sampled(ops, draw) -> str:
    """A text that a sequence matches."""
    return "".join(sample(one, draw) for one in ops)


def sample(op, draw) -> str:
    """A text that a piece of a pattern matches, without regard to what it looks at around it."""
    kind, data = op
    if kind is code.LITERAL:
        return chr(data)
    if kind in REPEATS:
        low, high, body = data
        return "".join(sampled(body, draw) for _ in range(draw.randint(low, max(low, min(high, low + 2)))))
    if kind in (code.ASSERT, code.ASSERT_NOT):
        return ""
    if kind is code.IN:
        return member(data, draw)
    if kind in (code.ANY, code.NOT_LITERAL):
        return draw.choice([letter for letter in LETTERS if kind is code.ANY or ord(letter) != data])
    choices = below(kind, data)
    return sampled(draw.choice(choices), draw) if choices else ""


def member(choices, draw) -> str:
    """A character of a set."""
    if choices[0][0] is code.NEGATE:
        shut = re.compile(f"[{''.join(map(written, choices[1:]))}]")
        return draw.choice([letter for letter in LETTERS if not shut.match(letter)] or ["乙"])
    kind, data = draw.choice(choices)
    if kind is code.LITERAL:
        return chr(data)
    if kind is code.RANGE:
        return chr(draw.randint(*data))
    return {code.CATEGORY_DIGIT: "1", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a"}.get(data, "甲")


def written(choice) -> str:
    """A choice of a set as a pattern has it."""
    kind, data = choice
    if kind is code.LITERAL:
        return re.escape(chr(data))
    if kind is code.RANGE:
        return f"{re.escape(chr(data[0]))}-{re.escape(chr(data[1]))}"
    return {code.CATEGORY_DIGIT: r"\d", code.CATEGORY_SPACE: r"\s", code.CATEGORY_WORD: r"\w"}.get(data, r"\W")

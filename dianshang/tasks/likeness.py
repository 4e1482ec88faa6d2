"""When two cells of a field count as the same."""

import unicodedata
from collections import Counter
from itertools import pairwise

from dianshang.review.answers import Cell
from dianshang.review.comparison import same

# Free words are alike from here on.
ALIKE = 0.5


def agree(name: str, one: Cell, other: Cell, loose: bool) -> bool:
    """Whether two cells say the same.

    Args:
        name: Their field.
        one: One side's cell.
        other: The other's.
        loose: Whether words need only be alike: a Dice coefficient of 0.5 over pairs of neighbouring characters.

    Returns:
        Numbers are the same within one part in 100,000, texts without regard to white space and character width.

    >>> agree("subject", "京东 商城", "京东商城", False), agree("indicator_text", "网络零售额", "网络零售总额", True)
    (True, True)
    """
    if isinstance(one, str) and isinstance(other, str):
        left, right = plain(one), plain(other)
        return left == right or (loose and alike(left, right) >= ALIKE)
    return same(name, one, other)


def alike(one: str, other: str) -> float:
    """The Dice coefficient of the pairs of neighbouring characters of two texts.

    >>> alike("网络零售额", "网络零售总额")
    0.6666666666666666
    """
    left, right = Counter(pairwise(one)), Counter(pairwise(other))
    pairs = left.total() + right.total()
    return 2 * (left & right).total() / pairs if pairs else float(one == other)


def plain(text: str) -> str:
    """A text without white space, full-width forms as their narrow ones.

    >>> plain("Ｂ２Ｃ 市场")
    'B2C市场'
    """
    return "".join(unicodedata.normalize("NFKC", text).split())

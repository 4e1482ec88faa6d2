"""What rows can point to: the ids of every table and the words of every article, however many there are."""

from collections.abc import Iterable, Sequence
from typing import IO

import numpy as np
import numpy.typing as npt

# UTF-32: the place of a character in the file is four times its place in the text.
ENCODING, WIDTH = "utf-32-le", 4


class Ids:
    """The ids of one table, each as a number of 64 bits: of millions, the texts themselves would not fit.

    Args:
        parts: The ids, in as many parts as is convenient.

    >>> known = Ids([["a", "b"], ["b"]])
    >>> known.missing(["b", "c"]), known.repeated("a"), known.repeated("b")
    ([1], False, True)
    """

    def __init__(self, parts: Iterable[Sequence[str]]) -> None:
        arrays = [_numbers(part) for part in parts]
        every = np.sort(np.concatenate(arrays)) if arrays else np.empty(0, np.int64)
        self._known = every
        self._repeated = {int(number) for number in every[1:][every[1:] == every[:-1]]}

    def missing(self, ids: Sequence[str]) -> list[int]:
        """Where in a list the ids stand that no row bears."""
        if not self._known.size:
            return list(range(len(ids)))
        wanted = _numbers(ids)
        places = np.minimum(np.searchsorted(self._known, wanted), self._known.size - 1)
        return [int(at) for at in np.flatnonzero(self._known[places] != wanted)]

    def repeated(self, name: str) -> bool:
        """Whether more than one row bears an id."""
        return hash(name) in self._repeated


class Texts:
    """The texts of all articles, kept on disk so that any passage can be looked up.

    Args:
        file: Where they are kept.

    >>> import io
    >>> texts = Texts(io.BytesIO())
    >>> texts.add("a-01", "网络零售")
    >>> texts.passage("a-01", 2, 9), texts.passage("a-02", 0, 1)
    ('零售', None)
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[int, tuple[int, int]] = {}
        self._end = 0

    def add(self, article_id: str, text: str) -> None:
        """Takes the text of an article."""
        content = text.encode(ENCODING)
        self._file.seek(self._end)
        self._places[hash(article_id)] = self._end, len(text)
        self._end += self._file.write(content)

    def passage(self, article_id: str, start: int, end: int) -> str | None:
        """The words from one code point of an article to another; None for an article that is not there."""
        if (place := self._places.get(hash(article_id))) is None:
            return None
        at, length = place
        start, end = min(max(start, 0), length), min(max(end, 0), length)
        self._file.seek(at + WIDTH * start)
        return self._file.read(WIDTH * max(end - start, 0)).decode(ENCODING)


def _numbers(ids: Sequence[str]) -> npt.NDArray[np.int64]:
    return np.fromiter(map(hash, ids), np.int64, len(ids))

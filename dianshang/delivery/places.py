"""What rows can point to: the ids of every table and the words of every article, however many there are."""

from collections.abc import Iterable, Sequence
from typing import IO

from dianshang.delivery.spool import spool, spooling

# UTF-32: the place of a character in the file is four times its place in the text.
ENCODING, WIDTH = "utf-32-le", 4
# KiB for the ids of a table: rows that follow each other point to neighbours.
CACHE = 2 << 10
_IDS = "CREATE TABLE ids (id TEXT PRIMARY KEY, held INTEGER DEFAULT 1, met INTEGER DEFAULT 0) WITHOUT ROWID"
_TEXTS = "CREATE TABLE texts (id TEXT PRIMARY KEY, start INTEGER, length INTEGER) WITHOUT ROWID"


class Ids:
    """The ids of one table, kept on disk.

    Args:
        parts: The ids, in as many parts as is convenient.

    Raises:
        NotWritableError: The folder of temporary files has no room for them.

    >>> known = Ids([["a", "b"], ["b"]])
    >>> known.missing(["b", "c"])
    [1]
    >>> known.again("a"), known.again("b"), known.again("b")
    (False, False, True)
    """

    def __init__(self, parts: Iterable[Sequence[str]]) -> None:
        self._disk = spool(self, _IDS, CACHE)
        add = "INSERT INTO ids (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET held = held + 1"
        for part in parts:
            with spooling():
                self._disk.executemany(add, ((name,) for name in part))
        self._twice = bool(self._disk.execute("SELECT 1 FROM ids WHERE held > 1 LIMIT 1").fetchone())

    def missing(self, ids: Sequence[str]) -> list[int]:
        """Where in a list the ids stand that no row bears."""
        find = "SELECT 1 FROM ids WHERE id = ?"
        with spooling():
            lost = {name for name in set(ids) if not self._disk.execute(find, (name,)).fetchone()}
        return [at for at, name in enumerate(ids) if name in lost]

    def again(self, name: str) -> bool:
        """Whether more than one row bears an id, and it has been asked for before."""
        if not self._twice:
            return False
        with spooling():
            [(met,)] = self._disk.execute("SELECT met FROM ids WHERE id = ?", (name,)).fetchall() or [(0,)]
            self._disk.execute("UPDATE ids SET met = 1 WHERE id = ? AND held > 1", (name,))
        return bool(met)


class Texts:
    """The texts of all articles, kept on disk so that any passage can be looked up.

    Args:
        file: Where they are kept.

    Raises:
        NotWritableError: The folder of temporary files cannot be written.

    >>> import io
    >>> texts = Texts(io.BytesIO())
    >>> texts.add("a-01", "网络零售")
    >>> texts.passage("a-01", 2, 9), texts.passage("a-02", 0, 1)
    ('零售', None)
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._disk = spool(self, _TEXTS, CACHE)
        self._end = 0
        self._last: tuple[str, tuple[int, int] | None] = "", None

    def add(self, article_id: str, text: str) -> None:
        """Takes the text of an article."""
        content = text.encode(ENCODING)
        self._file.seek(self._end)
        with spooling():
            self._disk.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (article_id, self._end, len(text)))
        self._end += self._file.write(content)

    def passage(self, article_id: str, start: int, end: int) -> str | None:
        """The words from one code point of an article to another; None for an article that is not there."""
        if (place := self._place(article_id)) is None:
            return None
        at, length = place
        start, end = min(max(start, 0), length), min(max(end, 0), length)
        self._file.seek(at + WIDTH * start)
        return self._file.read(WIDTH * max(end - start, 0)).decode(ENCODING)

    def _place(self, article_id: str) -> tuple[int, int] | None:
        # Rows that follow each other are mostly of one article.
        if self._last[0] != article_id:
            with spooling():
                found = self._disk.execute("SELECT start, length FROM texts WHERE id = ?", (article_id,)).fetchone()
            self._last = article_id, found
        return self._last[1]

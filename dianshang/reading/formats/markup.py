"""HTML to text: one pass over its tags, so that no nesting is too deep and nothing is read twice."""

import codecs
import re
from html.parser import HTMLParser

from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError
from dianshang.reading.formats.layout import Row, set_as_text
from dianshang.schema.problems import Problem

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead title tr ul""",
    )
)
_UNREAD = frozenset(["head", "script", "style", "template", "noscript", "svg", "nav", "select", "button"])
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE
)
_SIGNATURE = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?>.{0,2000}?-->)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|h[1-6]|table|article|section|ul|ol)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"[（(\[【]|来源|原文|出处|链接|稿源|http|www\.")
# The names of GB that browsers all take for its newest form.
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030"}


def is_markup(data: bytes) -> bool:
    """Tells whether a document is HTML, by how it begins.

    >>> is_markup("<p>去年</p>".encode()), is_markup("<甲市> 增长".encode())
    (True, False)
    """
    head = data[:8192]
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "latin-1"
    return _SIGNATURE.match(head.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")) is not None


def markup_text(data: bytes, where: str) -> str:
    r"""Reads an HTML document.

    Args:
        data: Its bytes, in the encoding it names or one that `decode` knows.
        where: What to call it in an error.

    Returns:
        Its text: headings, paragraphs and list items a line each, rows of tables with a tab between cells, an image as
        `[figure: name]`, the address of a link after its words where the line is a source. Menus and scripts are no
        text.

    Raises:
        ReadingError: Its encoding is unknown, or is not the one it names.

    >>> markup_text("<h1>甲市</h1><p>增长<b>三成</b>。</p>".encode(), "a.html")
    '甲市\n\n增长三成。\n'
    """
    return page_text(_decoded(data, where))


def page_text(page: str) -> str:
    """The same for a page that is decoded.

    >>> page_text("<h1>城市</h1><p>去年增长三成。</p>").split()
    ['城市', '去年增长三成。']
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_line()
    return set_as_text(reader.rows)


def _decoded(data: bytes, where: str) -> str:
    named = _CHARSET.search(data[:4096])
    name = named[1].decode("ascii").lower() if named else "utf-8"
    if name in ("utf-8", "utf8") or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, where)
    try:
        return data.decode(_NAMES.get(name, name))
    except LookupError as error:
        problem = Problem(where, f"names an encoding, {name}, that is not known", "Save it in UTF-8 and name that")
        raise ReadingError(problem) from error
    except UnicodeDecodeError:
        # A page that is not in the encoding it names: what its bytes say counts.
        return decode(data, where)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._words: list[str] = []
        self._level = self._unread = 0
        self._row_open = self._follows = False
        self._lists: list[int | None] = []
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
            return
        if tag == "body":
            self._unread = 0
        if self._unread:
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            name = values.get("alt", "").strip() or re.split(r"[?#]", values.get("src", ""))[0].rpartition("/")[2]
            self._image(name if not values.get("src", "").startswith("data:") or values.get("alt") else "")
        elif tag in ("td", "th"):
            if any(word.strip() for word in self._words) or self._row_open:
                self._words.append("\t")
            self._row_open = True
        elif tag == "a" and values.get("href", "").startswith(("http://", "https://")):
            self._link = (values["href"], len(self._words))
        elif tag in _BLOCKS and not (self._row_open and tag != "tr"):
            self._block(tag)
        elif tag in _BLOCKS:
            self._words.append(" ")

    def _block(self, tag: str) -> None:
        self.end_line()
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        elif tag == "table":
            self._follows = False
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self._lists:
            count = self._lists[-1]
            if count is not None:
                self._lists[-1] = count + 1
                self._words.append(f"{count + 1}、")
        elif tag == "hr":
            self.rows.append(Row("-" * 20))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif self._unread:
            return
        elif tag == "a":
            self._end_link()
        elif tag in ("tr", "table"):
            self.end_line()
            self._follows = tag == "tr"
        elif tag in _BLOCKS and not self._row_open:
            self.end_line()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def end_line(self) -> None:
        self._end_link()
        text = re.sub(r" *\t *", "\t", re.sub(" {2,}", " ", "".join(self._words)))
        if text.strip():
            self.rows.append(Row(text, self._level, self._follows and self._row_open))
        self._words = []
        self._level = 0
        self._row_open = False

    def _end_link(self) -> None:
        if self._link is None:
            return
        (address, start), self._link = self._link, None
        words, before = "".join(self._words[start:]), "".join(self._words[:start])
        whole = not before.strip()
        if address not in words and (whole or _SOURCE.search(before)) and "\t" not in before:
            self._words.append(f" {address}")

    def _image(self, name: str) -> None:
        if self._row_open:
            self._words.append(f"[figure: {name}]")
            return
        self.end_line()
        self.rows.append(Row(f"[figure: {name}]"))

"""Web addresses as print has them: with a protocol or without, hard up against other text."""

import re
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from dianshang.schema.article import Url

_PATH = r"[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]"
_FORMS = (
    re.compile(rf"https?://{_PATH}+", re.IGNORECASE),
    re.compile(rf"www\.{_PATH}+", re.IGNORECASE),
    re.compile(
        rf"(?<![A-Za-z0-9.\-])(?:[A-Za-z0-9\-]{{1,63}}\.){{1,5}}(?:com|cn|net|org|info|cc|tv|hk|tw|io)/{_PATH}*"
    ),
)
_URL: TypeAdapter[str] = TypeAdapter(Url)


class Address(NamedTuple):
    """An address: as it is called up, its host, and where it stands in its line."""

    url: str
    host: str
    start: int
    end: int


def address(line: str) -> Address | None:
    """Finds the first well-formed address of a line; one printed without a protocol gets `http://`.

    >>> address("（某某网www.example.com/1.html ）")
    Address(url='http://www.example.com/1.html', host='www.example.com', start=4, end=26)
    """
    if "/" not in line and "www." not in line.lower():
        return None
    for form in _FORMS:
        match = form.search(line)
        if not match:
            continue
        printed = match.group().rstrip(".,;:'!")
        url = printed if printed.lower().startswith("http") else f"http://{printed}"
        try:
            _URL.validate_python(url)
        except ValidationError:
            continue
        host = re.split(r"[/?#:]", url.split("//", 1)[1], maxsplit=1)[0]
        return Address(url, host, match.start(), match.start() + len(printed))
    return None

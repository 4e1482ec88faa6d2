"""From the name of a document to the id of its issue."""

import hashlib
import re

from dianshang.schema.record import ISSUE_ID

LONGEST = 64
PREFIX = "doc-"

_OTHER = re.compile(r"[^A-Za-z0-9._-]+")
_VALID = re.compile(ISSUE_ID)


def issue_id(name: str) -> str:
    """Makes an issue's id of any name; a name that is no id keeps its letters and digits and gains a hash.

    Ids begin with a letter, so one that begins otherwise gets `doc-` before it.

    Args:
        name: A file's place in the corpus without its ending, or the id that a record carries.

    Returns:
        An id, the same for the same name; different names give different ids but for `/` and `.`.

    >>> issue_id("2014/news-05"), issue_id("2014-05")
    ('doc-2014.news-05', 'doc-2014-05')
    >>> issue_id("财经 5")
    'doc-5-a830ba8d'
    """
    plain = name.replace("/", ".")
    lettered = plain if plain[:1].isascii() and plain[:1].isalpha() else PREFIX + plain
    if len(plain) <= LONGEST and _VALID.fullmatch(lettered) and plain[:1] not in "._-":
        return lettered
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape" if _escaped(name) else "surrogatepass")).hexdigest()
    kept = _OTHER.sub("_", plain).strip("._-")[: LONGEST - 9]
    made = f"{kept}-{digest[:8]}" if kept else f"x{digest[:8]}"
    return made if made[0].isalpha() else PREFIX + made


def _escaped(name: str) -> bool:
    return all("\udc80" <= letter <= "\udcff" for letter in re.findall("[\ud800-\udfff]", name))
